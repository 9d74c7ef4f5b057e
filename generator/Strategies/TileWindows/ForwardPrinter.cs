using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.TileWindows;

/// <summary>
/// Prints forward passes: the loop over windows. What is loaded is added up on the way: planes that have anything but numbers are gone through again by exact
/// operations.
/// </summary>
internal sealed class ForwardPrinter(CodeWriter writer, KernelPlan kernel, TileWindowsPlan plan)
{
    private readonly ExtremePrinter _extreme = new(writer, kernel, plan);

    private readonly TileRecords _records = TileRecords.Of(writer, kernel, plan);

    private readonly ReductionPlan _reduction = kernel.Reduction;

    private string Element => kernel.Spec.Element.Keyword;

    private string Noun => _reduction.Noun;

    private bool Checks => _reduction.GainsFromNumbers;

    /// <summary>The orders of lanes, and other numbers of them, that are kept for the whole pass.</summary>
    private Placement[] Placements => [.. _extreme.Placements, .. _records.Placements];

    public void Print()
    {
        PrintPlanes();
        PrintWindowsOf();
        _extreme.Print(_records);
    }

    private void PrintPlanes()
    {
        writer.Line($"\n/// <summary>Planes{(Checks ? ", some of which are checked together" : "")}.</summary>");
        using (Method("private static void Planes<TLanes, TVector, TPlacement>", "int begin, int end"))
        {
            writer.Line($"global::System.Span<int> places = stackalloc int[{Text.Times(Placements.Length + (_records.NeedsRoom ? 1 : 0), "TLanes.Count")}];");
            for (int number = 0; number < Placements.Length; number++)
                writer.Line($"Rt::TileLanes.{Placements[number].Method}(places.Slice({Offset(number)}, TLanes.Count), {Placements[number].Arguments});");
            if (!Checks)
            {
                writer.Line("Windows<TLanes, TVector, TPlacement>(operands, geometry, begin, end, end, ref places[0]);");
                return;
            }
            writer.Line("int together = Rt::TileLanes.PlanesTogether(geometry);");
            using (writer.Block("for (int first = begin; first < end; first += together)"))
            {
                const string Arguments = "(operands, geometry, first, behind, end, ref places[0])";
                writer.Line("int behind = global::System.Math.Min(first + together, end);");
                using (writer.Indented($"if (!Windows<TLanes, TVector, TPlacement, Rt::Numbers>{Arguments})"))
                    writer.Line($"Windows<TLanes, TVector, TPlacement, Rt::AnyValues>{Arguments};");
            }
        }
    }

    private IDisposable Method(string name, string parameters) => KernelFrame.HotMethod(
        writer, kernel.Spec.Element, $"{name}(in Rt::PoolingOperands<{Element}> operands, in Rt::PoolingGeometry geometry, {parameters})");

    private void PrintWindowsOf()
    {
        const string Parameters = "int begin, int end, int last, ref int places";
        writer.Line($"\n/// <summary>Planes, a vector of windows after another.{(Checks ? " Whether all of their elements are numbers." : "")}</summary>");
        using (Method(Checks ? "private static bool Windows<TLanes, TVector, TPlacement, TValues>" : "private static void Windows<TLanes, TVector, TPlacement>", Parameters))
        {
            writer.Line("var rows = geometry.Height;");
            writer.Line($"nint width = geometry.Width.InputExtent, windows = geometry.Width.OutputExtent, count = TLanes.Count / {plan.Width.Stride};");
            writer.Line("nint inputs = geometry.InputPlane, target = begin * geometry.OutputPlane, outputEnd = last * geometry.OutputPlane;");
            writer.Line($"ref {Element} output = ref operands.Output;");
            _records.PrintCall(Offset(Placements.Length));
            for (int number = 0; number < Placements.Length; number++)
                writer.Line($"var {Placements[number].Name} = TLanes.LoadTaps(ref places, {Offset(number)});");
            writer.Line($"var identity = TLanes.Broadcast({_reduction.Identity});");
            if (Checks)
                writer.Line("var sum = TLanes.Zero; // infinities may cancel, which does no harm");
            using (writer.Block("for (int plane = begin; plane < end; plane++)"))
            {
                writer.Line($"ref {Element} input = ref Cs::Unsafe.Add(ref operands.Input, plane * inputs);");
                _records.PrintPlane();
                using (writer.Block("for (int row = 0; row < rows.OutputExtent; row++, target += windows)"))
                    PrintRow();
            }
            if (Checks)
                writer.Line("return !TLanes.HasNaN(sum);");
        }
    }

    private static string Offset(int number) => number == 0 ? "0" : Text.Times(number, "TLanes.Count");

    private void PrintRow()
    {
        if (plan.Height.Clips)
        {
            writer.Line("var taps = rows.Taps(row);");
            writer.Line("nint first = rows.Start(row);");
            foreach (int tap in _extreme.Taps)
                writer.Line($"ref {Element} row{tap} = ref Cs::Unsafe.Add(ref input, (first + taps.Nearest({tap})) * width);");
        }
        else
        {
            writer.Line($"ref {Element} row0 = ref Cs::Unsafe.Add(ref input, rows.Start(row) * width);");
            foreach (int tap in _extreme.Taps.Skip(1))
                writer.Line($"ref {Element} row{tap} = ref Cs::Unsafe.Add(ref row{tap - 1}, width);");
        }
        _records.PrintRow();
        writer.Line($"nint left = {(plan.Width.ClipsAtBegin ? "-geometry.Width.PaddingBegin" : "0")};");
        using (writer.Block($"for (nint window = 0; window < windows; window += count, left += {Text.Times(plan.Width.Stride, "count")})"))
            PrintWindows();
        _records.PrintRest();
    }

    private void PrintWindows()
    {
        writer.Line($"TVector {string.Join(", ", [.. _extreme.Loaded, .. _records.Limit])};");
        using (writer.Block($"if ({(plan.Width.ClipsAtBegin ? "left >= 0 && " : "")}left + TLanes.Count <= width)"))
        {
            foreach (int tap in _extreme.Taps)
                writer.Line($"tap{tap} = TLanes.Load(ref row{tap}, left);");
            _records.PrintLimit(isInside: true);
        }
        using (writer.Block("else"))
        {
            writer.Line("var inside = TLanes.Inside(left, width);");
            foreach (int tap in _extreme.Taps)
                writer.Line($"tap{tap} = TLanes.LoadInside(ref row{tap}, left, width, inside, identity);");
            _records.PrintLimit(isInside: false);
        }
        foreach (int tap in _extreme.Taps)
            writer.Line($"TPlacement.Prefetch(ref row{tap}, left + {Text.Times(plan.Height.Stride, "width")}, TLanes.Count);");
        string call = _extreme.Call(_records);
        writer.Line($"TVector {string.Join(", ", [Noun, .. _records.Won])};");
        if (Checks)
        {
            using (writer.Block("if (typeof(TValues) == typeof(Rt::Numbers))"))
            {
                writer.Line($"sum = TLanes.Add(sum, {_extreme.Loaded.Aggregate((left, right) => $"TLanes.Add({left}, {right})")});");
                writer.Line($"{Noun} = Numbers{call};");
            }
            using (writer.Block("else"))
            {
                writer.Line($"{Noun} = AnyValues{call};");
                if (_reduction.NaNIsEmpty)
                    writer.Line($"{Noun} = TLanes.SelectEqual({Noun}, {Noun}, {Noun}, identity);");
            }
        }
        else
        {
            writer.Line($"{Noun} = AnyValues{call};");
        }

        // Vectors of results overlap: none of them is a whole line that could go past the caches.
        writer.Line($"Rt::RowAccess.StoreEnd<TLanes, TVector, Rt::CachedPlacement, {Element}>(TLanes.Permute({Noun}, firsts), ref output, target + window, outputEnd, outputEnd); // behind the row stands the next, which comes later");
        _records.PrintStore();
    }
}
