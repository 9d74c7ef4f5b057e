using PoolGen.Generator.Emission;
using PoolGen.Generator.Strategies.FarPixels;

namespace PoolGen.Generator.Strategies.RollingPixels;

/// <summary>
/// Prints the method for windows that share columns, where no cache of a core holds the tensors: pixel by pixel, as they lie in memory, of a
/// row of windows, or of two that share rows. The rows of a pixel are combined once, and added to all windows that hold it; what these have so far is
/// kept in scratch memory.
/// </summary>
/// <remarks>Each step ends one window, number 0 of those that are kept, and begins another; before the first window, steps only begin some.</remarks>
internal sealed class FarPixelsPrinter(CodeWriter writer, RollingPixelsPlan plan, FarWalk walk, RollingPixelsText text)
{
    private readonly FarPlaces _kept = new(
        writer, text.Element, from row in Rows(walk) from window in Enumerable.Range(0, walk.KeptWindows) select row + window);

    private string Element => text.Element;

    private PixelAxis Height => plan.Height;

    private PixelAxis Width => plan.Width;

    private bool IsPaired => walk.WindowRows == 2;

    private string[] WindowRows => Rows(walk);

    private int[] TapRows => [.. Enumerable.Range(0, walk.TapRows)];

    /// <summary>The scratch memory of a call: a place of whole vectors for each window that is kept, and for results and values that are not there.</summary>
    public void PrintScratchLength()
    {
        writer.Line();
        writer.Line("/// <summary>What the windows that hold a pixel have so far, and room for a window that is not there.</summary>");
        writer.Line($"public static int ScratchLength(in Rt::PoolingGeometry geometry) => {_kept.Length(more: plan.HasEmptyPixel ? 2 : 1)};");
    }

    public void Print()
    {
        string what = IsPaired ? "Two rows of windows, or the last one," : "A row of windows";
        writer.Line($"\n/// <summary>{what} where no cache of a core holds the tensors: pixel by pixel, each added to all windows that hold it.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            text.Type,
            $"private static void FarPixels<TLanes, TVector, TPlacement>(in Rt::PoolingOperands<{Element}> operands, in Rt::PoolingGeometry geometry, int sample, int row)"))
        {
            text.PrintExtents(writer);
            text.PrintSample(writer);
            _kept.Print();
            writer.Line("nint vectors = (channels + TLanes.Count - 1) / TLanes.Count * TLanes.Count;");
            writer.Line($"ref {Element} nowhere = ref Cs::Unsafe.Add(ref kept, {Text.Times(walk.WindowRows * walk.KeptWindows, "vectors")});");
            if (plan.HasEmptyPixel)
                PrintEmptyPixel();
            PrintRows();
            if (plan.CountsResults)
                PrintShares();
            else if (plan.Scale == PixelScale.Constant)
                writer.Line($"var share = TLanes.Broadcast({text.Reciprocal(plan.Divisor)});");
            writer.Line("nint last = channels - TLanes.Count; // the last vector overlaps the one before");
            writer.Line();
            using (writer.Block($"for (int column = {-walk.LastWindow}; column < columns.{text.TargetExtent}; column++)"))
            {
                writer.Line($"int pixel = {text.Start("column", "columns", Width)} + {walk.FirstColumn}; // the first behind the window before");
                if (plan.CountsResults)
                    PrintCountedShares();
                foreach (int step in Enumerable.Range(0, walk.Pixels))
                    PrintPixel(step);
            }
        }
    }

    private void PrintEmptyPixel()
    {
        writer.Line($"ref {Element} empty = ref Cs::Unsafe.Add(ref nowhere, vectors);");
        using (writer.Indented("for (nint channel = 0; channel < channels; channel += TLanes.Count)"))
            writer.Line($"TLanes.Store(TLanes.Broadcast({text.Reduction.Identity}), ref empty, channel);");
    }

    private void PrintRows()
    {
        writer.Line($"int top = {text.Start("row", "geometry.Height", Height)};");
        if (IsPaired)
            writer.Line($"bool hasLower = row + 1 < geometry.Height.{text.TargetExtent};");
        foreach (int row in TapRows)
        {
            string own = Operand("top", row), extent = $"geometry.Height.{text.SourceExtent}";
            if (plan.HasEmptyRows)
                writer.Line($"bool has{row} = unchecked((uint){own}) < (uint){extent};");
            // Without clipped rows, only windows below the last row have none.
            string line = plan.HasEmptyRows || row < Height.Kernel ? own : $"global::System.Math.Min({own}, {extent} - 1)";
            if (plan.ReplacesRows)
                line = $"Nearest(top{Text.Signed(row)}, geometry)";
            writer.Line($"ref {Element} row{row} = ref Cs::Unsafe.Add(ref {text.Source}, {line} * sourceStep);");
        }
        writer.Line($"ref {Element} upper = ref Cs::Unsafe.Add(ref {text.Target}, row * targetStep);");
        if (IsPaired)
            writer.Line($"ref {Element} lower = ref Cs::Unsafe.Add(ref upper, targetStep);");
    }

    // As where a cache holds the tensors: what windows inside are multiplied with is rounded once.
    private void PrintShares()
    {
        foreach (string windows in WindowRows)
        {
            int first = windows == "upper" ? 0 : Height.Stride;
            string whole = text.Reciprocal(plan.Divisor), row = first == 0 ? "row" : "row + 1";
            writer.Line($"{Element} {windows}Rows = {text.Number(1)} / global::System.Math.Max(1, geometry.Height.Taps({row}).{plan.Counted});");
            writer.Line(plan.HasEmptyRows
                ? $"{Element} {windows}Whole = has{first} && has{first + Height.Kernel - 1} ? {whole} : {windows}Rows * ({text.Reciprocal(Width.Kernel)});"
                : $"{Element} {windows}Whole = {whole};");
        }
    }

    private void PrintCountedShares()
    {
        writer.Line("bool isWhole = columns.InteriorBegin <= column && column < columns.InteriorEnd;");
        writer.Line($"int taps = isWhole ? {Width.Kernel} : global::System.Math.Max(1, columns.Taps(column).{plan.Counted});");
        foreach (string windows in WindowRows)
            writer.Line($"var {Share(windows)} = TLanes.Broadcast(isWhole ? {windows}Whole : {windows}Rows / taps);");
    }

    /// <summary>A pixel: the window that ends with the last one of a step has its result, and all others follow it by one.</summary>
    private void PrintPixel(int step)
    {
        Func<int, string> load = plan.HasEmptyPixel ? PrintTaps(step) : PrintInside(step);
        if (walk.Ends(step))
        {
            foreach (string windows in WindowRows)
            {
                string isAbsent = windows == "upper" ? "column < 0" : "column < 0 || !hasLower";
                writer.Line($"ref {Element} {windows}Target = ref {isAbsent} ? ref nowhere : ref Cs::Unsafe.Add(ref {windows}, column * channels);");
            }
        }
        using (writer.Block("for (nint channel = 0; channel < channels; channel += TLanes.Count)"))
        {
            writer.Line("nint at = nint.Min(channel, last);");
            _kept.PrintPlace();
            PrintColumns(load);
            foreach (string windows in WindowRows)
            {
                foreach ((int window, int column) in walk.Windows(step))
                {
                    string value = column == 0 ? $"{windows}Column" : text.Combine(_kept.Load($"{windows}{window}"), $"{windows}Column");
                    if (walk.Kept(window, step) < 0)
                        writer.Line(text.Store(text.Result(value, Share(windows)), $"{windows}Target", "at"));
                    else
                        _kept.PrintStore(value, $"{windows}{walk.Kept(window, step)}");
                }
            }
        }
    }

    /// <summary>The rows of a pixel combined, those first that both rows of windows have.</summary>
    private void PrintColumns(Func<int, string> load)
    {
        int next = walk.WindowRows * Height.Stride;
        foreach (int row in TapRows.Where(row => row + next >= TapRows.Length))
            writer.Line($"TPlacement.Prefetch({load(row)} + {Text.Times(next, "sourceStep")}, TLanes.Count);");
        string Loaded(int row) => $"TLanes.Load({load(row)})";
        if (!IsPaired)
        {
            writer.Line($"var upperColumn = {text.Combine(TapRows.Select(Loaded))};");
            return;
        }
        writer.Line($"var shared = {text.Combine(TapRows.Skip(Height.Stride).Take(Height.Kernel - Height.Stride).Select(Loaded))};");
        writer.Line($"var upperColumn = {text.Combine(TapRows.Take(Height.Stride).Select(Loaded).Append("shared"))};");
        writer.Line($"var lowerColumn = {text.Combine(TapRows.Skip(Height.Kernel).Select(Loaded).Prepend("shared"))};");
    }

    /// <summary>Where a vector of each row lies, those outside in the empty pixel.</summary>
    private Func<int, string> PrintTaps(int step)
    {
        writer.Line($"bool isInside{step} = unchecked((uint){Operand("pixel", step)}) < (uint)columns.{text.SourceExtent};");
        foreach (int row in TapRows)
        {
            string has = plan.HasEmptyRows ? $" && has{row}" : "";
            writer.Line($"ref {Element} tap{step}{row} = ref isInside{step}{has} ? ref Cs::Unsafe.Add(ref row{row}, {Operand("pixel", step)} * channels) : ref empty;");
        }
        return row => $"ref tap{step}{row}, at";
    }

    private Func<int, string> PrintInside(int step)
    {
        string nearest = $"global::System.Math.Max(0, pixel{Text.Signed(step)})"; // windows before the first begin outside
        if (plan.ClipsColumns)
            nearest = $"global::System.Math.Min({nearest}, columns.{text.SourceExtent} - 1)";
        writer.Line($"nint tap{step} = {nearest} * channels;");
        return row => $"ref row{row}, tap{step} + at";
    }

    private string Share(string windows) => plan.CountsResults ? $"{windows}Share" : "share";

    private static string Operand(string first, int further) => further == 0 ? first : $"({first} + {further})";

    private static string[] Rows(FarWalk walk) => walk.WindowRows == 2 ? ["upper", "lower"] : ["upper"];
}
