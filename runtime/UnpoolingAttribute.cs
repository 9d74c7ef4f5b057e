namespace PoolGen;

/// <summary>
/// Turns a partial type into a max unpooling layer: it puts what a max pooling kept back to where it stood, and zeros everywhere else.
/// </summary>
/// <remarks>
/// The options are those of the pooling that is undone; they say how large the output is where a call does not. A property counts as
/// given when it is written, whatever its value. Per-axis arrays have one entry per spatial axis, outermost first (depth, height, width).
/// Configurations that break a rule are reported as PG diagnostics on the guilty argument.
/// </remarks>
/// <example>
/// <code>
/// [Unpooling(Kernel = 2, Stride = 2)]
/// public partial class MaxUnpool2x2;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = false, Inherited = false)]
public sealed class UnpoolingAttribute : Attribute
{
    /// <summary>The number of spatial axes, 1 to 3. Default 2.</summary>
    public int Rank { get; set; } = 2;

    /// <summary>The extent of the pooling's window on every axis, at least 1. Required unless <see cref="KernelShape"/> is given.</summary>
    public int Kernel { get; set; }

    /// <summary>The extent of the pooling's window per axis, each at least 1. Excludes <see cref="Kernel"/>.</summary>
    public int[]? KernelShape { get; set; }

    /// <summary>The distance between neighbouring windows on every axis, at least 1. Default: the kernel, as in PyTorch.</summary>
    public int Stride { get; set; }

    /// <summary>The distance between neighbouring windows per axis, each at least 1. Excludes <see cref="Stride"/>.</summary>
    public int[]? Strides { get; set; }

    /// <summary>The pooling's padding on both sides of every axis: at least 0, less than the kernel. Default 0. The output has none.</summary>
    public int Padding { get; set; }

    /// <summary>The pooling's padding before the first element, per axis. Excludes <see cref="Padding"/>.</summary>
    public int[]? PaddingBegin { get; set; }

    /// <summary>The pooling's padding after the last element, per axis. Excludes <see cref="Padding"/>.</summary>
    public int[]? PaddingEnd { get; set; }

    /// <summary>The order of the tensors' axes in memory.</summary>
    public TensorLayout Layout { get; set; }

    /// <summary>
    /// The type of the tensors' elements: <see cref="float"/> (the default), <see cref="double"/>, <see cref="Half"/>, <see cref="sbyte"/>,
    /// <see cref="byte"/>, <see cref="short"/> or <see cref="int"/>. Elements are moved and never computed with.
    /// </summary>
    public Type ElementType { get; set; } = typeof(float);
}
