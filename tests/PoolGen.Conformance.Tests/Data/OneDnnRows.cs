using System.Text.Json;
using PoolGen.Testing;

namespace PoolGen.Conformance.Tests;

/// <summary>A shape that oneDNN tests.</summary>
/// <param name="Name">Where it comes from.</param>
/// <param name="Windows">Its windows; the kind is left to the test.</param>
/// <param name="Shape">Its input, with fewer planes: planes are independent, and the largest would hold 74 million elements.</param>
/// <param name="OutputExtents">The extents of its output.</param>
internal sealed record OneDnnShape(string Name, ReferenceSpec Windows, PoolingShape Shape, int[] OutputExtents)
{
    /// <summary>Why PoolGen refuses it, or null.</summary>
    public string? Refusal => Windows.PadBegin.Concat(Windows.PadEnd).Zip([.. EffectiveKernel, .. EffectiveKernel]).Any(pair => pair.First >= pair.Second)
        ? "padding reaches the effective kernel: some windows lie wholly in the padding"
        : null;

    private IEnumerable<int> EffectiveKernel => Windows.Kernel.Zip(Windows.Dilation, (kernel, dilation) => dilation * (kernel - 1) + 1);
}

/// <summary>The shapes of real networks and the corner cases from oneDNN's own tests.</summary>
internal static class OneDnnRows
{
    private const int MostSamples = 2;
    private const int MostChannels = 19;
    private const int MostChannelsOfVolumes = 3;
    private const long WidestRow = 100_000;

    /// <summary>The rows, less two whose rows have more elements than a test's memory holds.</summary>
    public static IReadOnlyList<OneDnnShape> Shapes() =>
        [.. ConformanceFolder.Rows("onednn-pool-shapes-open.jsonl").Where(row => row.GetProperty("iw").GetInt64() <= WidestRow).Select(Parse)];

    private static OneDnnShape Parse(JsonElement row)
    {
        string[] axes = ["d", "h", "w"];
        axes = axes[^Int(row, "rank")..];

        // Negative trailing padding is trailing input that no window reads: it is left out.
        int[] end = row.GetProperty("p_end").Ints();
        var windows = new ReferenceSpec(PoolingKind.Max, row.GetProperty("k").Ints())
        {
            Stride = row.GetProperty("s").Ints(),
            PadBegin = row.GetProperty("p").Ints(),

            PadEnd = [.. end.Select(padding => Math.Max(0, padding))],
            Dilation = row.GetProperty("dilation").Ints(),
        };
        int batch = (int)Math.Min(MostSamples, row.GetProperty("mb").GetInt64());
        int channels = (int)Math.Min(axes.Length == 3 ? MostChannelsOfVolumes : MostChannels, row.GetProperty("ic").GetInt64());
        int[] extents = [.. axes.Select((axis, number) => Int(row, "i" + axis) + Math.Min(0, end[number]))];
        PoolingShape shape = extents.Length switch
        {
            1 => new(batch, channels, extents[0]),
            2 => new(batch, channels, extents[0], extents[1]),
            _ => new(batch, channels, extents[0], extents[1], extents[2]),
        };
        return new OneDnnShape(row.Text("source"), windows, shape, [.. axes.Select(axis => Int(row, "o" + axis))]);
    }

    private static int Int(JsonElement row, string property) => row.GetProperty(property).GetInt32();
}
