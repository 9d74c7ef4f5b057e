namespace PoolGen;

/// <summary>
/// Turns a partial type into a pooling layer: the generator adds forward and backward kernels for exactly this configuration.
/// </summary>
/// <remarks>
/// A property counts as given when it is written, whatever its value. Per-axis arrays have one entry per spatial axis, outermost first
/// (depth, height, width). Configurations that break a rule are reported as PG diagnostics on the guilty argument.
/// </remarks>
/// <example>
/// <code>
/// using static PoolGen.PoolingKind;
///
/// [Pooling(Kind = Max, Kernel = 3, Stride = 1)]
/// public partial class MaxPool3x3;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = false, Inherited = false)]
public sealed class PoolingAttribute : Attribute
{
    /// <summary>What a window is reduced to. Required.</summary>
    public PoolingKind Kind { get; set; }

    /// <summary>The number of spatial axes, 1 to 3. Default 2.</summary>
    public int Rank { get; set; } = 2;

    /// <summary>The window's extent on every axis, in taps, at least 1. Required unless <see cref="KernelShape"/> or <see cref="OutputSize"/> is given.</summary>
    public int Kernel { get; set; }

    /// <summary>The window's extent per axis, in taps, each at least 1. Excludes <see cref="Kernel"/>.</summary>
    public int[]? KernelShape { get; set; }

    /// <summary>The distance between neighbouring windows on every axis, at least 1. Default: the kernel, as in PyTorch and Keras.</summary>
    public int Stride { get; set; }

    /// <summary>The distance between neighbouring windows per axis, each at least 1. Excludes <see cref="Stride"/>.</summary>
    public int[]? Strides { get; set; }

    /// <summary>Padding on both sides of every axis: at least 0, less than the effective kernel <c>dilation*(kernel-1)+1</c>. Default 0.</summary>
    public int Padding { get; set; }

    /// <summary>Padding before the first element, per axis. Excludes <see cref="Padding"/>.</summary>
    public int[]? PaddingBegin { get; set; }

    /// <summary>Padding after the last element, per axis. Excludes <see cref="Padding"/>.</summary>
    public int[]? PaddingEnd { get; set; }

    /// <summary>Padding derived from the input's extent. Excludes explicit padding and <see cref="CeilMode"/>.</summary>
    public AutoPadding AutoPad { get; set; }

    /// <summary>The distance between the taps of a window on every axis, at least 1; 1 is dense.</summary>
    public int Dilation { get; set; } = 1;

    /// <summary>The distance between the taps of a window per axis, each at least 1. Excludes <see cref="Dilation"/>.</summary>
    public int[]? Dilations { get; set; }

    /// <summary>Rounds the output extent up; the last window must still start inside the input or the leading padding (PyTorch, ONNX).</summary>
    public bool CeilMode { get; set; }

    /// <summary>Average only: declared padding counts in the divisor. Default false (ONNX, Keras); PyTorch's default is true.</summary>
    public bool CountIncludePad { get; set; }

    /// <summary>Average only: divides every window by this, at least 1, instead of its number of taps.</summary>
    public int DivisorOverride { get; set; }

    /// <summary>Lp only: the exponent p, finite and greater than 0. Default 2.</summary>
    public double NormType { get; set; } = 2;

    /// <summary>Max and Min only: which winners of a window receive its gradient.</summary>
    public TieRule Ties { get; set; }

    /// <summary>Max and Min only: what a NaN does to its window.</summary>
    public NaNRule NaN { get; set; }

    /// <summary>
    /// Adaptive pooling: the output's extent on every axis, at least 1, in place of a kernel and all that belongs to one. Window i of n elements is those from
    /// <c>⌊i n / outputs⌋</c> to before <c>⌈(i + 1) n / outputs⌉</c> (PyTorch); 1 is global pooling.
    /// </summary>
    public int OutputSize { get; set; }

    /// <summary>Adaptive pooling: the output's extent per axis, each at least 1. Excludes <see cref="OutputSize"/>.</summary>
    public int[]? OutputSizes { get; set; }

    /// <summary>The order of the tensors' axes in memory.</summary>
    public TensorLayout Layout { get; set; }

    /// <summary>
    /// The type of the tensors' elements: <see cref="float"/> (the default), <see cref="double"/>, <see cref="Half"/>, <see cref="sbyte"/>,
    /// <see cref="byte"/>, <see cref="short"/> or <see cref="int"/>. Half is computed in float and rounded once; integers are exact, rounded half to
    /// even and saturated.
    /// </summary>
    public Type ElementType { get; set; } = typeof(float);

    /// <summary>The input's spatial extents, each at least 1, where they are known at compile time: windows are worked out then, and every other input is refused.</summary>
    public int[]? InputExtents { get; set; }
}
