using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.LargeWindows;

/// <summary>
/// Prints the combination down the columns. The windows of a block share a row: each is the run from its first row to that one, found
/// from the shared row upwards, and the run from behind it to its last row, found downwards (van Herk's algorithm).
/// </summary>
internal sealed class ColumnRunsPrinter(CodeWriter writer, KernelPlan kernel, LargeWindowsText text)
{
    public void Print()
    {
        // As many runs side by side do not wait for each other.
        foreach (int strips in (int[])[4, 2, 1])
            Print(strips);
    }

    private void Print(int strips)
    {
        string[] letters = Enumerable.Range(0, strips).Select(strip => $"{(char)('A' + strip)}").ToArray();
        string shares = text.ScalesSource ? $", ref {text.Element} columnShares, ref {text.Element} rowShares" : "";
        writer.Line($"\n/// <summary>{(strips == 1 ? "A strip" : $"{strips} neighbouring strips")} of a block of windows, combined down the columns.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            kernel.Spec.Element,
            $"private static void Columns{strips}<TLanes, TVector>(ref {text.Element} source, ref {text.Element} columns, int rows, nint width, nint pitch, int lead, int first, int behind, nint column{shares})"))
        {
            // The last strips overlap those before where the row ends.
            foreach (string letter in letters)
                writer.Line($"nint column{letter} = nint.Min(column{Step(letter)}, width - TLanes.Count);");
            if (text.ScalesSource)
            {
                foreach (string letter in letters)
                    writer.Line($"var share{letter} = TLanes.Load(ref columnShares, column{letter});");
            }
            writer.Line();
            writer.Line($"int row = {text.Top("first")} + {text.Height.Kernel}; // behind the shared row");
            writer.Line($"TVector {string.Join(", ", letters.Select(letter => $"up{letter} = {text.Identity}"))};");
            using (writer.Block("for (int window = behind - 1; window >= first; window--)"))
            {
                using (writer.Block($"for (int top = {text.Top("window")}; row > top;)"))
                {
                    writer.Line("row--;");
                    PrintRow("up", letters);
                }
                writer.Line($"ref {text.Element} combined = ref Cs::Unsafe.Add(ref columns, (window - first) * pitch);");
                foreach (string letter in letters)
                    writer.Line($"TLanes.Store(up{letter}, ref combined, column{letter});");
            }
            if (text.BlockRows == 1)
                return;
            writer.Line();
            writer.Line($"row = {text.Top("first")} + {text.Height.Kernel};");
            writer.Line($"TVector {string.Join(", ", letters.Select(letter => $"down{letter} = {text.Identity}"))};");
            PrintDownwards(letters);
        }
    }

    private void PrintDownwards(string[] letters)
    {
        using (writer.Block("for (int window = first + 1; window < behind; window++)"))
        {
            using (writer.Block($"for (int bottom = {text.Top("window")} + {text.Height.Kernel}; row < bottom; row++)"))
                PrintRow("down", letters);
            writer.Line($"ref {text.Element} combined = ref Cs::Unsafe.Add(ref columns, (window - first) * pitch);");

            // All are loaded before one is stored: strips may overlap.
            foreach (string letter in letters)
                writer.Line($"var window{letter} = {text.Combine($"TLanes.Load(ref combined, column{letter})", $"down{letter}")};");
            foreach (string letter in letters)
                writer.Line($"TLanes.Store(window{letter}, ref combined, column{letter});");
        }
    }

    private void PrintRow(string run, string[] letters)
    {
        using (writer.Indented("if (unchecked((uint)row) >= (uint)rows)"))
            writer.Line("continue;");
        writer.Line($"ref {text.Element} next = ref Cs::Unsafe.Add(ref source, row * width);");
        if (text.ScalesSource)
            writer.Line("var rowShare = TLanes.Broadcast(Cs::Unsafe.Add(ref rowShares, row));");
        foreach (string letter in letters)
        {
            string value = $"TLanes.Load(ref next, column{letter})";
            if (text.ScalesSource)
                value = $"TLanes.Multiply(TLanes.Multiply({value}, share{letter}), rowShare)";
            writer.Line($"{run}{letter} = {text.Combine(run + letter, value)};");
        }
    }

    private static string Step(string letter) => letter[0] switch
    {
        'A' => "",
        'B' => " + TLanes.Count",
        _ => $" + {letter[0] - 'A'} * TLanes.Count",
    };
}
