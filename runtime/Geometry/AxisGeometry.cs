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

    /// <summary>Whether the windows are adaptive and differ in extent or distance.</summary>
    public bool IsAdaptive => _axis.OutputExtent > 0;

    /// <summary>The taps of the largest window.</summary>
    public int MostTaps => _axis.Kernel;

    /// <summary>The distance between neighbouring windows; 0 where it differs.</summary>
    public int Distance => IsAdaptive ? 0 : _axis.Stride;

    /// <summary>Where the first tap of a window lies; negative in the leading padding.</summary>
    /// <param name="window">The window's number.</param>
    public int Start(int window) => IsAdaptive ? (int)((long)window * InputExtent / OutputExtent) : window * _axis.Stride - PaddingBegin;

    /// <summary>Behind the last tap of a window, which may lie in the trailing padding or behind it.</summary>
    /// <param name="window">The window's number.</param>
    public int End(int window) => IsAdaptive
        ? (int)(((window + 1L) * InputExtent + OutputExtent - 1) / OutputExtent)
        : Start(window) + (_axis.Kernel - 1) * _axis.Dilation + 1;

    /// <summary>The number of layers that windows can be dealt out to one after another, so that no two of a layer share an element.</summary>
    public int Layers => IsAdaptive
        ? 1 + (int)PoolingAxis.CeilingDivide(OutputExtent, InputExtent)
        : (int)PoolingAxis.CeilingDivide((_axis.Kernel - 1L) * _axis.Dilation + 1, _axis.Stride);

    /// <summary>The taps of a window that lies wholly inside the input.</summary>
    public TapRange AllTaps => new(0, _axis.Kernel, _axis.Kernel);

    /// <summary>The taps of a window that lie inside the input.</summary>
    /// <param name="window">The window's number.</param>
    public TapRange Taps(int window) => window >= InteriorBegin && window < InteriorEnd && !IsAdaptive ? AllTaps : ClippedTaps(window);

    // Apart from the check, which kernels make for every window: this divides.
    private TapRange ClippedTaps(int window)
    {
        int start = Start(window);
        if (IsAdaptive)
        {
            int taps = End(window) - start;
            return new(0, taps, taps);
        }
        int first = start >= 0 ? 0 : (-start + _axis.Dilation - 1) / _axis.Dilation;
        return new(first, Math.Max(first, TapsBefore(start, InputExtent)), TapsBefore(start, InputExtent + PaddingEnd));
    }

    /// <summary>The first window with a tap on an element; not below <see cref="EndWindow"/> where none has one.</summary>
    /// <param name="element">The element's number.</param>
    public int FirstWindow(int element)
    {
        int window = Math.Max(0, (element + PaddingBegin - EffectiveKernel + _axis.Stride) / _axis.Stride);

        // Dilated windows have gaps: of as many neighbours as taps lie apart, one has a tap there or none does.
        for (int passed = 0; passed < _axis.Dilation; passed++, window++)
        {
            if ((element - Start(window)) % _axis.Dilation == 0)
                return window;
        }
        return OutputExtent;
    }

    /// <summary>Behind the last window that may have a tap on an element.</summary>
    /// <param name="element">The element's number.</param>
    public int EndWindow(int element) => Math.Min(OutputExtent, (element + PaddingBegin) / _axis.Stride + 1);

    /// <summary>Whether every input extent has the same padding and windows at the same places, as far as they go.</summary>
    internal bool IsSameOverAnyExtent => !IsAdaptive && _axis.Rounding is AxisRounding.Floor or AxisRounding.Ceiling;

    /// <summary>The same windows over another extent (<see cref="IsSameOverAnyExtent"/>).</summary>
    internal AxisGeometry OverExtent(int inputExtent) => _axis.Resolve(0, inputExtent);

    /// <summary>Some neighbouring windows, as those of a part of the input that is padded like the whole.</summary>
    /// <param name="first">The first of them.</param>
    /// <param name="count">How many.</param>
    /// <returns>The part, its distance from the input's beginning, and the number that the first of the windows has in it.</returns>
    internal (AxisGeometry Axis, int Before, int First) OfWindows(int first, int count)
    {
        // Windows in front, as far as the part's own padding reaches into them; the part begins where one of the whole's windows would, less padding.
        int skipped = Math.Min(first, (PaddingBegin + _axis.Stride - 1) / _axis.Stride);
        int before = (first - skipped) * _axis.Stride;
        int end = (int)Math.Min(InputExtent, Start(first + count - 1) + (long)EffectiveKernel);
        return (_axis.Resolve(0, end - before), before, skipped);
    }

    /// <summary>The number of taps on this axis.</summary>
    internal int Kernel => _axis.Kernel;

    /// <summary>The distance from a window's first tap to behind its last.</summary>
    internal int EffectiveKernel => _axis.Dilation * (_axis.Kernel - 1) + 1;

    /// <summary>The distance between windows.</summary>
    internal int Stride => _axis.Stride;

    /// <summary>The distance between taps.</summary>
    internal int Dilation => _axis.Dilation;

    private int TapsBefore(int start, int end)
    {
        int room = end - start;
        return room <= 0 ? 0 : Math.Min(_axis.Kernel, (room - 1) / _axis.Dilation + 1);
    }
}
