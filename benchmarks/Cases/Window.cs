namespace PoolGen.Benchmarks.Cases;

/// <summary>What a pooling is specialised for, as far as the cases differ: square windows, the same on both axes.</summary>
/// <param name="Kind">Max or Average.</param>
/// <param name="Kernel">Taps per axis.</param>
/// <param name="Stride">The distance between windows.</param>
/// <param name="Begin">Padding above and to the left.</param>
/// <param name="End">Padding below and to the right.</param>
/// <param name="CountsPadding">Average: whether padding counts in the divisor.</param>
internal sealed record Window(PoolingKind Kind, int Kernel, int Stride, int Begin, int End, bool CountsPadding = false)
{
    /// <summary>Kind, kernel, stride and padding in the tables' shorthand: <c>max 3/2/1</c>.</summary>
    public override string ToString()
    {
        string padding = Begin == End ? $"{Begin}" : $"{Begin}-{End}";
        return $"{(Kind == PoolingKind.Max ? "max" : "avg")} {Kernel}/{Stride}/{padding}{(CountsPadding ? " incl." : "")}";
    }
}
