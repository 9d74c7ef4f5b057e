using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.PixelWindows;

/// <summary>What the methods that go along rows of windows have in common, and what they call things.</summary>
internal sealed class PixelWindowsText(CodeWriter writer, KernelPlan kernel, PixelWindowsPlan plan)
{
    /// <summary>Sums of loads: as many as hide the latency of an addition.</summary>
    public const int Sums = 4;

    private string Element => kernel.Spec.Element.Keyword;

    /// <summary>Whether a record has a bit for each tap that won, instead of one tap's number.</summary>
    public bool HasBits => plan.Pass == PoolingPass.ForwardWinners;

    public string Record => HasBits ? "won" : "best";

    public string What => plan.WindowRows == 2 ? "two rows of windows" : "a row of windows";

    /// <summary>The rows of windows at a time.</summary>
    public IReadOnlyList<string> Windows => plan.WindowRows == 2 ? ["upper", "lower"] : ["upper"];

    /// <summary>The rows of taps of all of them.</summary>
    public int[] TapRows => [.. Enumerable.Range(0, plan.TapRows(kernel.Spec.Height))];

    /// <summary>The rows of taps of one of them.</summary>
    public int[] WindowRows(string window) => [.. Enumerable.Range(window == "upper" ? 0 : kernel.Spec.Height.Stride, kernel.Spec.Height.Kernel)];

    /// <summary>The extreme of a window.</summary>
    public string Extreme(string window) => Joined(window, kernel.Reduction.Noun);

    /// <summary>The record of a window.</summary>
    public string RecordOf(string window) => Joined(window, Record);

    /// <summary>The nearest place inside an axis.</summary>
    public static string Inside(string at, string last) => $"global::System.Math.Max(0, global::System.Math.Min({at}, {last}))";

    /// <summary>A method that goes along rows of windows, and adds what it loads to a sum.</summary>
    public IDisposable Method(string name, string windows) => KernelFrame.HotMethod(
        writer,
        kernel.Spec.Element,
        $"private static TVector {name}<TLanes, TVector, TPlacement>(in Rt::PoolingOperands<{Element}> operands, in Rt::PoolingGeometry geometry, int sample, {windows}, TVector sum)");

    /// <summary>Declares the tensors that are written, how far apart pixels' columns and rows lie, and the first windows.</summary>
    public void PrintLocals(string firstColumn)
    {
        writer.Line($"ref {Element} output = ref operands.Output;");
        writer.Line("ref TRecord records = ref operands.Records<TRecord>();");
        writer.Line("var (rows, columns) = (geometry.Height, geometry.Width);");
        writer.Line("nint channels = geometry.Channels, rowStep = columns.InputExtent * channels, targetStep = columns.OutputExtent * channels;");
        writer.Line("nint last = channels - TLanes.Count; // the last vector overlaps the one before");
        writer.Line($"nint upper = (sample * geometry.OutputPlane + row * (nint)columns.OutputExtent{firstColumn}) * channels;");
        if (plan.WindowRows == 2)
            writer.Line("nint lower = upper + targetStep;");
    }

    /// <summary>Behind all that is called: vectors that live across a call leave their registers, and come back in each step of a loop.</summary>
    public void PrintSums() => writer.Line($"TVector {string.Join(", ", Enumerable.Range(0, Sums).Select(number => $"sum{number} = TLanes.Zero"))};");

    /// <summary>The loop over the vectors of channels of a pixel.</summary>
    public IDisposable Channels()
    {
        var loop = writer.Block("for (nint channel = 0; channel < channels; channel += TLanes.Count)");
        writer.Line("nint at = channel <= last ? channel : last;");
        return loop;
    }

    /// <summary>Stores what a window comes to.</summary>
    public void PrintResult(string extreme, string record, string index)
    {
        writer.Line($"TPlacement.Store<TLanes, TVector, {Element}>({extreme}, ref output, {index});");
        writer.Line($"TPlacement.PrefetchTarget(ref output, {index} + {Text.Times(plan.WindowRows, "targetStep")}, TLanes.Count);");
        writer.Line($"TLanes.StoreTaps({record}, ref records, {index});");
    }

    public void PrintReturn() =>
        writer.Line($"return {Enumerable.Range(0, Sums).Aggregate("sum", (joined, number) => $"TLanes.Add({joined}, sum{number})")};");

    private static string Joined(string first, string second) => first + char.ToUpperInvariant(second[0]) + second.Substring(1);
}
