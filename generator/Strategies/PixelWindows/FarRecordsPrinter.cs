using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.FarPixels;

namespace PoolGen.Generator.Strategies.PixelWindows;

/// <summary>
/// Prints the method that goes along rows of windows where no cache of a core holds the tensors: pixel by pixel. What the windows that hold a pixel have so far, and
/// who holds it, is kept in scratch memory. The nearest tap inside stands for one outside, under its own number: it is met twice, which changes nothing.
/// </summary>
internal sealed class FarRecordsPrinter(CodeWriter writer, KernelPlan kernel, PixelWindowsPlan plan, FarWalk walk)
{
    private readonly PixelWindowsText _text = new(writer, kernel, plan);

    private readonly FarPlaces _kept = new(writer, kernel.Spec.Element.Keyword, Kept(new(writer, kernel, plan), walk));

    private string Element => kernel.Spec.Element.Keyword;

    private AxisSpec Height => kernel.Spec.Height;

    private AxisSpec Width => kernel.Spec.Width;

    /// <summary>The scratch memory of a call: for each window that is kept, its extreme and its record.</summary>
    public string ScratchLength => _kept.Length(more: 0);

    /// <summary>Whether pixels are worth the walk.</summary>
    public string IsWide => $"geometry.Channels * (long)sizeof({Element}) is >= {walk.LeastPixelBytes} and <= {walk.MostPixelBytes}";

    public void Print()
    {
        string what = char.ToUpperInvariant(_text.What[0]) + _text.What.Substring(1);
        writer.Line($"\n/// <summary>{what} where no cache of a core holds the tensors: pixel by pixel, each added to all windows that hold it; returns the sum as above.</summary>");
        using (_text.Method("FarPixels", "int row"))
        {
            _text.PrintLocals("");
            PrintRows();
            _kept.Print();
            _text.PrintSums();
            writer.Line();
            using (writer.Block($"for (int column = {-walk.LastWindow}; column < columns.OutputExtent; column++)"))
            {
                writer.Line($"int pixel = columns.Start(column){Text.Signed(walk.FirstColumn)}; // the first behind the window before");
                writer.Line(walk.LastWindow > 0
                    ? "nint target = global::System.Math.Max(column, 0) * channels; // the first window takes the place of those before it"
                    : "nint target = column * channels;");
                for (int step = 0; step < walk.Pixels; step++)
                    PrintPixel(step);
            }
            _text.PrintReturn();
        }
    }

    private void PrintRows()
    {
        if (Width.Clips)
            writer.Line("int lastColumn = columns.InputExtent - 1;");
        if (!Height.Clips)
        {
            writer.Line($"ref {Element} row0 = ref {Row("rows.Start(row)")};");
            foreach (int row in _text.TapRows.Skip(1))
                writer.Line($"ref {Element} row{row} = ref Cs::Unsafe.Add(ref row{row - 1}, rowStep);");
            return;
        }
        writer.Line("int line = rows.Start(row), lastLine = rows.InputExtent - 1;");
        foreach (int row in _text.TapRows)
        {
            writer.Line($"int line{row} = {PixelWindowsText.Inside($"line{Text.Signed(row)}", "lastLine")};");
            writer.Line($"ref {Element} row{row} = ref {Row($"line{row}")};");
        }
        foreach (string window in _text.Windows)
        {
            int[] rows = _text.WindowRows(window);
            foreach (int row in rows)
                writer.Line($"var {window}Number{row} = {Number(Text.Times(Width.Kernel, $"line{row} - line{Text.Signed(-rows[0])}"))};");
        }
    }

    private static string Row(string line) => $"Cs::Unsafe.Add(ref operands.Input, (sample * geometry.InputPlane + {line} * (nint)columns.InputExtent) * channels)";

    private void PrintPixel(int step)
    {
        string own = $"pixel{Text.Signed(step)}";
        string nearest = Width.Clips ? PixelWindowsText.Inside(own, "lastColumn") : walk.LastWindow > 0 ? $"global::System.Math.Max({own}, 0)" : own;
        writer.Line($"int pixel{step} = {nearest};");
        if (Width.Clips)
            writer.Line($"int shift{step} = pixel{step} - {(step == 0 ? "pixel" : $"({own})")};");
        writer.Line($"nint source{step} = pixel{step} * channels;");
        using (_text.Channels())
        {
            _kept.PrintPlace();
            foreach (int row in _text.TapRows)
            {
                writer.Line($"var tap{row} = TLanes.Load(ref row{row}, source{step} + at);");
                writer.Line($"sum{row % PixelWindowsText.Sums} = TLanes.Add(sum{row % PixelWindowsText.Sums}, tap{row});");
            }
            int next = walk.WindowRows * Height.Stride;
            foreach (int row in _text.TapRows.Where(row => row + next >= walk.TapRows))
                writer.Line($"TPlacement.Prefetch(ref row{row}, source{step} + at + {Text.Times(next, "rowStep")}, TLanes.Count);");
            foreach (string window in _text.Windows)
                PrintWindows(window, step);
        }
    }

    /// <summary>The windows of a row that hold a pixel.</summary>
    private void PrintWindows(string windows, int step)
    {
        int[] rows = _text.WindowRows(windows);
        string taps = string.Join(", ", rows.Select(row => $"tap{row}"));
        string numbers = string.Join(", ", rows.Select(row => Height.Clips ? $"{windows}Number{row}" : Number($"{Width.Kernel * (row - rows[0])}")));
        (string extreme, string record) = (_text.Extreme(windows), _text.RecordOf(windows));
        writer.Line($"var {extreme} = Rows<TLanes, TVector>({taps}, {numbers}, out var {record});");
        foreach ((int window, int column) in walk.Windows(step))
        {
            (string value, string winner) = (extreme, InColumn(record, column, step));
            if (column > 0)
            {
                string before = $"{_kept.Load(extreme + window)}, {_kept.Load(record + window)}";
                writer.Line($"var {extreme}{window} = Joined<TLanes, TVector>({before}, {extreme}, {winner}, out var {record}{window});");
                (value, winner) = ($"{extreme}{window}", $"{record}{window}");
            }
            int place = walk.Kept(window, step);
            if (place < 0)
            {
                _text.PrintResult(value, winner, $"{windows} + target + at");
                continue;
            }
            _kept.PrintStore(value, $"{extreme}{place}");
            _kept.PrintStore(winner, $"{record}{place}");
        }
    }

    /// <summary>The number, or the bit, of a tap.</summary>
    private string Number(string tap) => $"TLanes.TapNumber({(_text.HasBits ? $"1 << {tap}" : tap)})";

    /// <summary>The record of the first column of a window as that of another one.</summary>
    private string InColumn(string record, int column, int step)
    {
        string by = !Width.Clips ? $"{column}" : column == 0 ? $"shift{step}" : $"{column} + shift{step}";
        return by == "0" ? record : $"TLanes.{(_text.HasBits ? "ShiftBits" : "AddToTaps")}({record}, {by})";
    }

    private static IEnumerable<string> Kept(PixelWindowsText text, FarWalk walk) =>
        from row in text.Windows
        from window in Enumerable.Range(0, walk.KeptWindows)
        from name in new[] { text.Extreme(row), text.RecordOf(row) }
        select name + window;
}
