using System.Globalization;

namespace PoolGen.Benchmarks.Cases;

/// <summary>One problem: a window over a tensor.</summary>
/// <param name="Name">Short, unique within its set.</param>
/// <param name="Source">Where the shape comes from.</param>
/// <param name="Window">The window.</param>
internal sealed record Case(string Name, string Source, Window Window, int Batch, int Channels, int Height, int Width)
{
    public int OutputHeight => Output(Height);

    public int OutputWidth => Output(Width);

    public int Planes => Batch * Channels;

    /// <summary>Elements of the input.</summary>
    public int Inputs => Planes * Height * Width;

    /// <summary>Elements of the output.</summary>
    public int Outputs => Planes * OutputHeight * OutputWidth;

    public PoolingShape InputShape => new(Batch, Channels, Height, Width);

    /// <summary>How far an average may be off by the rounding of its taps: implementations add in different orders. Maxima are exact.</summary>
    public double Tolerance => Window.Kind == PoolingKind.Max ? 0 : Math.Max(4e-6, 6e-8 * Window.Kernel * Window.Kernel);

    /// <summary>The bytes that a pass must read and write.</summary>
    public long Bytes => (Inputs + (long)Outputs) * sizeof(float);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Name} {Window} {Batch}x{Channels}x{Height}x{Width}");

    private int Output(int extent) => (extent + Window.Begin + Window.End - Window.Kernel) / Window.Stride + 1;
}
