namespace PoolGen.Generator.Model;

/// <summary>How the output extent of an axis follows from its input extent; the runtime's enumeration of the same name.</summary>
internal enum AxisRounding
{
    Floor = 0,
    Ceiling = 1,
    SameUpper = 2,
    SameLower = 3,
}

/// <summary>The windows of one spatial axis, every default resolved.</summary>
/// <param name="Kernel">The taps of a window, at least 1.</param>
/// <param name="Stride">The distance between neighbouring windows, at least 1.</param>
/// <param name="PaddingBegin">Declared padding before the input; 0 under the SAME roundings.</param>
/// <param name="PaddingEnd">Declared padding after the input; 0 under the SAME roundings.</param>
/// <param name="Dilation">The distance between taps, at least 1.</param>
/// <param name="Rounding">How the output extent is rounded.</param>
internal sealed record AxisSpec(int Kernel, int Stride, int PaddingBegin, int PaddingEnd, int Dilation, AxisRounding Rounding)
{
    /// <summary>The axis of a tensor that has none there: one window of one tap.</summary>
    public static AxisSpec Absent { get; } = new(1, 1, 0, 0, 1, AxisRounding.Floor);

    /// <summary>Adaptive windows: their number; null where they have a kernel, a stride and so on.</summary>
    public int? OutputExtent { get; init; }

    /// <summary>The only input extent that is accepted; null for every one.</summary>
    public int? InputExtent { get; init; }

    /// <summary>As many windows as asked for, whatever the input's extent.</summary>
    public static AxisSpec Adaptive(int outputExtent) => new(1, 1, 0, 0, 1, AxisRounding.Floor) { OutputExtent = outputExtent };

    /// <summary>Whether the extents of windows follow from the input's.</summary>
    public bool IsAdaptive => OutputExtent is not null;

    /// <summary>Whether there is one window, which covers the axis.</summary>
    public bool IsGlobal => IsAdaptive ? OutputExtent == 1 : InputExtent == Kernel && Dilation == 1 && !Clips;

    /// <summary>The distance from a window's first tap to behind its last.</summary>
    public int EffectiveKernel => Dilation * (Kernel - 1) + 1;

    /// <summary>How many windows further the next one is that has a tap on the same element: dilated windows have gaps.</summary>
    public int WindowStep => Dilation / CommonDivisor;

    /// <summary>How many taps further back that window's tap is.</summary>
    public int TapStep => Stride / CommonDivisor;

    private int CommonDivisor
    {
        get
        {
            (int divisor, int rest) = (Stride, Dilation);
            while (rest > 0)
                (divisor, rest) = (rest, divisor % rest);
            return divisor;
        }
    }

    private bool IsSame => Rounding is AxisRounding.SameUpper or AxisRounding.SameLower;

    /// <summary>Whether the padding follows from the input's extent and is not known before.</summary>
    public bool HasDerivedPadding => IsSame && EffectiveKernel > 1;

    /// <summary>Whether some input extent has a window that reaches before the input.</summary>
    public bool ClipsAtBegin => PaddingBegin > 0 || HasDerivedPadding;

    /// <summary>Whether some input extent has a window that reaches behind the input.</summary>
    public bool ClipsAtEnd => PaddingEnd > 0 || HasDerivedPadding || (Rounding == AxisRounding.Ceiling && Stride > 1);

    /// <summary>Whether some input extent has a clipped window.</summary>
    public bool Clips => ClipsAtBegin || ClipsAtEnd;
}
