using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.Separable;

namespace PoolGen.Generator.Strategies.SeparableStrips;

/// <summary>
/// Prints the forward pass: a band of rows is copied between margins of identities, so that no window reaches over an edge, and swept in
/// strips. While it is copied it is seen whether it holds anything but numbers; where it does, exact strips sweep it.
/// </summary>
internal sealed class ForwardPrinter(CodeWriter writer, KernelPlan kernel, SeparableStripsPlan plan)
{
    private readonly WinnersPrinter _winners = new(writer, kernel);

    private string Element => kernel.Spec.Element.Keyword;

    private string Noun => kernel.Reduction.Noun;

    private SeparableAxis Height => plan.Height;

    private SeparableAxis Width => plan.Width;

    private int Above => Height.Kernel - 1;

    public void Print()
    {
        using (KernelFrame.Struct(writer, kernel, plan, "global::System.Math.Min(geometry.Width.InputExtent, geometry.Width.OutputExtent)", rowExtent: "geometry.Width.OutputExtent", contract: plan.WidestFlat > 0 ? "IFlatForward" : "IPlacedKernel"))
        {
            PrintBand();
            PrintRun();
            PrintCopyRows();
            if (plan.SharesPairs)
            {
                new SharedPairsPrinter(writer, kernel, plan).Print();
            }
            else
            {
                foreach (int strips in plan.Groups)
                    new ForwardStripsPrinter(writer, kernel, plan, strips, isExact: false).Print();
            }
            PrintColumns(isExact: false);
            if (plan.WidestFlat > 0 || !plan.SharesPairs)
                PrintRows(isExact: false);
            new ForwardStripsPrinter(writer, kernel, plan, strips: 1, isExact: true).Print();
            PrintColumns(isExact: true);
            PrintRows(isExact: true);
            if (plan.WidestFlat > 0)
                new FlatForwardPrinter(writer, kernel, plan).Print();
        }
    }

    private void PrintBand()
    {
        writer.Line();
        writer.Line($"public static int ScratchLength(in Rt::PoolingGeometry geometry) => Band(geometry).Length * sizeof({Element});");
        writer.Line();
        writer.Line("private static Rt::PaddedBand Band(in Rt::PoolingGeometry geometry) =>");
        writer.Line($"    Rt::PaddedBand.Create<{Element}>(geometry.Height.InputExtent + geometry.Height.PaddingEnd, above: {Above}, geometry.Width.InputExtent, before: {Width.Lead}, behind: {Width.Trail});");
    }

    private void PrintRun()
    {
        writer.Line();
        using (KernelFrame.PlacedRun(writer, kernel.Spec.Element))
        {
            writer.Line("var band = Band(geometry);");
            writer.Line("var records = Rt::SeparableRecords.Of(geometry);");
            writer.Line("int steps = geometry.Height.InputExtent + geometry.Height.PaddingEnd, width = geometry.Width.OutputExtent;");
            using (writer.Indented("for (nint at = 0; at < band.Length; at += TLanes.Count)"))
                writer.Line($"TLanes.Store(TLanes.Broadcast({kernel.Reduction.Identity}), ref operands.Scratch, at);");
            writer.Line();
            using (writer.Block("for (int plane = begin; plane < end; plane++)"))
            {
                writer.Line("nint source = plane * geometry.InputPlane;");
                writer.Line("nint target = plane * geometry.OutputPlane;");
                writer.Line("nint recorded = plane * records.Unit;");
                using (writer.Block("for (int first = 0; first < steps; first += band.Rows)"))
                {
                    writer.Line("int next = global::System.Math.Min(first + band.Rows, steps);");
                    writer.Line($"bool numbers = CopyRows<TLanes, TVector, TPlacement>(operands, geometry, band, source, first - {Above}, next);");
                    writer.Line("int column = 0;");
                    foreach (int strips in plan.Groups)
                    {
                        using (writer.Indented($"for (; numbers && {Groups.Fits(strips, "column", "width")}; column += {Groups.Step(strips)})"))
                            writer.Line($"Strips{strips}<TLanes, TVector, TPlacement>(operands, geometry, band, first, next, target, recorded, column);");
                    }
                    using (writer.Indented("for (; column < width; column += TLanes.Count)"))
                        writer.Line("ExactStrip<TLanes, TVector, TPlacement>(operands, geometry, band, first, next, target, recorded, column);");
                }
            }
        }
    }

    private void PrintCopyRows()
    {
        writer.Line("\n/// <summary>Rows of the input to scratch memory; those outside it are identities. Whether all are numbers that beat the identity.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            kernel.Spec.Element,
            $"private static bool CopyRows<TLanes, TVector, TPlacement>(in Rt::PoolingOperands<{Element}> operands, in Rt::PoolingGeometry geometry, Rt::PaddedBand band, nint source, int first, int next)"))
        {
            writer.Line($"ref {Element} input = ref operands.Input;");
            writer.Line($"ref {Element} padded = ref operands.Scratch;");
            writer.Line("nint width = geometry.Width.InputExtent, last = width - TLanes.Count; // the last vector overlaps the one before");
            writer.Line("nint to = band.Margin;");
            writer.Line("var sum = TLanes.Zero;");
            using (writer.Block("for (int row = first; row < next; row++, to += band.Stride)"))
            {
                using (writer.Block("if (unchecked((uint)row) < (uint)geometry.Height.InputExtent)"))
                {
                    writer.Line("nint from = source + row * width;");
                    writer.Line("TPlacement.PrefetchAhead(ref input, from, width);");
                    using (writer.Block("for (nint column = 0; column < width; column += TLanes.Count)"))
                    {
                        writer.Line("nint at = nint.Min(column, last);");
                        writer.Line("var taps = TLanes.Load(ref input, from + at);");
                        writer.Line("sum = TLanes.Add(sum, taps);");
                        writer.Line("TLanes.Store(taps, ref padded, to + at);");
                    }
                }
                using (writer.Block("else"))
                using (writer.Indented("for (nint column = 0; column < width; column += TLanes.Count)"))
                    writer.Line($"TLanes.Store(TLanes.Broadcast({kernel.Reduction.Identity}), ref padded, to + nint.Min(column, last));");
            }
            writer.Line($"return {_winners.AreNumbers("sum")};");
        }
    }

    /// <summary>From a row's columns to its extreme and winners.</summary>
    private void PrintColumns(bool isExact)
    {
        writer.Line(isExact
            ? "\n/// <summary>The same for any values, where only some columns are inside the input.</summary>"
            : $"\n/// <summary>The {Noun} of a row of each window, and the bits of the columns that hold it.</summary>");
        using (KernelFrame.InlinedMethod(
            writer,
            kernel.Spec.Element,
            $"private static TVector {(isExact ? "ExactColumns" : "Columns")}<TLanes, TVector>(ref {Element} padded, nint at, {(isExact ? "TVector inside, " : "")}out TVector won)"))
        {
            for (int tap = 0; tap < Width.Kernel; tap++)
                writer.Line($"var tap{tap} = TLanes.Load(ref padded, at{Text.Signed(tap)});");
            string[] taps = [.. Enumerable.Range(0, Width.Kernel).Select(tap => $"tap{tap}")];
            PrintWinners(isExact, taps, Height.Kernel, null);
            writer.Line($"return {(isExact ? _winners.Exact("won") : Noun)};");
        }
    }

    /// <summary>From the extremes of a window's rows to its own and the winners.</summary>
    private void PrintRows(bool isExact) => _winners.PrintMethod(
        isExact ? "ExactRows" : "Rows",
        isExact
            ? "The same for any values, where only some rows are inside the input."
            : $"The {Noun} of each window from those of its rows, and the bits of the rows that hold it beside those of columns.",
        "row",
        Height.Kernel,
        firstBit: 0,
        others: "columns",
        isExact);

    private void PrintWinners(bool isExact, string[] taps, int firstBit, string? others)
    {
        if (isExact)
            _winners.PrintExact(taps, firstBit, others, "inside");
        else
            _winners.PrintNumbers(taps, firstBit, others);
    }
}
