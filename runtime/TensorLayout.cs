namespace PoolGen;

/// <summary>The order of a tensor's axes in memory; always dense and row-major.</summary>
public enum TensorLayout
{
    /// <summary>Batch, channels, then the spatial axes: N,C,H,W.</summary>
    ChannelsFirst = 0,

    /// <summary>Batch, the spatial axes, then channels: N,H,W,C.</summary>
    ChannelsLast = 1,
}
