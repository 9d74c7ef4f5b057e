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
        using (Method(name, summary, isExact ? [.. taps, .. Optional(others), "inside"] : [.. taps, .. Optional(others)]))
        {
            if (isExact)
                PrintExact(taps, firstBit, others, "inside");
            else
                PrintNumbers(taps, firstBit, others);
            writer.Line($"return {(isExact && others is null ? Exact("won") : Noun)};");
        }
    }

    /// <summary>A method that takes some contenders, all of them numbers, and returns their extreme.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="summary">What it does.</param>
    /// <param name="contenders">What competes, in the order of their taps.</param>
    /// <param name="others">The parameter with the bits that there are already, or null.</param>
    public void PrintMethod(string name, string summary, IReadOnlyList<Contender> contenders, string? others)
    {
        using (Method(name, summary, [.. contenders.SelectMany(contender => contender.Operands), .. Optional(others)]))
        {
            PrintNumbers(contenders, others);
            writer.Line($"return {Noun};");
        }
    }

    private IDisposable Method(string name, string summary, IEnumerable<string> parameters)
    {
        writer.Line($"\n/// <summary>{summary}</summary>");
        string vectors = string.Join(", ", parameters.Select(parameter => $"TVector {parameter}"));
        return KernelFrame.InlinedMethod(writer, kernel.Spec.Element, $"private static TVector {name}<TLanes, TVector>({vectors}, out TVector won)");
    }

    private static IEnumerable<string> Optional(string? parameter) => parameter is null ? [] : [parameter];

    /// <summary>The bits of a range of taps that is the same in all lanes.</summary>
    public static string Inside(string taps, int firstBit) =>
        firstBit == 0 ? $"TLanes.TapNumber((1 << {taps}.End) - (1 << {taps}.First))" : $"TLanes.TapNumber(((1 << {taps}.End) - (1 << {taps}.First)) << {firstBit})";

    /// <summary>Declares the extreme of the taps and assigns the bits of those that hold it to <c>won</c>.</summary>
    /// <param name="taps">The taps, as expressions that are read more than once.</param>
    /// <param name="firstBit">The bit of the first tap.</param>
    /// <param name="won">The bits that there are already, as an expression, or null.</param>
    public void PrintNumbers(IReadOnlyList<string> taps, int firstBit, string? won) =>
        PrintNumbers([.. taps.Select((tap, number) => new Contender(tap, firstBit + number))], won);

    /// <summary>The same for taps of which some have competed already.</summary>
    public void PrintNumbers(IReadOnlyList<Contender> contenders, string? won)
    {
        switch (kernel.Spec.Ties)
        {
            case TieRule.First:
                PrintChain(contenders, won);
                break;
            case TieRule.Last:
                PrintChain(contenders.Reverse(), won);
                break;
            default:
                PrintBits(contenders, won);
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
    private void PrintChain(IEnumerable<Contender> contenders, string? won)
    {
        bool first = true;
        foreach (Contender contender in contenders)
        {
            if (first)
            {
                writer.Line($"var {Noun} = {contender.Value};");
                writer.Line($"var winner = {contender.Won};");
            }
            else
            {
                string operands = IsMaximum ? $"{contender.Value}, {Noun}" : $"{Noun}, {contender.Value}";
                writer.Line($"winner = TLanes.SelectAbove({operands}, {contender.Won}, winner);");
                writer.Line($"{Noun} = TLanes.{kernel.Reduction.CombineNumbers}({Noun}, {contender.Value});");
            }
            first = false;
        }
        writer.Line($"won = {(won is null ? "winner" : $"TLanes.Or({won}, winner)")};");
    }

    /// <summary>Everyone that is equal to the extreme: of many, in parts that do not wait for each other.</summary>
    private void PrintBits(IReadOnlyList<Contender> contenders, string? won)
    {
        int parts = (contenders.Count + MostInChain - 1) / MostInChain;
        int[] begins = [.. Enumerable.Range(0, parts + 1).Select(part => part * contenders.Count / parts)];
        Contender[][] contendersOf = [.. Enumerable.Range(0, parts).Select(part => contenders.Skip(begins[part]).Take(begins[part + 1] - begins[part]).ToArray())];
        for (int part = 0; part < parts; part++)
            PrintExtreme([.. contendersOf[part].Select(contender => contender.Value)], kernel.Reduction.CombineNumbers, Part(Noun, part));
        for (int part = 1; part < parts; part++)
            writer.Line($"{Noun} = TLanes.{kernel.Reduction.CombineNumbers}({Noun}, {Part(Noun, part)});");
        for (int part = 0; part < parts; part++)
        {
            string bits = Part("won", part);
            bool first = true;
            foreach (Contender contender in contendersOf[part])
            {
                string begin = part == 0 && won is not null ? won : "TLanes.Zero";
                string declaration = part > 0 && first ? "var " : "";
                writer.Line($"{declaration}{bits} = {contender.OrIfEqual(first ? begin : bits, Noun)};");
                first = false;
            }
        }
        for (int part = 1; part < parts; part++)
            writer.Line($"won = TLanes.Or(won, {Part("won", part)});");
    }

    private static string Part(string name, int part) => part == 0 ? name : $"{name}{part}";

    private void PrintExtreme(IReadOnlyList<string> taps, string combine, string name)
    {
        writer.Line($"var {name} = {(taps.Count == 1 ? taps[0] : $"TLanes.{combine}({taps[0]}, {taps[1]})")};");
        foreach (string tap in taps.Skip(2))
            writer.Line($"{name} = TLanes.{combine}({name}, {tap});");
    }
}
