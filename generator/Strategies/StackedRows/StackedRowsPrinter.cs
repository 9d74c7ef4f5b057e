using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.StackedRows;

/// <summary>Prints stacked rows: the kernel, its slices and bands of rows of windows, and the methods that combine rows and columns.</summary>
internal sealed class StackedRowsPrinter(CodeWriter writer, KernelPlan kernel, StackedRowsPlan plan)
{
    private readonly PoolingSpec _spec = kernel.Spec;
    private readonly WinnerText _winners = new(kernel, plan.Pass);
    private readonly QuotientText _quotient = new(kernel.Spec, plan.Division);
    private readonly StackedRowsText _text = new(kernel.Spec, plan, new(kernel, plan.Pass));

    private string Element => _text.Element;

    private string Channels => _text.IsChannelsLast ? " * geometry.Channels" : "";

    public void Print()
    {
        using (KernelFrame.Struct(writer, kernel, plan, VectorExtent))
        {
            PrintBuffers();
            PrintRun();
            if (plan.SharesRows)
                PrintSlices();
            PrintRows();
            new WindowColumnsPrinter(writer, kernel, plan, _winners, _text).Print();
        }
    }

    // A vector may be wider than a row of results, except where it is loaded one by one, or records of pixels are stored.
    private string VectorExtent
    {
        get
        {
            bool isNarrow = _winners.Records && (_text.IsChannelsLast || plan.LoadsColumns);
            string extent = isNarrow ? "global::System.Math.Min(geometry.Width.InputExtent, geometry.Width.OutputExtent)" : "geometry.Width.InputExtent";
            return !_text.IsChannelsLast ? extent
                : _winners.Records && _text.ByPixel ? "geometry.Channels"
                : $"Rt::PixelSegments.RowExtent({extent}, geometry.Channels)";
        }
    }

    private void PrintBuffers()
    {
        writer.Line();
        writer.Line("public static int ScratchLength(in Rt::PoolingGeometry geometry) => Buffers(geometry).ScratchLength;");
        writer.Line();
        writer.Line("private static Rt::RowBuffers Buffers(in Rt::PoolingGeometry geometry) =>");
        writer.Line($"    Rt::RowBuffers.Of<{Element}>(geometry, sharesRows: {Flag(plan.SharesRows)}, records: {Flag(_winners.Records)}, shares: {Flag(_text.CountsColumns)});");
    }

    private void PrintRun()
    {
        string unit = _text.IsChannelsLast ? "sample" : "plane";
        writer.Line();
        using (KernelFrame.Run(writer, _spec.Element))
        {
            writer.Line("var slices = geometry.Depth;");
            writer.Line("var rows = geometry.Height;");
            writer.Line("var columns = geometry.Width;");
            writer.Line("var buffers = Buffers(geometry);");
            writer.Line("ref var none = ref operands.Scratch; // stands for rows outside the input");
            if (plan.SharesRows)
                writer.Line("ref var shared = ref Cs::Unsafe.Add(ref none, buffers.Pitch);");
            writer.Line("ref var combined = ref Cs::Unsafe.Add(ref none, buffers.Combined);");
            writer.Line($"buffers.Clear<TLanes, TVector, {Element}>(ref none, TLanes.Broadcast({_winners.Fill}), {(_winners.Records ? _winners.None : "default")}, records: {Flag(_winners.Records)});");
            if (_text.CountsColumns)
            {
                writer.Line($"ref var {_quotient.Columns} = ref Cs::Unsafe.Add(ref none, buffers.ColumnShares);");
                writer.Line(_quotient.Fill(_quotient.Columns, "columns"));
            }
            writer.Line($"nint sliceStep = {StackedRowsText.Times(_text.Depth.Dilation)}rows.InputExtent * (nint)buffers.Length;");
            writer.Line($"nint outputs = columns.OutputExtent{(_text.IsChannelsLast ? " * (nint)geometry.Channels" : "")};");
            if (!_winners.Records)
                writer.Line(KernelFrame.Streams(_text.ByPixel ? "geometry.Channels" : "outputs"));
            else if (_text.StoresEnds)
                writer.Line("nint outputEnd = end * (nint)slices.OutputExtent * rows.OutputExtent * outputs;");
            using (writer.Block($"for (int {unit} = begin; {unit} < end; {unit}++)"))
            using (writer.Block("for (int slice = 0; slice < slices.OutputExtent; slice++)"))
            {
                if (_text.Depth.Clips)
                    writer.Line("var sliceTaps = slices.Taps(slice);");
                writer.Line($"nint first = {unit} * geometry.InputPlane{Channels} + slices.Start(slice) * (nint)rows.InputExtent * buffers.Length;");
                writer.Line($"nint target = ({unit} * (nint)slices.OutputExtent + slice) * rows.OutputExtent * outputs;");
                if (plan.SharesRows)
                    writer.Line("int done = 0;");
                using (writer.Block("for (int band = 0; band < rows.OutputExtent; band += buffers.Band)"))
                    PrintBand();
            }
        }
    }

    private void PrintBand()
    {
        string sliceRange = _text.Depth.Clips ? ", sliceTaps" : "";
        writer.Line("int behind = global::System.Math.Min(band + buffers.Band, rows.OutputExtent);");
        if (plan.SharesRows)
        {
            writer.Line("int from = global::System.Math.Max(done, Rt::RowBuffers.FirstRow(rows, band));");
            writer.Line("done = global::System.Math.Max(done, Rt::RowBuffers.EndRow(rows, behind));");
            writer.Line($"Slices<TLanes, TVector>(ref operands.Input, ref none, ref shared, buffers, first, sliceStep{sliceRange}, from, done);");
            writer.Line("Rows<TLanes, TVector>(ref shared, ref none, ref combined, buffers, rows, band, behind);");
        }
        else
        {
            writer.Line($"Rows<TLanes, TVector>(ref operands.Input, ref none, ref combined, buffers, first, sliceStep{sliceRange}, rows, band, behind);");
        }

        string arguments = plan.CountsTaps ? $", rows, {(_text.Depth.Clips ? _text.Counted("sliceTaps") : $"{_text.Depth.Kernel}")}" : "";
        if (_text.CountsColumns)
            arguments += $", ref {_quotient.Columns}";
        arguments += _text.IsChannelsLast && !_text.ByPixel ? ", outputs" : ", columns.OutputExtent";
        if (_text.IsChannelsLast)
            arguments += ", geometry.Channels";
        string results = _winners.Records ? ", ref operands.Records<TRecord>()" : "";
        string streams = !_winners.Records ? ", streams" : _text.StoresEnds ? ", outputEnd" : "";
        writer.Line($"Columns<TLanes, TVector>(ref combined, buffers, band, behind{arguments}, ref operands.Output{results}, target + band * outputs{streams});");
    }

    private void PrintSlices()
    {
        string sliceRange = _text.Depth.Clips ? "Rt::TapRange sliceTaps, " : "";
        Method(
            "Slices",
            "Rows of the input, each combined over the slices of a window.",
            $"ref {Element} input, ref {Element} none, ref {Element} shared, in Rt::RowBuffers buffers, nint origin, nint sliceStep, {sliceRange}int from, int end",
            () =>
            {
                using (writer.Block("for (int row = from; row < end; row++)"))
                {
                    writer.Line("nint first = origin + row * (nint)length;");
                    writer.Line($"ref {Element} target = ref Cs::Unsafe.Add(ref shared, (row & buffers.SharedMask) * (nint)buffers.Pitch);");
                    new RowStackPrinter(writer, kernel, _winners).PrintOfInput(_text.Slices, _text.StartOfSlices);
                }
            });
    }

    private void PrintRows()
    {
        string sliceRange = _text.Depth.Clips ? "Rt::TapRange sliceTaps, " : "";
        string source = plan.SharesRows ? "shared" : "input";
        string steps = plan.SharesRows ? "" : $"nint origin, nint sliceStep, {sliceRange}";
        Method(
            "Rows",
            plan.SharesRows ? "The rows of each window of a band, combined." : "The rows of each window of a band, in all its slices, combined.",
            $"ref {Element} {source}, ref {Element} none, ref {Element} combined, in Rt::RowBuffers buffers, {steps}in Rt::AxisGeometry rows, int band, int end",
            () =>
            {
                if (!plan.SharesRows && _text.Height.Kernel > 1)
                    writer.Line($"nint rowStep = {StackedRowsText.Times(_text.Height.Dilation)}(nint)length;");
                if (_winners.IsTap && plan.SharesRows)
                    writer.Line($"var noTap = {_winners.None};");
                using (writer.Block("for (int row = band; row < end; row++)"))
                {
                    if (_text.Height.Clips)
                        writer.Line("var rowTaps = rows.Taps(row);");
                    writer.Line(plan.SharesRows ? "int top = rows.Start(row);" : "nint first = origin + rows.Start(row) * (nint)length;");
                    writer.Line($"ref {Element} target = ref Cs::Unsafe.Add(ref combined, (row - band) * (nint)buffers.CombinedPitch + buffers.Lead);");
                    var stack = new RowStackPrinter(writer, kernel, _winners);
                    if (plan.SharesRows)
                        stack.PrintOfScratch(_text.SharedRows);
                    else
                        stack.PrintOfInput(_text.AllRows, _text.StartOfAllRows);
                }
            });
    }

    private void Method(string name, string summary, string parameters, Action print)
    {
        writer.Line($"\n/// <summary>{summary}</summary>");
        using (KernelFrame.HotMethod(writer, _spec.Element, $"private static void {name}<TLanes, TVector>({parameters})"))
        {
            writer.Line("int length = buffers.Length;");
            if (_winners.Records)
                writer.Line("int records = buffers.Records;");
            print();
        }
    }

    private static string Flag(bool value) => value ? "true" : "false";
}
