using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.Separable;

/// <summary>
/// Prints how some vectors become their extreme and the bits of those that hold it, as the tie rule says. On numbers alone one instruction
/// joins two vectors and one comparison tells a winner; where a NaN or the identity itself may occur, the exact operations take more, and
/// what lies outside the input is taken from the winners.
/// </summary>
internal sealed class WinnersPrinter(CodeWriter writer, KernelPlan kernel)
{
    // Of taps that are joined one after another: a comparison waits for the extreme, and an extreme for every tap before it.
    private const int MostInChain = 5;

    private string Noun => kernel.Reduction.Noun;

    private bool IsMaximum => kernel.Reduction.IsMaximum;

    /// <summary>A method that takes some vectors and returns their extreme.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="summary">What it does.</param>
    /// <param name="tap">What its parameters are called, numbers aside.</param>
    /// <param name="count">How many they are.</param>
    /// <param name="firstBit">The bit of the first.</param>
    /// <param name="others">The parameter with the bits that there are already, or null.</param>
    /// <param name="isExact">Whether values may be any.</param>
    public void PrintMethod(string name, string summary, string tap, int count, int firstBit, string? others, bool isExact)
    {
        string[] taps = [.. Enumerable.Range(0, count).Select(number => $"{tap}{number}")];
        IEnumerable<string> parameters = taps.Select(parameter => $"TVector {parameter}");
        if (others is not null)
            parameters = parameters.Append($"TVector {others}");
        if (isExact)
            parameters = parameters.Append("TVector inside");
        writer.Line($"\n/// <summary>{summary}</summary>");
        using (KernelFrame.InlinedMethod(
            writer, kernel.Spec.Element, $"private static TVector {name}<TLanes, TVector>({string.Join(", ", parameters)}, out TVector won)"))
        {
            if (isExact)
                PrintExact(taps, firstBit, others, "inside");
            else
                PrintNumbers(taps, firstBit, others);
            writer.Line($"return {(isExact && others is null ? Exact("won") : Noun)};");
        }
    }

    /// <summary>The bits of a range of taps that is the same in all lanes.</summary>
    public static string Inside(string taps, int firstBit) =>
        firstBit == 0 ? $"TLanes.TapNumber((1 << {taps}.End) - (1 << {taps}.First))" : $"TLanes.TapNumber(((1 << {taps}.End) - (1 << {taps}.First)) << {firstBit})";

    /// <summary>Declares the extreme of the taps and assigns the bits of those that hold it to <c>won</c>.</summary>
    /// <param name="taps">The taps, as expressions that are read more than once.</param>
    /// <param name="firstBit">The bit of the first tap.</param>
    /// <param name="won">The bits that there are already, as an expression, or null.</param>
    public void PrintNumbers(IReadOnlyList<string> taps, int firstBit, string? won)
    {
        switch (kernel.Spec.Ties)
        {
            case TieRule.First:
                PrintChain(Enumerable.Range(0, taps.Count), taps, firstBit, won);
                break;
            case TieRule.Last:
                PrintChain(Enumerable.Range(0, taps.Count).Reverse(), taps, firstBit, won);
                break;
            default:
                PrintBits(taps, firstBit, won);
                break;
        }
    }

    /// <summary>The same for any values; <paramref name="inside"/> has the bits of the taps that lie inside the input.</summary>
    public void PrintExact(IReadOnlyList<string> taps, int firstBit, string? won, string inside)
    {
        PrintExtreme(taps, kernel.Reduction.Combine, Noun);
        for (int tap = 0; tap < taps.Count; tap++)
        {
            string bit = $"TLanes.{kernel.Reduction.Winner}({taps[tap]}, {Noun}, TLanes.TapNumber(1 << {firstBit + tap}), TLanes.Zero)";
            writer.Line(tap == 0 ? $"var equal = {bit};" : $"equal = TLanes.Or(equal, {bit});");
        }
        string result = $"TLanes.And(equal, {inside})";
        if (kernel.Spec.Ties is TieRule.First or TieRule.Last)
            result = $"TLanes.{(kernel.Spec.Ties == TieRule.First ? "LowestBit" : "HighestBit")}({result})";
        writer.Line($"won = {(won is null ? result : $"TLanes.Or({won}, {result})")};");
    }

    /// <summary>
    /// The extreme of a row: where NaN never wins, a row without winners becomes NaN, because the identity that stands outside the input
    /// would tie with a window of nothing else.
    /// </summary>
    public string Exact(string won) => kernel.Reduction.NaNIsEmpty
        ? $"TLanes.Or({Noun}, TLanes.SelectTap({won}, 0, TLanes.Broadcast({kernel.Spec.Element.Keyword}.NaN)))"
        : Noun;

    /// <summary>Whether every value seen is a number and beats the identity, from their sum.</summary>
    public string AreNumbers(string sum) => $"TLanes.{(IsMaximum ? "AllAbove" : "AllBelow")}({sum}, {kernel.Reduction.Identity})";

    /// <summary>The best so far wins until one beats it.</summary>
    private void PrintChain(IEnumerable<int> order, IReadOnlyList<string> taps, int firstBit, string? won)
    {
        bool first = true;
        foreach (int tap in order)
        {
            string bit = $"TLanes.TapNumber(1 << {firstBit + tap})";
            if (first)
            {
                writer.Line($"var {Noun} = {taps[tap]};");
                writer.Line($"var winner = {bit};");
            }
            else
            {
                string operands = IsMaximum ? $"{taps[tap]}, {Noun}" : $"{Noun}, {taps[tap]}";
                writer.Line($"winner = TLanes.SelectAbove({operands}, {bit}, winner);");
                writer.Line($"{Noun} = TLanes.{kernel.Reduction.CombineNumbers}({Noun}, {taps[tap]});");
            }
            first = false;
        }
        writer.Line($"won = {(won is null ? "winner" : $"TLanes.Or({won}, winner)")};");
    }

    /// <summary>Every tap that is equal to the extreme: of many, in parts that do not wait for each other.</summary>
    private void PrintBits(IReadOnlyList<string> taps, int firstBit, string? won)
    {
        int parts = (taps.Count + MostInChain - 1) / MostInChain;
        int[] begins = [.. Enumerable.Range(0, parts + 1).Select(part => part * taps.Count / parts)];
        string[][] tapsOf = [.. Enumerable.Range(0, parts).Select(part => taps.Skip(begins[part]).Take(begins[part + 1] - begins[part]).ToArray())];
        for (int part = 0; part < parts; part++)
            PrintExtreme(tapsOf[part], kernel.Reduction.CombineNumbers, Part(Noun, part));
        for (int part = 1; part < parts; part++)
            writer.Line($"{Noun} = TLanes.{kernel.Reduction.CombineNumbers}({Noun}, {Part(Noun, part)});");
        for (int part = 0; part < parts; part++)
        {
            string bits = Part("won", part);
            for (int tap = 0; tap < tapsOf[part].Length; tap++)
            {
                string begin = part == 0 && won is not null ? won : "TLanes.Zero";
                string declaration = part > 0 && tap == 0 ? "var " : "";
                writer.Line($"{declaration}{bits} = TLanes.OrBitIfEqual({(tap == 0 ? begin : bits)}, {firstBit + begins[part] + tap}, {tapsOf[part][tap]}, {Noun});");
            }
        }
        for (int part = 1; part < parts; part++)
            writer.Line($"won = TLanes.Or(won, {Part("won", part)});");
    }

    private static string Part(string name, int part) => part == 0 ? name : $"{name}{part}";

    private void PrintExtreme(IReadOnlyList<string> taps, string combine, string name)
    {
        writer.Line($"var {name} = TLanes.{combine}({taps[0]}, {taps[1]});");
        foreach (string tap in taps.Skip(2))
            writer.Line($"{name} = TLanes.{combine}({name}, {tap});");
    }
}
