using PoolGen.Generator.Emission;

namespace PoolGen.Generator.Strategies.AdaptiveWindows;

/// <summary>
/// Prints the backward pass of sums over planes: what the windows of a row give to each column is worked out once, and stored in all rows
/// of the windows. Rows that they share with the windows above have received something already.
/// </summary>
internal sealed class PlaneSharesPrinter(CodeWriter writer, AdaptiveWindowsPlan plan, AdaptiveText text)
{
    private string Element => text.Element;

    public void Print()
    {
        writer.Line($"\npublic static int ScratchLength(in Rt::PoolingGeometry geometry) => Rt::WindowBounds.ScratchLength<{Element}>(geometry.Width, 1);");
        PrintRun();
        PrintExpand();
        PrintStoreRows();
        PrintAddRow();
    }

    private void PrintRun()
    {
        writer.Line();
        using (KernelFrame.Run(writer, text.Type))
        {
            text.PrintPlaneAxes(writer);
            writer.Line("int windows = columns.OutputExtent;");
            writer.Line(KernelFrame.Streams("width"));
            writer.Line("ref int bounds = ref Rt::WindowBounds.Fill(operands, columns);");
            writer.Line("ref var shares = ref Rt::WindowBounds.Row(operands, columns, 0);");
            using (writer.Block("for (int plane = begin; plane < end; plane++)"))
            {
                writer.Line("ref var gradients = ref Cs::Unsafe.Add(ref operands.OutputGradient, plane * geometry.OutputPlane);");
                writer.Line("ref var target = ref Cs::Unsafe.Add(ref operands.InputGradient, plane * geometry.InputPlane);");
                if (text.HasDepth)
                    PrintSlices();
                else
                    PrintRows();
            }
        }
    }

    private void PrintRows()
    {
        writer.Line("int done = 0;");
        using (writer.Block("for (int row = 0; row < rows.OutputExtent; row++)"))
        {
            writer.Line("int top = rows.Start(row), bottom = rows.End(row);");
            writer.Line($"Expand<TLanes, TVector>(ref Cs::Unsafe.Add(ref gradients, row * (nint)windows), ref bounds, windows{(plan.Divides ? ", bottom - top" : "")}, ref shares{(plan.LeavesRest ? ", width" : "")});");
            using (writer.Indented("for (int shared = top; shared < done; shared++)"))
                writer.Line("AddRow<TLanes, TVector>(ref shares, ref Cs::Unsafe.Add(ref target, shared * width), width);");
            PrintStores("target", "streams");
            writer.Line("done = bottom;");
        }
        if (plan.LeavesRest)
            writer.Line("operands.ClearInputGradient(plane * geometry.InputPlane + done * width, (rows.InputExtent - done) * width);");
    }

    /// <summary>With slices, those that windows share with the ones in front have received something in every row.</summary>
    private void PrintSlices()
    {
        writer.Line("int behind = 0;");
        using (writer.Block("for (int slice = 0; slice < slices.OutputExtent; slice++)"))
        {
            writer.Line("int front = slices.Start(slice), back = slices.End(slice);");
            writer.Line("int next = slice + 1 < slices.OutputExtent ? slices.Start(slice + 1) : back;");
            writer.Line("int below = 0;");
            using (writer.Block("for (int row = 0; row < rows.OutputExtent; row++)"))
            {
                writer.Line("int top = rows.Start(row), bottom = rows.End(row);");
                writer.Line($"Expand<TLanes, TVector>(ref Cs::Unsafe.Add(ref gradients, (slice * (nint)rows.OutputExtent + row) * windows), ref bounds, windows{(plan.Divides ? ", (back - front) * (bottom - top)" : "")}, ref shares);");
                using (writer.Block("for (int tapSlice = front; tapSlice < back; tapSlice++)"))
                {
                    writer.Line("ref var targets = ref Cs::Unsafe.Add(ref target, tapSlice * sliceStep);");
                    writer.Line("int done = tapSlice < behind ? bottom : below;");
                    using (writer.Indented("for (int shared = top; shared < done; shared++)"))
                        writer.Line("AddRow<TLanes, TVector>(ref shares, ref Cs::Unsafe.Add(ref targets, shared * width), width);");
                    PrintStores("targets", "streams && tapSlice < next");
                }
                writer.Line("below = bottom;");
            }
            writer.Line("behind = back;");
        }
    }

    private void PrintStores(string target, string streams)
    {
        writer.Line();
        writer.Line("// What the next windows add to stays in the cache.");
        writer.Line("int kept = row + 1 < rows.OutputExtent ? rows.Start(row + 1) : bottom;");
        writer.Line($"StoreRows<TLanes, TVector>(ref shares, ref {target}, width, done, kept, {streams});");
        writer.Line($"StoreRows<TLanes, TVector>(ref shares, ref {target}, width, global::System.Math.Max(done, kept), bottom, streams: false);");
    }

    private void PrintExpand()
    {
        writer.Line("\n/// <summary>What a row of windows gives to each column. A vector that hangs over its window's end is written over by the next one's.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            text.Type,
            $"private static void Expand<TLanes, TVector>(ref {Element} gradients, ref int bounds, int windows{(plan.Divides ? $", int {text.RowCount}" : "")}, ref {Element} shares{(plan.LeavesRest ? ", nint width" : "")})"))
        {
            writer.Line("int filled = 0;");
            using (writer.Block("for (int window = 0; window < windows; window++)"))
            {
                writer.Line("int first = Cs::Unsafe.Add(ref bounds, 2 * window), end = Cs::Unsafe.Add(ref bounds, 2 * window + 1);");
                writer.Line($"{Element} share = {text.Share("Cs::Unsafe.Add(ref gradients, window)", $"{text.RowCount} * (end - first)")};");
                using (writer.Indented("for (int column = first; column < filled; column++)"))
                    writer.Line("Cs::Unsafe.Add(ref shares, column) += share;");
                using (writer.Indented("for (int column = filled; column < end; column += TLanes.Count)"))
                    writer.Line("TLanes.Store(TLanes.Broadcast(share), ref shares, column);");
                writer.Line("filled = end;");
            }
            if (plan.LeavesRest)
            {
                using (writer.Indented("for (; filled < width; filled += TLanes.Count) // no window reaches these"))
                    writer.Line("TLanes.Store(TLanes.Zero, ref shares, filled);");
            }
        }
    }

    private void PrintStoreRows()
    {
        writer.Line("\n/// <summary>Some rows written; the last vector of each overlaps the one before.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            text.Type,
            $"private static void StoreRows<TLanes, TVector>(ref {Element} shares, ref {Element} target, nint width, int first, int end, bool streams)"))
        using (writer.Block("for (int row = first; row < end; row++)"))
        {
            writer.Line($"ref {Element} targets = ref Cs::Unsafe.Add(ref target, row * width);");
            using (writer.Block("for (nint next = 0; next < width; next += TLanes.Count)"))
            {
                writer.Line("nint column = nint.Min(next, width - TLanes.Count);");
                writer.Line(KernelFrame.StoreResult(text.Type, "TLanes.Load(ref shares, column)", "targets", "column"));
            }
        }
    }

    private void PrintAddRow()
    {
        writer.Line("\n/// <summary>A row added.</summary>");
        using (KernelFrame.HotMethod(
            writer, text.Type, $"private static void AddRow<TLanes, TVector>(ref {Element} shares, ref {Element} target, nint width)"))
        {
            writer.Line("nint column = 0;");
            using (writer.Indented("for (; column <= width - TLanes.Count; column += TLanes.Count)"))
                writer.Line("TLanes.Store(TLanes.Add(TLanes.Load(ref target, column), TLanes.Load(ref shares, column)), ref target, column);");
            using (writer.Indented("if (column < width)"))
                writer.Line("TLanes.StoreClipped(TLanes.Add(TLanes.LoadClipped(ref target, column, width, TLanes.Zero), TLanes.Load(ref shares, column)), ref target, column, width);");
        }
    }
}
