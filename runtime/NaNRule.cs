namespace PoolGen;

/// <summary>What a NaN does to the window of <see cref="PoolingKind.Max"/> or <see cref="PoolingKind.Min"/> that holds it.</summary>
public enum NaNRule
{
    /// <summary>A window that holds a NaN gives NaN, wherever it stands (IEEE 754-2019 maximum; PyTorch).</summary>
    Propagate = 0,

    /// <summary>NaN never wins (IEEE 754-2019 maximumNumber); a window of NaNs alone counts as empty.</summary>
    Ignore = 1,
}
