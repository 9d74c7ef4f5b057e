using PoolGen.Generator.Model;

namespace PoolGen.Generator.Planning;

/// <summary>One axis of windows at distance 1.</summary>
/// <param name="Kernel">The taps of a window.</param>
/// <param name="Lead">How far the first window reaches before the input.</param>
/// <param name="Trail">How far the last window reaches behind the input.</param>
internal sealed record SeparableAxis(int Kernel, int Lead, int Trail)
{
    /// <summary>The axis, if its windows are neighbours.</summary>
    public static SeparableAxis? TryCreate(AxisSpec axis)
    {
        if (axis is not { Stride: 1, Dilation: 1 } || axis.Kernel < 2)
            return null;

        // At distance 1 there are as many windows as elements under the SAME roundings, whatever the extent: the padding is known.
        int all = axis.Kernel - 1;
        return axis.Rounding switch
        {
            AxisRounding.SameUpper => new(axis.Kernel, all / 2, all - all / 2),
            AxisRounding.SameLower => new(axis.Kernel, all - all / 2, all / 2),
            _ => new(axis.Kernel, axis.PaddingBegin, axis.PaddingEnd),
        };
    }

    /// <summary>Whether there are as many windows as elements.</summary>
    public bool KeepsExtent => Lead + Trail == Kernel - 1;

    /// <summary>The rows before the last row of the first window: windows are complete from there on.</summary>
    public int BeforeComplete => Kernel - 1 - Lead;
}
