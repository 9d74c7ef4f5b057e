using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.StackedRows;

/// <summary>Prints stacked rows: the kernel, its slices and rows of windows, and the methods that combine rows and columns.</summary>
internal sealed class StackedRowsPrinter(CodeWriter writer, KernelPlan kernel, StackedRowsPlan plan)
{
    private readonly PoolingSpec _spec = kernel.Spec;
    private readonly WinnerText _winners = new(kernel, plan.Pass);

    private AxisSpec Depth => _spec.Depth;

    private AxisSpec Height => _spec.Height;

    private AxisSpec Width => _spec.Width;

    private string Element => _spec.Element.Keyword;

    private bool IsChannelsLast => _spec.Layout == TensorLayout.ChannelsLast;

    private bool Shares => plan.SharedRows > 0;

    private bool CountsColumns => plan.CountsTaps && Width.Clips;

    private bool ByPixel => IsChannelsLast && (Width.Stride > 1 || CountsColumns);

    public void Print()
    {
        using (KernelFrame.Struct(writer, kernel, plan, VectorExtent))
        {
            PrintBuffers();
            PrintRun();
            var stacks = new RowStackPrinter(writer, kernel, _winners);
            if (Shares)
            {
                stacks.PrintOfInput(
                    "Slices", "A row of all slices of a window, combined.", SliceParameters, [.. Enumerable.Range(0, Depth.Kernel).Select(Slice)], StartOfSlices);
                stacks.PrintOfScratch("Rows", "The rows of a window, combined.", "int top, int pitch, " + RowRange, [.. Enumerable.Range(0, Height.Kernel).Select(SharedRow)]);
            }
            else
            {
                stacks.PrintOfInput(
                    "Rows",
                    "The rows of a window in all its slices, combined.",
                    SliceParameters + "nint rowStep, " + RowRange,
                    [.. from slice in Enumerable.Range(0, Depth.Kernel) from row in Enumerable.Range(0, Height.Kernel) select Row(slice, row)],
                    StartOfRows);
            }
            new WindowColumnsPrinter(writer, kernel, plan, _winners).Print();
        }
    }

    // A vector may be wider than a row of results, except where records are stored.
    private string VectorExtent
    {
        get
        {
            string extent = _winners.Records ? "geometry.Width.OutputExtent" : "geometry.Width.InputExtent";
            return !IsChannelsLast ? extent
                : _winners.Records && ByPixel ? "geometry.Channels"
                : $"Rt::PixelSegments.RowExtent({extent}, geometry.Channels)";
        }
    }

    private string SliceParameters => "nint sliceStep, " + (Depth.Clips ? "Rt::TapRange sliceTaps, " : "");

    private string RowRange => Height.Clips ? "Rt::TapRange rowTaps, " : "";

    private void PrintBuffers()
    {
        writer.Line();
        writer.Line("public static int ScratchLength(in Rt::PoolingGeometry geometry) => Buffers(geometry).ScratchLength;");
        writer.Line();
        writer.Line("private static Rt::RowBuffers Buffers(in Rt::PoolingGeometry geometry) =>");
        writer.Line($"    Rt::RowBuffers.Of<{Element}>(geometry, sharedRows: {plan.SharedRows}, stride: {Width.Stride}, records: {Flag(_winners.Records)}, shares: {Flag(CountsColumns)});");
    }

    private void PrintRun()
    {
        string unit = IsChannelsLast ? "sample" : "plane";
        string channels = IsChannelsLast ? " * geometry.Channels" : "";
        writer.Line();
        using (KernelFrame.Run(writer, _spec.Element))
        {
            writer.Line("var slices = geometry.Depth;");
            writer.Line("var rows = geometry.Height;");
            writer.Line("var columns = geometry.Width;");
            writer.Line("var buffers = Buffers(geometry);");
            writer.Line("int length = buffers.Length;");
            writer.Line($"nint sliceStep = {Times(Depth.Dilation)}rows.InputExtent * (nint)length;");
            writer.Line("ref var none = ref operands.Scratch; // stands for rows outside the input");
            if (Shares)
                writer.Line("ref var shared = ref Cs::Unsafe.Add(ref none, buffers.Pitch);");
            writer.Line("ref var combined = ref Cs::Unsafe.Add(ref none, buffers.Combined);");
            writer.Line($"buffers.Clear<TLanes, TVector, {Element}>(ref none, TLanes.Broadcast({_winners.Fill}), {(_winners.Records ? _winners.None : "default")}, records: {Flag(_winners.Records)});");
            if (CountsColumns)
            {
                writer.Line("ref var shares = ref Cs::Unsafe.Add(ref none, buffers.Shares);");
                writer.Line($"Rt::TapShares.Fill(ref shares, columns, padding: {Flag(_spec.Divisor.Kind == DivisorKind.PaddedTaps)});");
            }
            writer.Line(_winners.Records ? "const bool streams = false; // beside records, which are written through the caches" : KernelFrame.Streams(StreamExtent));
            using (writer.Block($"for (int {unit} = begin; {unit} < end; {unit}++)"))
            using (writer.Block("for (int slice = 0; slice < slices.OutputExtent; slice++)"))
            {
                if (Depth.Clips)
                    writer.Line("var sliceTaps = slices.Taps(slice);");
                writer.Line($"nint first = {unit} * geometry.InputPlane{channels} + slices.Start(slice) * (nint)rows.InputExtent * length;");
                writer.Line($"nint target = ({unit} * (nint)slices.OutputExtent + slice) * rows.OutputExtent * columns.OutputExtent{channels};");
                if (Shares)
                    writer.Line("int next = 0;");
                using (writer.Block($"for (int row = 0; row < rows.OutputExtent; row++, target += columns.OutputExtent{(IsChannelsLast ? " * (nint)geometry.Channels" : "")})"))
                    PrintRow();
            }
        }
    }

    private string StreamExtent => IsChannelsLast ? ByPixel ? "geometry.Channels" : "columns.OutputExtent * (nint)geometry.Channels" : "columns.OutputExtent";

    private void PrintRow()
    {
        string records = _winners.Records ? ", buffers.Records" : "";
        string lead = "ref Cs::Unsafe.Add(ref combined, buffers.Lead)";
        string sliceRange = Depth.Clips ? "sliceTaps, " : "", rowRange = Height.Clips ? "rowTaps, " : "";
        if (Height.Clips)
            writer.Line("var rowTaps = rows.Taps(row);");
        writer.Line("int top = rows.Start(row);");
        if (Shares)
        {
            string firstTap = Height.Clips ? $"top + {Times(Height.Dilation)}rowTaps.First" : "top";
            string behind = Height.Clips ? $"top + {Times(Height.Dilation)}(rowTaps.End - 1)" : $"top + {Height.EffectiveKernel - 1}";
            using (writer.Indented($"for (next = global::System.Math.Max(next, {firstTap}); next <= {behind}; next++)"))
            {
                writer.Line($"Slices<TLanes, TVector>(ref operands.Input, ref none, first + next * (nint)length, sliceStep, {sliceRange}length, ref Cs::Unsafe.Add(ref shared, next % {plan.SharedRows} * buffers.Pitch){records});");
            }
            writer.Line($"Rows<TLanes, TVector>(ref shared, ref none, top, buffers.Pitch, {rowRange}length, {lead}{records});");
        }
        else
        {
            string rowStep = Height.Dilation == 1 ? "length" : $"{Height.Dilation} * (nint)length";
            writer.Line($"Rows<TLanes, TVector>(ref operands.Input, ref none, first + top * (nint)length, sliceStep, {sliceRange}{rowStep}, {rowRange}length, {lead}{records});");
        }

        string extent = IsChannelsLast && !ByPixel ? "columns.OutputExtent * (nint)geometry.Channels" : "columns.OutputExtent";
        string channels = IsChannelsLast ? ", geometry.Channels" : "";
        string share = "";
        if (plan.CountsTaps)
        {
            string count = _spec.Divisor.Kind == DivisorKind.PaddedTaps ? "PaddedCount" : "Count";
            string sliceCount = Depth.Clips ? $"sliceTaps.{count}" : $"{Depth.Kernel}", rowCount = Height.Clips ? $"rowTaps.{count}" : $"{Height.Kernel}";
            string columnCount = CountsColumns ? "" : $" * {Width.Kernel}";
            writer.Line($"{Element} share = 1{_spec.Element.Suffix} / global::System.Math.Max(1, {sliceCount} * {rowCount}{columnCount});");
            share = ", share" + (CountsColumns ? ", ref shares" : "");
        }
        string taps = _winners.Records ? $", buffers.Records, ref operands.Records<TRecord>()" : "";
        writer.Line($"Columns<TLanes, TVector>(ref combined, {extent}{channels}{share}, ref operands.Output, target{taps}, streams);");
    }

    private StackedRow Slice(int slice) => new(
        $"slice{slice}", Address(slice, 0), Depth.Clips ? $"sliceTaps.Contains({slice})" : null, slice * Height.Kernel * Width.Kernel);

    private StackedRow SharedRow(int row) => new(
        $"row{row}",
        $"{(row == 0 ? "top" : $"(top + {row * Height.Dilation})")} % {plan.SharedRows} * (nint)pitch",
        Height.Clips ? $"rowTaps.Contains({row})" : null,
        row * Width.Kernel);

    private StackedRow Row(int slice, int row)
    {
        string[] inside = [.. Depth.Clips ? [$"sliceTaps.Contains({slice})"] : Array.Empty<string>(), .. Height.Clips ? [$"rowTaps.Contains({row})"] : Array.Empty<string>()];
        return new($"row{slice}_{row}", Address(slice, row), inside.Length == 0 ? null : string.Join(" && ", inside), (slice * Height.Kernel + row) * Width.Kernel);
    }

    private static string Address(int slice, int row) => "first" + Step(slice, "sliceStep") + Step(row, "rowStep");

    private static string Step(int count, string step) => count == 0 ? "" : count == 1 ? $" + {step}" : $" + {count} * {step}";

    private static string Times(int factor) => factor == 1 ? "" : $"{factor} * ";

    /// <summary>The number of the tap that wins where all rows are alike: the first inside, or the last.</summary>
    private string? StartOfSlices => !Depth.Clips ? null
        : $"sliceTaps.Count == 0 ? {_winners.NoneNumber} : {Outermost("sliceTaps")} * {Height.Kernel * Width.Kernel}";

    private string? StartOfRows
    {
        get
        {
            if (!Depth.Clips && !Height.Clips)
                return null;
            string[] ranges = [.. Depth.Clips ? ["sliceTaps"] : Array.Empty<string>(), .. Height.Clips ? ["rowTaps"] : Array.Empty<string>()];
            string slice = Depth.Clips ? Outermost("sliceTaps") : _winners.IsLast ? $"{Depth.Kernel - 1}" : "0";
            string row = Height.Clips ? Outermost("rowTaps") : _winners.IsLast ? $"{Height.Kernel - 1}" : "0";
            return $"{string.Join(" || ", ranges.Select(range => $"{range}.Count == 0"))} ? {_winners.NoneNumber} : ({slice} * {Height.Kernel} + {row}) * {Width.Kernel}";
        }
    }

    private string Outermost(string range) => _winners.IsLast ? $"({range}.End - 1)" : $"{range}.First";

    private static string Flag(bool value) => value ? "true" : "false";
}
