using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.AdaptiveWindows;

/// <summary>
/// Prints the backward pass over planes where every winner receives something: the extremes again, and then taps compared with them. Windows are
/// dealt out to layers in which none overlaps another, so that each column has one window, its extreme and its gradient.
/// </summary>
internal sealed class PlaneWinnersPrinter(CodeWriter writer, KernelPlan kernel, AdaptiveWindowsPlan plan, AdaptiveText text)
{
    private readonly PlaneRowsPrinter _rows = new(writer, kernel, text);

    private string Element => text.Element;

    private bool Splits => kernel.Spec.Ties == TieRule.Split;

    // Rows combined, or counts of winners; the windows' extremes; the extreme and the gradient of each column's window.
    private const int ScratchRows = 4;

    public void Print()
    {
        writer.Line("\npublic static int ScratchLength(in Rt::PoolingGeometry geometry) =>");
        writer.Line($"    checked(Rt::WindowBounds.ScratchLength<{Element}>(geometry.Width, {ScratchRows}) + Rt::StripWidth.SquareLength<{Element}>());");
        PrintRun();
        if (plan.CombinesRows)
            _rows.PrintCombineRows(numbers: false, last: false);
        _rows.PrintWindows(divides: false);
        PrintDeal();
        if (Splits)
        {
            PrintCount();
            PrintDivide();
        }
        PrintRoute();
    }

    private void PrintRun()
    {
        writer.Line();
        using (KernelFrame.Run(writer, text.Type))
        {
            text.PrintPlaneAxes(writer);
            writer.Line("int windows = columns.OutputExtent, layers = columns.Layers;");
            writer.Line("ref int bounds = ref Rt::WindowBounds.Fill(operands, columns);");
            writer.Line("ref var combined = ref Rt::WindowBounds.Row(operands, columns, 0);");
            writer.Line("ref var extremes = ref Rt::WindowBounds.Row(operands, columns, 1);");
            writer.Line("ref var extreme = ref Rt::WindowBounds.Row(operands, columns, 2);");
            writer.Line("ref var gradient = ref Rt::WindowBounds.Row(operands, columns, 3);");
            writer.Line($"ref var vectors = ref Rt::WindowBounds.Row(operands, columns, {ScratchRows});");
            using (writer.Block("for (int plane = begin; plane < end; plane++)"))
            {
                writer.Line("nint origin = plane * geometry.InputPlane;");
                writer.Line("operands.ClearInputGradient(origin, geometry.InputPlane);");
                writer.Line("ref var gradients = ref Cs::Unsafe.Add(ref operands.OutputGradient, plane * geometry.OutputPlane);");
                using (text.Slices(writer))
                using (writer.Block("for (int row = 0; row < rows.OutputExtent; row++)"))
                    PrintRow();
            }
        }
    }

    private void PrintRow()
    {
        writer.Line("int top = rows.Start(row), height = rows.End(row) - top;");
        string corner = $"origin + {text.OfSlices("front * sliceStep + ")}top * width";
        writer.Line($"ref var source = ref Cs::Unsafe.Add(ref operands.Input, {corner});");
        writer.Line($"ref var target = ref Cs::Unsafe.Add(ref operands.InputGradient, {corner});");
        if (plan.CombinesRows)
        {
            writer.Line($"CombineRows<TLanes, TVector>(ref source, width, {text.OfSlices("sliceStep, depth, ")}height, ref combined);");
            writer.Line("Windows<TLanes, TVector>(ref combined, ref bounds, windows, ref vectors, ref extremes);");
        }
        else
        {
            writer.Line("Windows<TLanes, TVector>(ref source, ref bounds, windows, ref vectors, ref extremes);");
        }
        using (writer.Block("for (int layer = 0; layer < layers; layer++)"))
        {
            string row = text.HasDepth ? "(slice * (nint)rows.OutputExtent + row) * windows" : "row * (nint)windows";
            writer.Line($"Deal<TLanes, TVector>(ref extremes, ref Cs::Unsafe.Add(ref gradients, {row}), ref bounds, windows, layer, layers, ref extreme, ref gradient, width);");
            if (Splits)
            {
                writer.Line($"Count<TLanes, TVector>(ref source, width, {text.OfSlices("sliceStep, depth, ")}height, ref extreme, ref combined);");
                writer.Line("Divide<TLanes, TVector>(ref combined, ref bounds, windows, layer, layers, ref gradient);");
            }
            using (text.HasDepth ? writer.Indented("for (int tapSlice = 0; tapSlice < depth; tapSlice++)") : null)
                writer.Line($"Route<TLanes, TVector>(ref {OfSlice("source")}, width, height, ref extreme, ref gradient, ref {OfSlice("target")});");
        }
    }

    private string OfSlice(string tensor) => text.HasDepth ? $"Cs::Unsafe.Add(ref {tensor}, tapSlice * sliceStep)" : tensor;

    private void PrintDeal()
    {
        writer.Line("\n/// <summary>The extreme and the gradient of each column's window in a layer; a gradient of 0 beside windows. A vector that hangs over is written over by the next.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            text.Type,
            $"private static void Deal<TLanes, TVector>(ref {Element} extremes, ref {Element} gradients, ref int bounds, int windows, int layer, int layers, ref {Element} extreme, ref {Element} gradient, nint width)"))
        {
            writer.Line("nint filled = 0;");
            using (writer.Block("for (int window = layer; window < windows; window += layers)"))
            {
                writer.Line("nint column = Cs::Unsafe.Add(ref bounds, 2 * window), end = Cs::Unsafe.Add(ref bounds, 2 * window + 1);");
                using (writer.Indented("for (; filled < column; filled += TLanes.Count)"))
                    writer.Line("TLanes.Store(TLanes.Zero, ref gradient, filled);");
                using (writer.Block("for (; column < end; column += TLanes.Count)"))
                {
                    writer.Line("TLanes.Store(TLanes.Broadcast(Cs::Unsafe.Add(ref extremes, window)), ref extreme, column);");
                    writer.Line("TLanes.Store(TLanes.Broadcast(Cs::Unsafe.Add(ref gradients, window)), ref gradient, column);");
                }
                writer.Line("filled = end;");
            }
            using (writer.Indented("for (; filled < width; filled += TLanes.Count)"))
                writer.Line("TLanes.Store(TLanes.Zero, ref gradient, filled);");
        }
    }

    private void PrintCount()
    {
        writer.Line("\n/// <summary>The winners in each column.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            text.Type,
            $"private static void Count<TLanes, TVector>(ref {Element} source, nint width, {text.OfSlices("nint sliceStep, int depth, ")}int height, ref {Element} extreme, ref {Element} winners)"))
        {
            writer.Line($"var one = TLanes.Broadcast(1{text.Type.Suffix});");
            using (writer.Block("for (nint next = 0; next < width; next += TLanes.Count)"))
            {
                writer.Line("nint column = nint.Min(next, width - TLanes.Count);");
                writer.Line("var sought = TLanes.Load(ref extreme, column);");
                writer.Line("var count = TLanes.Zero;");
                using (text.HasDepth ? writer.Block("for (int slice = 0; slice < depth; slice++)") : null)
                using (writer.Indented("for (int row = 0; row < height; row++)"))
                    writer.Line($"count = TLanes.Add(count, {text.Select($"TLanes.Load(ref source, {text.OfSlices("slice * sliceStep + ")}row * width + column)", "sought", "one")});");
                writer.Line("TLanes.Store(count, ref winners, column);");
            }
        }
    }

    private void PrintDivide()
    {
        writer.Line("\n/// <summary>Divides the gradient of each window in a layer by its winners.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            text.Type,
            $"private static void Divide<TLanes, TVector>(ref {Element} winners, ref int bounds, int windows, int layer, int layers, ref {Element} gradient)"))
        using (writer.Block("for (int window = layer; window < windows; window += layers)"))
        {
            writer.Line("int first = Cs::Unsafe.Add(ref bounds, 2 * window), end = Cs::Unsafe.Add(ref bounds, 2 * window + 1);");
            writer.Line($"{Element} count = 0;");
            using (writer.Indented("for (int column = first; column < end; column++)"))
                writer.Line("count += Cs::Unsafe.Add(ref winners, column);");
            using (writer.Indented("for (int column = first; column < end; column++)"))
                writer.Line("Cs::Unsafe.Add(ref gradient, column) /= count;");
        }
    }

    private void PrintRoute()
    {
        writer.Line("\n/// <summary>Adds each column's gradient to its winners.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            text.Type,
            $"private static void Route<TLanes, TVector>(ref {Element} source, nint width, int height, ref {Element} extreme, ref {Element} gradient, ref {Element} target)"))
        {
            writer.Line("nint column = 0;");
            using (writer.Block("for (; column <= width - TLanes.Count; column += TLanes.Count)"))
            {
                writer.Line("var sought = TLanes.Load(ref extreme, column);");
                writer.Line("var given = TLanes.Load(ref gradient, column);");
                writer.Line("nint at = column;");
                using (writer.Indented("for (int row = 0; row < height; row++, at += width)"))
                    writer.Line($"TLanes.Store(TLanes.Add(TLanes.Load(ref target, at), {text.Select("TLanes.Load(ref source, at)", "sought", "given")}), ref target, at);");
            }
            using (writer.Block("if (column < width)"))
            {
                writer.Line("var sought = TLanes.Load(ref extreme, column);");
                writer.Line("var given = TLanes.Load(ref gradient, column);");
                using (writer.Block("for (int row = 0; row < height; row++)"))
                {
                    writer.Line($"ref {Element} sources = ref Cs::Unsafe.Add(ref source, row * width);");
                    writer.Line($"ref {Element} targets = ref Cs::Unsafe.Add(ref target, row * width);");
                    writer.Line($"var won = {text.Select("TLanes.LoadClipped(ref sources, column, width, TLanes.Zero)", "sought", "given")};");
                    writer.Line("TLanes.StoreClipped(TLanes.Add(TLanes.LoadClipped(ref targets, column, width, TLanes.Zero), won), ref targets, column, width);");
                }
            }
        }
    }
}
