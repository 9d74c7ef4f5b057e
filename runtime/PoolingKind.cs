namespace PoolGen;

/// <summary>What a window is reduced to.</summary>
public enum PoolingKind
{
    /// <summary>The largest tap inside the input; padding is never a candidate. An empty window gives negative infinity, of integers the least.</summary>
    Max = 1,

    /// <summary>The sum of the taps inside the input, divided by <see cref="PoolingAttribute.DivisorOverride"/> or the number of taps. An empty window gives 0.</summary>
    Average = 2,

    /// <summary>The sum of the taps inside the input. An empty window gives 0.</summary>
    Sum = 3,

    /// <summary>The smallest tap inside the input; padding is never a candidate. An empty window gives positive infinity, of integers the greatest.</summary>
    Min = 4,

    /// <summary>The p-norm (Σ |x|^p)^(1/p) of the taps inside the input, p = <see cref="PoolingAttribute.NormType"/>. An empty window gives 0.</summary>
    Lp = 5,
}
