using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.SummedRows;

/// <summary>Prints summed rows: the kernel, its rows of the input gradient, and the sum over the windows that hold a row.</summary>
internal sealed class SummedRowsPrinter(CodeWriter writer, KernelPlan kernel, SummedRowsPlan plan)
{
    private readonly PoolingSpec _spec = kernel.Spec;

    private string Element => _spec.Element.Keyword;

    private bool IsChannelsLast => _spec.Layout == TensorLayout.ChannelsLast;

    private bool HasRecord => plan.Pass.HasRecord();

    private string Records => plan.Pass == PoolingPass.BackwardWinners ? "winners" : "taps";

    private string[] Axes => _spec.HasDepth ? ["Column", "Row", "Slice"] : ["Column", "Row"];

    public void Print()
    {
        string extent = IsChannelsLast ? "Rt::PixelSegments.RowExtent(geometry.Width.OutputExtent, geometry.Channels)" : "geometry.Width.OutputExtent";
        using (KernelFrame.Struct(writer, kernel, plan, extent))
        {
            writer.Line();
            writer.Line("public static int ScratchLength(in Rt::PoolingGeometry geometry) => Rows(geometry).ScratchLength;");
            writer.Line();
            writer.Line("private static Rt::GradientRows Rows(in Rt::PoolingGeometry geometry) =>");
            writer.Line($"    Rt::GradientRows.Of<{Element}>(geometry, rows: {plan.Rows}, stride: {_spec.Width.Stride}, shares: {(plan.CountsTaps ? "true" : "false")});");
            PrintRun();
            PrintGather();
            new SpreadPrinter(writer, _spec, plan).Print();
        }
    }

    private void PrintRun()
    {
        string unit = IsChannelsLast ? "sample" : "plane";
        string channels = IsChannelsLast ? " * geometry.Channels" : "";
        writer.Line();
        using (KernelFrame.Run(writer, _spec.Element))
        {
            if (_spec.HasDepth)
                writer.Line("var slices = geometry.Depth;");
            writer.Line("var rows = geometry.Height;");
            writer.Line("var columns = geometry.Width;");
            writer.Line("var sums = Rows(geometry);");
            writer.Line("sums.Clear(operands);");
            if (plan.CountsTaps)
            {
                string padding = _spec.Divisor.Kind == DivisorKind.PaddedTaps ? "true" : "false";
                foreach (string axis in Axes)
                    writer.Line($"Rt::TapShares.Fill(ref Cs::Unsafe.Add(ref operands.Scratch, sums.{axis}Shares), {axis.ToLowerInvariant()}s, padding: {padding});");
            }
            writer.Line("ref var gathered = ref Cs::Unsafe.Add(ref operands.Scratch, sums.Lead);");
            writer.Line($"nint rowLength = columns.InputExtent{(IsChannelsLast ? " * (nint)geometry.Channels" : "")};");
            writer.Line(KernelFrame.Streams(IsChannelsLast && _spec.Width.Stride > 1 ? "geometry.Channels" : "rowLength"));
            using (writer.Block($"for (int {unit} = begin; {unit} < end; {unit}++)"))
            {
                writer.Line($"nint source = {unit} * geometry.OutputPlane{channels};");
                writer.Line($"nint target = {unit} * geometry.InputPlane{channels};");
                using (_spec.HasDepth ? writer.Block("for (int slice = 0; slice < slices.InputExtent; slice++)") : null)
                using (writer.Block("for (int row = 0; row < rows.InputExtent; row++, target += rowLength)"))
                {
                    writer.Line($"Gather<TLanes, TVector>(operands, geometry, sums, {(_spec.HasDepth ? "slice, " : "")}row, source);");
                    string pixel = IsChannelsLast ? ", geometry.Channels" : "";
                    string pitch = plan.Rows > 1 ? ", sums.Pitch" : "";
                    writer.Line($"Spread<TLanes, TVector>(ref gathered{pitch}, ref Cs::Unsafe.Add(ref operands.InputGradient, target), columns.InputExtent{(SpreadPrinter.NeedsPadding(_spec) ? ", columns.PaddingBegin" : "")}{pixel}, streams);");
                }
            }
        }
    }

    private void PrintGather()
    {
        (int height, int width) = (_spec.Height.Kernel, _spec.Width.Kernel);
        string[] names = HasRecord ? [.. Enumerable.Range(0, width).Select(column => $"sum{column}")] : ["sum"];
        writer.Line("\n/// <summary>What a row receives from the windows that hold it, by window" + (HasRecord ? " and column.</summary>" : ".</summary>"));
        using (KernelFrame.HotMethod(
            writer,
            _spec.Element,
            $"private static void Gather<TLanes, TVector>(in Rt::PoolingOperands<{Element}> operands, in Rt::PoolingGeometry geometry, in Rt::GradientRows sums, {(_spec.HasDepth ? "int slice, " : "")}int row, nint source)"))
        {
            writer.Line($"ref {Element} outputGradient = ref operands.OutputGradient;");
            if (HasRecord)
                writer.Line($"ref TRecord {Records} = ref operands.Records<TRecord>();");
            writer.Line($"ref {Element} gathered = ref Cs::Unsafe.Add(ref operands.Scratch, sums.Lead);");
            if (plan.CountsTaps)
            {
                foreach (string axis in Axes)
                    writer.Line($"ref {Element} {axis.ToLowerInvariant()}Shares = ref Cs::Unsafe.Add(ref operands.Scratch, sums.{axis}Shares);");
            }
            if (_spec.HasDepth)
                writer.Line("var slices = geometry.Depth;");
            writer.Line("var rows = geometry.Height;");
            writer.Line($"nint length = geometry.Width.OutputExtent{(IsChannelsLast ? " * (nint)geometry.Channels" : "")};");
            if (_spec.HasDepth)
                writer.Line("int firstSlice = slices.FirstWindow(slice), endSlice = slices.EndWindow(slice);");
            writer.Line("int firstRow = rows.FirstWindow(row), endRow = rows.EndWindow(row);");
            if (HasRecord)
            {
                string tapRow = FirstTap("row", _spec.Height);
                writer.Line($"int firstTap = {(_spec.HasDepth ? $"({FirstTap("slice", _spec.Depth)} * {height} + {tapRow})" : _spec.Height.Dilation > 1 ? tapRow : $"({tapRow})")} * {width};");
            }
            using (writer.Block("for (nint next = 0; next < length; next += TLanes.Count)"))
            {
                writer.Line("// The last vector ends with the row: windows that it shares with the one before have the same sums.");
                writer.Line("nint at = global::System.Math.Min(next, length - TLanes.Count);");
                foreach (string name in names)
                    writer.Line($"var {name} = TLanes.Zero;");
                using (_spec.HasDepth ? writer.Block($"for (int sliceWindow = firstSlice; sliceWindow < endSlice; {Next("sliceWindow", _spec.Depth)})") : null)
                {
                    PrintFirstWindow();
                    string windows = _spec.Height.WindowStep == 1 ? "length" : $"{_spec.Height.WindowStep} * length";
                    string taps = HasRecord ? $", tap -= {_spec.Height.TapStep * width}" : "";
                    using (writer.Block($"for (int rowWindow = firstRow; rowWindow < endRow; {Next("rowWindow", _spec.Height)}, window += {windows}{taps})"))
                        PrintWindow(names);
                }
                PrintStores(names);
            }
            if (plan.CountsTaps && IsChannelsLast)
                writer.Line($"Rt::GradientRows.Scale<TLanes, TVector, {Element}>(ref gathered, ref columnShares, geometry.Width.OutputExtent, geometry.Channels);");
        }
    }

    private void PrintFirstWindow()
    {
        int height = _spec.Height.Kernel, width = _spec.Width.Kernel;
        writer.Line($"nint window = source + {(_spec.HasDepth ? "(sliceWindow * (nint)rows.OutputExtent + firstRow)" : "firstRow")} * length + at;");
        if (!HasRecord)
            return;
        string slices = _spec.Depth.WindowStep == 1 ? "(sliceWindow - firstSlice)" : $"(sliceWindow - firstSlice) / {_spec.Depth.WindowStep}";
        writer.Line($"int tap = firstTap{(_spec.HasDepth ? $" - {slices} * {_spec.Depth.TapStep * height * width}" : "")};");
    }

    private void PrintWindow(string[] names)
    {
        writer.Line("var gradient = TLanes.Load(ref outputGradient, window);");
        if (!HasRecord)
        {
            string share = (_spec.HasDepth ? "Cs::Unsafe.Add(ref sliceShares, sliceWindow) * " : "") + "Cs::Unsafe.Add(ref rowShares, rowWindow)";
            writer.Line($"sum = TLanes.Add(sum, {(plan.CountsTaps ? $"TLanes.Multiply(gradient, TLanes.Broadcast({share}))" : "gradient")});");
            return;
        }
        string add = plan.Pass == PoolingPass.BackwardWinners ? "AddBit" : "AddTap";
        writer.Line($"var won = TLanes.LoadTaps(ref {Records}, window);");
        for (int column = 0; column < names.Length; column++)
            writer.Line($"{names[column]} = TLanes.{add}({names[column]}, won, tap{Text.Signed(column)}, gradient);");
    }

    private void PrintStores(string[] names)
    {
        if (HasRecord)
        {
            for (int column = 0; column < names.Length; column++)
                writer.Line($"TLanes.Store({names[column]}, ref gathered, at{(column == 0 ? "" : column == 1 ? " + sums.Pitch" : $" + {column} * sums.Pitch")});");
            return;
        }
        if (plan.CountsTaps && IsChannelsLast)
            writer.Line("TLanes.Store(sum, ref gathered, at);");
        else
            writer.Line($"TLanes.Store({Scaled()}, ref gathered, at);");

        string Scaled()
        {
            if (plan.CountsTaps)
                return "TLanes.Multiply(sum, TLanes.Load(ref columnShares, at))";
            return _spec.WholeDivisor == 1 ? "sum" : $"TLanes.Multiply(sum, TLanes.Broadcast({_spec.Element.Reciprocal(_spec.WholeDivisor)}))";
        }
    }

    /// <summary>The tap by which the first window that holds an element does so.</summary>
    private static string FirstTap(string element, AxisSpec axis)
    {
        string distance = $"{element} - {element}s.Start(first{char.ToUpperInvariant(element[0])}{element.Substring(1)})";
        return axis.Dilation > 1 ? $"({distance}) / {axis.Dilation}" : element == "slice" ? $"({distance})" : distance;
    }

    /// <summary>From a window that holds an element to the next that does.</summary>
    private static string Next(string window, AxisSpec axis) => axis.WindowStep == 1 ? $"{window}++" : $"{window} += {axis.WindowStep}";
}
