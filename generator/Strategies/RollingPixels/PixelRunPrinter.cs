using PoolGen.Generator.Emission;
using PoolGen.Generator.Strategies.FarPixels;

namespace PoolGen.Generator.Strategies.RollingPixels;

/// <summary>
/// Prints the methods that go through rows in the order of memory: the windows that lie wholly inside, as one run of elements, and the
/// others pixel by pixel.
/// </summary>
internal sealed class PixelRunPrinter(CodeWriter writer, RollingPixelsPlan plan, RollingPixelsText text)
{
    private PixelAxis Height => plan.Height;

    private PixelAxis Width => plan.Width;

    private string Element => text.Element;

    private int Rows => plan.PairsRows ? Height.Kernel + 1 : Height.Kernel;

    public void Print()
    {
        PrintRun();
        PrintEdgePixels();
    }

    private void PrintRun()
    {
        writer.Line($"\n/// <summary>{(plan.PairsRows ? "Two rows" : "A row")} of windows, every tap of each, in the order of memory.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            text.Type,
            $"private static void PixelRun<TLanes, TVector, TPlacement>(ref {Element} {text.Source}, ref {Element} {text.Target}, in Rt::PoolingGeometry geometry, int row)"))
        {
            writer.Line("var columns = geometry.Width;");
            writer.Line("nint channels = geometry.Channels;");
            string first = text.Lead("columns", Width) + (plan.CountsSources ? " + columns.InteriorBegin" : "");
            string extent = plan.CountsSources ? "columns.InteriorEnd" : $"columns.{text.SourceExtent}";
            writer.Line($"int begin = global::System.Math.Min({first}, columns.{text.TargetExtent});");
            writer.Line($"int end = global::System.Math.Clamp({extent} + {text.Lead("columns", Width)}{Text.Signed(1 - Width.Kernel)}, begin, columns.{text.TargetExtent});");
            string edge = $"EdgePixels<TLanes, TVector, TPlacement>(ref {text.Source}, ref {text.Target}, geometry, row";
            writer.Line($"{edge}, 0, begin);");
            using (writer.Block("if (begin < end)"))
                PrintElements();
            writer.Line($"{edge}, end, columns.{text.TargetExtent});");
        }
    }

    private void PrintElements()
    {
        writer.Line($"nint sourceStep = columns.{text.SourceExtent} * channels, targetStep = columns.{text.TargetExtent} * channels;");
        text.PrintRowReferences(writer, $" + (begin - {text.Lead("columns", Width)}) * channels", " + begin * channels");
        if (plan.Scale != PixelScale.None)
            writer.Line($"var share = TLanes.Broadcast({text.Reciprocal(plan.Divisor)});");
        writer.Line();
        writer.Line("// The second vector overlaps the first, so that those behind it are whole to the end.");
        writer.Line("nint run = (end - begin) * channels, step = (run - 1) % TLanes.Count + 1;");
        using (writer.Block("for (nint at = 0; at < run; at += step, step = TLanes.Count)"))
        {
            for (int column = 1; column < Width.Kernel; column++)
                writer.Line($"nint at{column} = {(column == 1 ? "at" : $"at{column - 1}")} + channels;");
            string next = $"{(plan.PairsRows ? "2 * " : "")}sourceStep";
            for (int row = plan.PairsRows ? Height.Kernel - 1 : 0; row < Rows; row++)
                writer.Line($"TPlacement.Prefetch(ref row{row}, {At(Width.Kernel - 1)} + {next}, TLanes.Count);");
            foreach (string target in plan.PairsRows ? (string[])["upper", "lower"] : ["upper"])
                writer.Line($"TPlacement.PrefetchTarget(ref {target}, at + {(plan.PairsRows ? "2 * " : "")}targetStep, TLanes.Count);");
            if (plan.PairsRows)
            {
                writer.Line($"var shared = {text.Combine(Enumerable.Range(1, Height.Kernel - 1).Select(Row))};");
                writer.Line(text.Store(Result(text.Combine(Row(0), "shared")), "upper", "at"));
                writer.Line(text.Store(Result(text.Combine("shared", Row(Height.Kernel))), "lower", "at"));
            }
            else
            {
                writer.Line(text.Store(Result(Row(0)), "upper", "at"));
            }
        }
    }

    private string Row(int row) => text.Combine(Enumerable.Range(0, Width.Kernel).Select(column => $"TLanes.Load(ref row{row}, {At(column)})"));

    private static string At(int column) => column == 0 ? "at" : $"at{column}";

    private string Result(string value) => plan.CountsSources ? $"TLanes.Multiply({value}, share)" : text.Result(value);

    private void PrintEdgePixels()
    {
        writer.Line("\n/// <summary>The windows of some columns, whose source rows are all there, with the columns that they have inside.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            text.Type,
            $"public static void EdgePixels<TLanes, TVector, TPlacement>(ref {Element} {text.Source}, ref {Element} {text.Target}, in Rt::PoolingGeometry geometry, int row, int begin, int end)"))
        {
            text.PrintNarrower(writer, "EdgePixels", $"ref {text.Source}, ref {text.Target}, geometry, row, begin, end");
            text.PrintExtents(writer);
            text.PrintRowReferences(writer, "", "");
            writer.Line($"var identity = TLanes.Broadcast({text.Reduction.Identity});");
            if (plan.Scale == PixelScale.Constant)
                writer.Line($"var share = TLanes.Broadcast({text.Reciprocal(plan.Divisor)});");
            if (plan.CountsSources)
                writer.Line($"global::System.Span<{Element}> shares = stackalloc {Element}[{Width.Kernel}];");
            using (writer.Block("for (int column = begin; column < end; column++)"))
            {
                writer.Line($"int left = {text.Start("column", "columns", Width)};");
                writer.Line($"int right = global::System.Math.Min(left + {Width.Kernel}, columns.{text.SourceExtent});");
                writer.Line("left = global::System.Math.Max(0, left);");
                if (plan.CountsResults)
                    writer.Line($"var share = TLanes.Broadcast({text.Number(1)} / global::System.Math.Max(1, {Height.Kernel} * columns.Taps(column).{plan.Counted}));");
                if (plan.CountsSources)
                {
                    using (writer.Indented("for (int tap = left; tap < right; tap++)"))
                        writer.Line($"shares[tap - left] = {text.Number(1)} / ({Height.Kernel} * columns.Taps(tap).{plan.Counted}); // each window gives its taps a share of its own");
                }
                PrintEdgeVectors();
            }
        }
    }

    private void PrintEdgeVectors()
    {
        string[] targets = plan.PairsRows ? ["upper", "lower"] : ["upper"];
        using (writer.Block("for (nint next = 0; next < channels; next += TLanes.Count)"))
        {
            writer.Line("nint channel = nint.Min(next, channels - TLanes.Count), at = left * channels + channel, to = column * channels + channel;");
            writer.Line($"TVector {string.Join(", ", targets.Select(target => $"{target}Window = identity"))};");
            using (writer.Block("for (int tap = left; tap < right; tap++, at += channels)"))
            {
                if (plan.CountsSources)
                    writer.Line("var share = TLanes.Broadcast(shares[tap - left]);");
                string arguments = string.Join(", ", Enumerable.Range(0, Rows).Select(row => $"ref row{row}")) + ", at" + (plan.CountsSources ? ", share" : "");
                writer.Line(plan.PairsRows
                    ? $"CombineColumn<TLanes, TVector>({arguments}, out var upperColumn, out var lowerColumn);"
                    : $"var upperColumn = CombineColumn<TLanes, TVector>({arguments});");
                foreach (string target in targets)
                    writer.Line($"{target}Window = {text.Combine($"{target}Window", $"{target}Column")};");
            }
            foreach (string target in targets)
                writer.Line(text.Store(text.Result($"{target}Window"), target, "to"));
        }
    }
}
