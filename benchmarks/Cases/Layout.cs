namespace PoolGen.Benchmarks.Cases;

/// <summary>The order of a tensor's elements.</summary>
internal enum Layout
{
    /// <summary>Batch, channels, height, width.</summary>
    Nchw,

    /// <summary>Batch, height, width, channels.</summary>
    Nhwc,

    /// <summary>oneDNN's own: blocks of 16 channels innermost.</summary>
    Nchw16c,

    /// <summary>Elements in any order, as a copy sees them.</summary>
    Any,
}
