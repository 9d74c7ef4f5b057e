using System.Globalization;

namespace PoolGen;

/// <summary>
/// The extents of a tensor of planes: batch, channels and one to three spatial axes. The order in memory is the layer's
/// <see cref="TensorLayout"/>; the order here is always N, C, D, H, W.
/// </summary>
public readonly record struct PoolingShape
{
    /// <summary>A shape with one spatial axis: N, C, W.</summary>
    /// <param name="batch">The number of samples, at least 0.</param>
    /// <param name="channels">The number of channels, at least 1.</param>
    /// <param name="width">The extent of the spatial axis, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An extent is below its minimum.</exception>
    public PoolingShape(int batch, int channels, int width)
        : this(1, batch, channels, 1, 1, width)
    {
    }

    /// <summary>A shape with two spatial axes: N, C, H, W.</summary>
    /// <param name="batch">The number of samples, at least 0.</param>
    /// <param name="channels">The number of channels, at least 1.</param>
    /// <param name="height">The extent of the outer spatial axis, at least 1.</param>
    /// <param name="width">The extent of the inner spatial axis, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An extent is below its minimum.</exception>
    public PoolingShape(int batch, int channels, int height, int width)
        : this(2, batch, channels, 1, height, width)
    {
    }

    /// <summary>A shape with three spatial axes: N, C, D, H, W.</summary>
    /// <param name="batch">The number of samples, at least 0.</param>
    /// <param name="channels">The number of channels, at least 1.</param>
    /// <param name="depth">The extent of the outermost spatial axis, at least 1.</param>
    /// <param name="height">The extent of the middle spatial axis, at least 1.</param>
    /// <param name="width">The extent of the innermost spatial axis, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An extent is below its minimum.</exception>
    public PoolingShape(int batch, int channels, int depth, int height, int width)
        : this(3, batch, channels, depth, height, width)
    {
    }

    private PoolingShape(int rank, int batch, int channels, int depth, int height, int width)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(batch);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(channels);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(depth);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        (Rank, Batch, Channels, Depth, Height, Width) = (rank, batch, channels, depth, height, width);
    }

    /// <summary>The number of spatial axes, 1 to 3; 0 for <see langword="default"/>, which no operation accepts.</summary>
    public int Rank { get; }

    /// <summary>N, the number of samples; may be 0.</summary>
    public int Batch { get; }

    /// <summary>C, the number of channels.</summary>
    public int Channels { get; }

    /// <summary>D, the outermost spatial extent; 1 below rank 3.</summary>
    public int Depth { get; }

    /// <summary>H, the middle spatial extent; 1 below rank 2.</summary>
    public int Height { get; }

    /// <summary>W, the innermost spatial extent.</summary>
    public int Width { get; }

    /// <summary>The number of elements of a tensor of this shape.</summary>
    /// <exception cref="OverflowException">The product exceeds <see cref="long.MaxValue"/>.</exception>
    public long ElementCount => checked((long)Batch * Channels * Depth * Height * Width);

    /// <summary>The extents from batch to width, joined by <c>x</c>: <c>1x64x112x112</c>.</summary>
    public override string ToString() => Rank switch
    {
        1 => string.Create(CultureInfo.InvariantCulture, $"{Batch}x{Channels}x{Width}"),
        2 => string.Create(CultureInfo.InvariantCulture, $"{Batch}x{Channels}x{Height}x{Width}"),
        3 => string.Create(CultureInfo.InvariantCulture, $"{Batch}x{Channels}x{Depth}x{Height}x{Width}"),
        _ => "(no shape)",
    };
}
