using System.ComponentModel;

namespace PoolGen.Runtime;

/// <summary>The windows of one axis over an input of known extent.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct AxisGeometry
{
    private readonly PoolingAxis _axis;

    internal AxisGeometry(PoolingAxis axis, int inputExtent, int outputExtent, int paddingBegin, int paddingEnd, int interiorBegin, int interiorEnd)
    {
        _axis = axis;
        (InputExtent, OutputExtent) = (inputExtent, outputExtent);
        (PaddingBegin, PaddingEnd) = (paddingBegin, paddingEnd);
        (InteriorBegin, InteriorEnd) = (interiorBegin, interiorEnd);
    }

    /// <summary>The axis of a shape that has none: one window of one tap.</summary>
    internal static AxisGeometry Absent { get; } = new PoolingAxis(1, 1).Resolve(0, 1);

    /// <summary>The input's elements.</summary>
    public int InputExtent { get; }

    /// <summary>The windows.</summary>
    public int OutputExtent { get; }

    /// <summary>The padding before the input, declared or derived.</summary>
    public int PaddingBegin { get; }

    /// <summary>The padding after the input, declared or derived.</summary>
    public int PaddingEnd { get; }

    /// <summary>The first window that lies wholly inside the input.</summary>
    public int InteriorBegin { get; }

    /// <summary>The end of the windows that lie wholly inside the input; at least <see cref="InteriorBegin"/>.</summary>
    public int InteriorEnd { get; }

    /// <summary>Where the first tap of a window lies; negative in the leading padding.</summary>
    /// <param name="window">The window's number.</param>
    public int Start(int window) => window * _axis.Stride - PaddingBegin;

    /// <summary>The taps of a window that lies wholly inside the input.</summary>
    public TapRange AllTaps => new(0, _axis.Kernel, _axis.Kernel);

    /// <summary>The taps of a window that lie inside the input.</summary>
    /// <param name="window">The window's number.</param>
    public TapRange Taps(int window) => window >= InteriorBegin && window < InteriorEnd ? AllTaps : ClippedTaps(window);

    // Apart from the check, which kernels make for every window: this divides.
    private TapRange ClippedTaps(int window)
    {
        int start = Start(window);
        int first = start >= 0 ? 0 : (-start + _axis.Dilation - 1) / _axis.Dilation;
        return new(first, Math.Max(first, TapsBefore(start, InputExtent)), TapsBefore(start, InputExtent + PaddingEnd));
    }

    /// <summary>Whether every input extent has the same padding and windows at the same places, as far as they go.</summary>
    internal bool IsSameOverAnyExtent => _axis.Rounding is AxisRounding.Floor or AxisRounding.Ceiling;

    /// <summary>The distance from a window's first tap to behind its last.</summary>
    internal long EffectiveKernel => (long)_axis.Dilation * (_axis.Kernel - 1) + 1;

    /// <summary>Some neighbouring windows, as those of a part of the input that is padded like the whole.</summary>
    /// <param name="first">The first of them.</param>
    /// <param name="count">How many.</param>
    /// <returns>The part, its distance from the input's beginning, and the number that the first of the windows has in it.</returns>
    internal (AxisGeometry Axis, int Before, int First) OfWindows(int first, int count)
    {
        // Windows in front, as far as the part's own padding reaches into them; the part begins where one of the whole's windows would, less padding.
        int skipped = Math.Min(first, (PaddingBegin + _axis.Stride - 1) / _axis.Stride);
        int before = (first - skipped) * _axis.Stride;
        int end = (int)Math.Min(InputExtent, Start(first + count - 1) + EffectiveKernel);
        return (_axis.Resolve(0, end - before), before, skipped);
    }

    /// <summary>The number of taps on this axis.</summary>
    internal int Kernel => _axis.Kernel;

    /// <summary>The distance between taps.</summary>
    internal int Dilation => _axis.Dilation;

    private int TapsBefore(int start, int end)
    {
        int room = end - start;
        return room <= 0 ? 0 : Math.Min(_axis.Kernel, (room - 1) / _axis.Dilation + 1);
    }
}
