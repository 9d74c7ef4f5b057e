using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.FarPixels;

namespace PoolGen.Generator.Strategies.RollingPixels;

/// <summary>Prints a sweep along pixels: its units, one or two rows of windows each, and which method serves which row.</summary>
internal sealed class RollingPixelsPrinter(CodeWriter writer, KernelPlan kernel, RollingPixelsPlan plan)
{
    private readonly RollingPixelsText _text = new(kernel, plan);

    private PixelAxis Height => plan.Height;

    private PixelAxis Width => plan.Width;

    private string Element => _text.Element;

    private bool PairsFarRows => plan.Far is { WindowRows: 2 };

    private bool HasPairs => plan.PairsRows || PairsFarRows;

    public void Print()
    {
        string steps = HasPairs ? "Pairs(geometry)" : $"geometry.Height.{_text.TargetExtent}";
        using (KernelFrame.Struct(writer, kernel, plan, VectorExtent(), units: $"geometry.Batch * {steps}", rowExtent: "geometry.Channels", also: Narrowed()))
        {
            FarPixelsPrinter? far = plan.Far is { } walk ? new(writer, plan, walk, _text) : null;
            far?.PrintScratchLength();
            PrintRun(steps);
            PrintRows();
            if (plan.HasClippedRow)
                PrintClippedRow();
            if (plan.WalksPixels)
                PixelGroupPrinter.PrintWalk(writer, plan, _text);
            far?.Print();
            foreach (int vectors in plan.WalksPixels ? [] : plan.Groups)
                new PixelGroupPrinter(writer, plan, _text, vectors, isClipped: false).Print();
            foreach (int vectors in plan.ClippedGroups)
                new PixelGroupPrinter(writer, plan, _text, vectors, isClipped: true).Print();
            PixelGroupPrinter.PrintCombination(writer, plan, _text);
            if (plan.HasRuns)
                new PixelRunPrinter(writer, plan, _text).Print();
            PrintHelpers();
        }
    }

    /// <summary>What the kernel implements for the runtime to call at the vectors that a pixel fills.</summary>
    private IEnumerable<string> Narrowed()
    {
        if (plan.HasRuns)
            yield return $"Rt::IEdgePixels<{Element}>";
        if (plan.HasRuns && plan.HasClippedRow)
            yield return $"Rt::IClippedRows<{Element}>";
    }

    private string VectorExtent()
    {
        if (!plan.HasRuns)
            return "geometry.Channels";
        string inside = plan.CountsSources ? "geometry.Width.InteriorEnd - geometry.Width.InteriorBegin" : $"geometry.Width.{_text.SourceExtent}";
        return $"global::System.Math.Max(1, {inside}{Text.Signed(1 - Width.Kernel)}) * geometry.Channels";
    }

    private void PrintRun(string steps)
    {
        writer.Line();
        using (KernelFrame.PlacedRun(writer, _text.Type))
        {
            writer.Line($"int steps = {steps};");
            using (writer.Block("for (int unit = begin; unit < end; unit++)"))
            {
                writer.Line("int sample = unit / steps, step = unit - sample * steps;");
                if (plan.Far is { } far)
                {
                    PrintWalk(far);
                    return;
                }
                string row = !plan.PairsRows ? "step" : plan.ReplacesRows ? "2 * step" : $"2 * step - ({_text.Lead("geometry.Height", Height)} & 1)";
                writer.Line($"Rows<TLanes, TVector, TPlacement>(operands, geometry, sample, {row});");
            }
        }
    }

    /// <summary>The rows of windows of a step: pixel by pixel, or as they go elsewhere.</summary>
    private void PrintWalk(FarWalk far)
    {
        string first = PairsFarRows ? "2 * step" : "step", least = far.LeastPixelBytes > 0 ? $" && geometry.Channels * sizeof({Element}) >= {far.LeastPixelBytes}" : "";
        using (writer.Block($"if (operands.AreFar{least})"))
        {
            writer.Line($"FarPixels<TLanes, TVector, TPlacement>(operands, geometry, sample, {first});");
            writer.Line("continue;");
        }
        bool isRowByRow = PairsFarRows && !plan.PairsRows;
        if (isRowByRow)
            writer.Line($"for (int row = {first}; row < global::System.Math.Min({first} + 2, geometry.Height.{_text.TargetExtent}); row++)");
        writer.Line($"{(isRowByRow ? "    " : "")}Rows<TLanes, TVector, TPlacement>(operands, geometry, sample, {(isRowByRow ? "row" : first)});");
    }

    private void PrintRows()
    {
        writer.Line(plan.PairsRows
            ? "\n/// <summary>Two neighbouring rows of windows, which share all source rows but two.</summary>"
            : "\n/// <summary>A row of windows.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            _text.Type,
            $"private static void Rows<TLanes, TVector, TPlacement>(in Rt::PoolingOperands<{Element}> operands, in Rt::PoolingGeometry geometry, int sample, int row)"))
        {
            if (!plan.ReplacesRows)
            {
                writer.Line("var rows = geometry.Height;");
                writer.Line("var columns = geometry.Width;");
            }
            writer.Line("int channels = geometry.Channels;");
            _text.PrintSample(writer);
            if (!plan.ReplacesRows)
            {
                writer.Line($"nint sourceStep = columns.{_text.SourceExtent} * (nint)channels, targetStep = columns.{_text.TargetExtent} * (nint)channels;");
                writer.Line($"int top = {_text.Start("row", "rows", Height)};");
            }
            writer.Line();
            if (plan.HasClippedRow)
                PrintClippedRows();
            if (plan.HasRuns)
                PrintRunOfPixels();
            if (!plan.ReplacesRows)
            {
                writer.Line($"ref {Element} first = ref Cs::Unsafe.Add(ref {_text.Source}, top * sourceStep);");
                writer.Line($"ref {Element} upper = ref Cs::Unsafe.Add(ref {_text.Target}, row * targetStep);");
            }
            string arguments = plan.ReplacesRows ? _text.RowArguments : $"ref first, sourceStep, ref upper{(plan.PairsRows ? ", targetStep" : "")}, columns, channels";
            if (plan.WalksPixels)
                writer.Line($"Pixels<TLanes, TVector, TPlacement>({arguments});");
            else
                PrintGroups(plan.Groups, isClipped: false, $"({arguments}, @);");
        }
    }

    private void PrintClippedRows()
    {
        int behind = plan.PairsRows ? Height.Kernel + 1 : Height.Kernel;
        using (writer.Block(plan.CountsSources
            ? $"if (top < rows.InteriorBegin || top + {behind} > rows.InteriorEnd)"
            : $"if (top < 0 || top + {behind} > rows.{_text.SourceExtent})"))
        {
            if (plan.PairsRows)
                writer.Line($"for (int clipped = global::System.Math.Max(0, row); clipped < global::System.Math.Min(row + 2, rows.{_text.TargetExtent}); clipped++)");
            writer.Line($"{(plan.PairsRows ? "    " : "")}ClippedRow<TLanes, TVector, TPlacement>(ref {_text.Source}, ref {_text.Target}, geometry, {(plan.PairsRows ? "clipped" : "row")});");
            writer.Line("return;");
        }
        writer.Line();
    }

    private void PrintRunOfPixels()
    {
        writer.Line("// In the order of memory, where no cache of a core holds the tensors; as one run, where a pixel is less than a vector.");
        using (writer.Block("if (operands.AreFar || channels < TLanes.Count)"))
        {
            writer.Line($"PixelRun<TLanes, TVector, TPlacement>(ref {_text.Source}, ref {_text.Target}, geometry, row);");
            writer.Line("return;");
        }
        writer.Line();
    }

    /// <summary>The groups of vectors of channels, the largest first.</summary>
    private void PrintGroups(IReadOnlyList<int> groups, bool isClipped, string arguments)
    {
        writer.Line("int channel = 0;");
        ChannelVectors.PrintGroups(
            writer, groups, plan.LeastGroup, (vectors, channel) => $"{PixelGroupPrinter.Name(vectors, isClipped)}<TLanes, TVector, TPlacement>{arguments.Replace("@", channel)}");
    }

    private void PrintClippedRow()
    {
        writer.Line("\n/// <summary>A row of windows that reach over the first or the last row.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            _text.Type,
            $"{(plan.HasRuns ? "public" : "private")} static void ClippedRow<TLanes, TVector, TPlacement>(ref {Element} {_text.Source}, ref {Element} {_text.Target}, in Rt::PoolingGeometry geometry, int row)"))
        {
            if (plan.HasRuns)
                _text.PrintNarrower(writer, "ClippedRow", $"ref {_text.Source}, ref {_text.Target}, geometry, row");
            writer.Line("var rows = geometry.Height;");
            writer.Line("int channels = geometry.Channels;");
            writer.Line($"nint sourceStep = geometry.Width.{_text.SourceExtent} * (nint)channels, targetStep = geometry.Width.{_text.TargetExtent} * (nint)channels;");
            writer.Line($"int top = {_text.Start("row", "rows", Height)};");
            writer.Line($"int first = global::System.Math.Max(0, top), behind = global::System.Math.Min(top + {Height.Kernel}, rows.{_text.SourceExtent});");
            if (plan.CountsSources)
            {
                writer.Line("// A row of windows gives each of its rows a share of its own.");
                writer.Line($"global::System.Span<{Element}> shares = stackalloc {Element}[{Height.Kernel}];");
                using (writer.Indented("for (int source = first; source < behind; source++)"))
                    writer.Line($"shares[source - first] = {_text.Number(Height.Kernel)} / rows.Taps(source).{plan.Counted};");
            }
            if (plan.CountsResults)
                writer.Line($"{Element} rowShare = {_text.Number(1)} / global::System.Math.Max(1, rows.Taps(row).{plan.Counted});");
            string share = plan.CountsSources ? ", shares" : plan.CountsResults ? ", rowShare" : "";
            writer.Line($"ref {Element} upper = ref Cs::Unsafe.Add(ref {_text.Target}, row * targetStep);");
            PrintGroups(plan.ClippedGroups, isClipped: true, $"(ref {_text.Source}, sourceStep, first, behind, ref upper, geometry.Width, channels, @{share});");
        }
    }

    private void PrintHelpers()
    {
        if (_text.Reduction.NaNIsEmpty)
        {
            writer.Line("\n/// <summary>A window of NaNs alone counts as empty.</summary>");
            using (KernelFrame.InlinedMethod(writer, _text.Type, "private static TVector NumberOrIdentity<TLanes, TVector>(TVector value)"))
                writer.Line($"return TLanes.SelectEqual(value, value, value, TLanes.Broadcast({_text.Reduction.Identity}));");
        }
        if (plan.ReplacesRows)
        {
            writer.Line("\n/// <summary>The nearest row inside: every window that reaches over an edge holds it, and an extreme is the same however often it is combined.</summary>");
            writer.Line($"private static nint Nearest(int row, in Rt::PoolingGeometry geometry) => global::System.Math.Max(0, global::System.Math.Min(row, geometry.Height.{_text.SourceExtent} - 1));");
        }
        if (!HasPairs)
            return;
        if (plan.ReplacesRows || PairsFarRows)
        {
            writer.Line("\n/// <summary>The pairs of rows of windows.</summary>");
            writer.Line($"private static int Pairs(in Rt::PoolingGeometry geometry) => (geometry.Height.{_text.TargetExtent} + 1) / 2;");
            return;
        }
        writer.Line("\n/// <summary>The pairs of rows of windows. They begin where windows no longer reach over the first row, so that all but the outermost are whole.</summary>");
        writer.Line($"private static int Pairs(in Rt::PoolingGeometry geometry) => (geometry.Height.{_text.TargetExtent} + ({_text.Lead("geometry.Height", Height)} & 1) + 1) / 2;");
    }
}
