using System.ComponentModel;

namespace PoolGen.Runtime;

/// <summary>How the output extent of an axis follows from its input extent.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum AxisRounding
{
    /// <summary>⌊span / stride⌋ + 1.</summary>
    Floor = 0,

    /// <summary>⌈span / stride⌉ + 1, less the last window where it would start behind the input and the leading padding.</summary>
    Ceiling = 1,

    /// <summary>⌈input / stride⌉, padded to fit, an odd element at the end.</summary>
    SameUpper = 2,

    /// <summary>⌈input / stride⌉, padded to fit, an odd element at the beginning.</summary>
    SameLower = 3,
}

/// <summary>The windows of one spatial axis, as configured.</summary>
/// <param name="Kernel">The taps of a window.</param>
/// <param name="Stride">The distance between neighbouring windows.</param>
/// <param name="PaddingBegin">Declared padding before the input; ignored under the SAME roundings.</param>
/// <param name="PaddingEnd">Declared padding after the input; ignored under the SAME roundings.</param>
/// <param name="Dilation">The distance between taps.</param>
/// <param name="Rounding">How the output extent is rounded.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct PoolingAxis(
    int Kernel, int Stride, int PaddingBegin = 0, int PaddingEnd = 0, int Dilation = 1, AxisRounding Rounding = AxisRounding.Floor)
{
    /// <summary>Adaptive windows: their number, from which their extents follow; 0 where the kernel and the stride are given.</summary>
    public int OutputExtent { get; init; }

    /// <summary>The only input extent that is accepted; 0 for every one.</summary>
    public int InputExtent { get; init; }

    /// <summary>As many windows as asked for, whatever the input's extent: window i of n elements is those from ⌊i n / outputs⌋ to before ⌈(i + 1) n / outputs⌉, as in PyTorch.</summary>
    /// <param name="outputExtent">The windows.</param>
    public static PoolingAxis Adaptive(int outputExtent) => new(1, 1) { OutputExtent = outputExtent };

    /// <summary>The windows over an input of <paramref name="inputExtent"/> elements.</summary>
    /// <param name="axis">The number of the axis, for messages; 0 is the outermost spatial axis.</param>
    /// <param name="inputExtent">The input's extent.</param>
    /// <exception cref="ArgumentException">No window fits.</exception>
    public AxisGeometry Resolve(int axis, int inputExtent)
    {
        if (OutputExtent > 0)
            return ResolveAdaptive(axis, inputExtent);

        (long begin, long end) = Padding(inputExtent);
        long output = CountOutputs(inputExtent);
        if (output < 1)
            throw TooSmall(axis, inputExtent, begin, end, output);
        if (inputExtent + begin + end > int.MaxValue)
        {
            throw new ArgumentException(
                $"Input {inputExtent} and padding {begin}+{end} on axis {axis} exceed {int.MaxValue} elements. Give a smaller input or less padding.",
                "inputShape");
        }

        long effective = (long)Dilation * (Kernel - 1) + 1;
        // Without padding every window lies inside, unless it was rounded up to: divisions are a part of what a small call takes.
        long interiorBegin = begin == 0 ? 0 : Math.Min(output, CeilingDivide(begin, Stride));
        long interiorEnd = end == 0 && Rounding != AxisRounding.Ceiling
            ? output
            : Math.Max(interiorBegin, Math.Min(output, FloorDivide(inputExtent + begin - effective, Stride) + 1));
        return new AxisGeometry(this, inputExtent, checked((int)output), (int)begin, (int)end, (int)interiorBegin, (int)interiorEnd);
    }

    /// <summary>
    /// With n = q outputs + r: for r = 0 and r = 1 windows of q + r elements begin at every q-th, and are ordinary ones. Others have from
    /// q + 1 to q + 2, if several begin before the fraction that r adds has grown to an element.
    /// </summary>
    private AxisGeometry ResolveAdaptive(int axis, int inputExtent)
    {
        (int quotient, int rest) = (inputExtent / OutputExtent, inputExtent % OutputExtent);
        if (quotient > 0 && rest <= 1)
            return new PoolingAxis(quotient + rest, quotient).Resolve(axis, inputExtent);

        PoolingAxis resolved = this with { Kernel = quotient + (OutputExtent % rest == 0 ? 1 : 2) };
        return new AxisGeometry(resolved, inputExtent, OutputExtent, 0, 0, 0, OutputExtent);
    }

    /// <summary>The number of windows over an input of <paramref name="inputExtent"/> elements; below 1 where none fits.</summary>
    internal long CountOutputs(int inputExtent)
    {
        if (OutputExtent > 0)
            return OutputExtent;

        // The formulas are PyTorch's and ONNX's; division rounds to negative infinity, so that a negative span means "no output".
        (long begin, long end) = Padding(inputExtent);
        long span = inputExtent + begin + end - ((long)Dilation * (Kernel - 1) + 1);
        long output = (Rounding == AxisRounding.Ceiling ? CeilingDivide(span, Stride) : FloorDivide(span, Stride)) + 1;
        return Rounding == AxisRounding.Ceiling && (output - 1) * Stride >= inputExtent + begin ? output - 1 : output;
    }

    private (long Begin, long End) Padding(int inputExtent)
    {
        if (Rounding is not (AxisRounding.SameUpper or AxisRounding.SameLower))
            return (PaddingBegin, PaddingEnd);
        long effective = (long)Dilation * (Kernel - 1) + 1;
        long total = Math.Max(0, (CeilingDivide(inputExtent, Stride) - 1) * Stride + effective - inputExtent);
        long begin = Rounding == AxisRounding.SameUpper ? total / 2 : total - total / 2;
        return (begin, total - begin);
    }

    private ArgumentException TooSmall(int axis, int inputExtent, long begin, long end, long output)
    {
        string dilation = Dilation == 1 ? "" : $", dilation {Dilation}";
        return new ArgumentException(
            $"Output size is too small: input {inputExtent}, kernel {Kernel}{dilation}, padding {begin}+{end}, stride {Stride} gives {output} on axis {axis}. " +
            "Give a larger input, or a smaller kernel or more padding in the attribute.",
            "inputShape");
    }

    internal static long CeilingDivide(long value, long divisor) => -FloorDivide(-value, divisor);

    internal static long FloorDivide(long value, long divisor) => (value >= 0 ? value : value - divisor + 1) / divisor;
}
