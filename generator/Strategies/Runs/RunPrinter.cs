using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.Runs;

/// <summary>
/// Prints the methods that combine runs of neighbouring elements: each run to a vector, and as many vectors as they have lanes to one
/// whose every lane is a run's value.
/// </summary>
/// <param name="writer">Where the code goes.</param>
/// <param name="element">The element type.</param>
/// <param name="reduction">How elements are combined.</param>
internal sealed class RunPrinter(CodeWriter writer, ElementType element, ReductionPlan reduction)
{
    private string Element => element.Keyword;

    private string Noun => reduction.Noun;

    /// <summary>The identity in every lane.</summary>
    public string Identity => $"TLanes.Broadcast({reduction.Identity})";

    /// <summary>Two values combined.</summary>
    public string Combine(string left, string right) => $"TLanes.{reduction.Combine}({left}, {right})";

    /// <summary>The method that combines a run to a vector.</summary>
    /// <param name="what">What the run is, in its summary.</param>
    /// <param name="name">Its name.</param>
    /// <param name="run">What its parameter is called.</param>
    public void PrintRun(string what, string name, string run)
    {
        writer.Line($"\n/// <summary>{what} combined to a vector.</summary>");
        using (KernelFrame.InlinedMethod(writer, element, $"private static TVector {name}<TLanes, TVector>(ref {Element} {run}, nint size)"))
        {
            writer.Line($"var identity = {Identity};");
            writer.Line("nint next = 0;");
            writer.Line($"TVector {Noun} = identity;");
            using (writer.Block("if (size >= 8 * TLanes.Count)"))
            {
                writer.Line($"TVector {Noun}B = identity, {Noun}C = identity, {Noun}D = identity;");
                using (writer.Block("for (; next + 4 * TLanes.Count <= size; next += 4 * TLanes.Count)"))
                {
                    writer.Line($"{Noun} = {Combine(Noun, $"TLanes.Load(ref {run}, next)")};");
                    writer.Line($"{Noun}B = {Combine(Noun + "B", $"TLanes.Load(ref {run}, next + TLanes.Count)")};");
                    writer.Line($"{Noun}C = {Combine(Noun + "C", $"TLanes.Load(ref {run}, next + 2 * TLanes.Count)")};");
                    writer.Line($"{Noun}D = {Combine(Noun + "D", $"TLanes.Load(ref {run}, next + 3 * TLanes.Count)")};");
                }
                writer.Line($"{Noun} = {Combine(Combine(Noun, Noun + "B"), Combine(Noun + "C", Noun + "D"))};");
            }
            using (writer.Indented("for (; next + TLanes.Count <= size; next += TLanes.Count)"))
                writer.Line($"{Noun} = {Combine(Noun, $"TLanes.Load(ref {run}, next)")};");
            using (writer.Indented("if (next < size)"))
                writer.Line($"{Noun} = {Combine(Noun, $"TLanes.LoadClipped(ref {run}, next, size, identity)")};");
            writer.Line($"return {Noun};");
        }
    }

    /// <summary>The method that combines a run to a vector, and the numbers of its elements to one that tells which of them each lane holds.</summary>
    /// <param name="what">What the run is, in its summary.</param>
    /// <param name="name">Its name.</param>
    /// <param name="run">What its parameter is called.</param>
    /// <param name="last">Whether of equal values the last counts, not the first.</param>
    public void PrintNumberedRun(string what, string name, string run, bool last)
    {
        writer.Line($"\n/// <summary>{what} combined to a vector; the numbers of the elements that it holds.</summary>");
        using (KernelFrame.InlinedMethod(
            writer, element, $"private static TVector {name}<TLanes, TVector>(ref {Element} {run}, nint size, TVector lanes, out TVector numbers)"))
        {
            writer.Line($"var identity = {Identity};");
            writer.Line($"var none = {None(last)};");
            writer.Line($"TVector {Noun} = identity;");
            writer.Line("numbers = none;");
            writer.Line("nint next = 0;");
            using (writer.Block("if (size >= TLanes.Count)"))
            {
                // The best so far starts at real elements, never at the identity: a run of identities alone has a winner too.
                writer.Line($"{Noun} = TLanes.Load(ref {run}, 0);");
                writer.Line("numbers = lanes;");
                using (writer.Block("for (next = TLanes.Count; next + TLanes.Count <= size; next += TLanes.Count)"))
                {
                    writer.Line($"var value = TLanes.Load(ref {run}, next);");
                    writer.Line("var number = TLanes.AddToTaps(lanes, (int)next);");
                    if (last)
                    {
                        writer.Line($"var extreme = {Combine(Noun, "value")};");
                        writer.Line($"numbers = TLanes.{reduction.Winner}(value, extreme, number, numbers);");
                        writer.Line($"{Noun} = extreme;");
                    }
                    else
                    {
                        writer.Line($"numbers = TLanes.{reduction.Better}(value, {Noun}, number, numbers);");
                        writer.Line($"{Noun} = {Combine(Noun, "value")};");
                    }
                }
            }
            using (writer.Block("if (next < size)"))
            {
                writer.Line($"var value = TLanes.LoadClipped(ref {run}, next, size, identity);");
                writer.Line("var number = TLanes.SelectInsideStrided(next, 1, size, TLanes.AddToTaps(lanes, (int)next), none);");
                writer.Line($"var extreme = {Combine(Noun, "value")};");
                writer.Line($"numbers = {Number(Noun, "extreme", "numbers", "value", "number", last)};");
                writer.Line($"{Noun} = extreme;");
            }
            if (reduction.NaNIsEmpty)
            {
                writer.Line($"numbers = TLanes.SelectEqual({Noun}, {Noun}, numbers, none);");
                writer.Line($"{Noun} = {Combine(Noun, "identity")};");
            }
            writer.Line($"return {Noun};");
        }
    }

    /// <summary>The number of no element, worse than every other.</summary>
    public static string None(bool last) => $"TLanes.TapNumber({(last ? "-1" : "int.MaxValue")})";

    /// <summary>The loops that fold the local <c>vectors</c>, as many as the local <c>live</c> says, until each lane of the first is the value of one.</summary>
    public void PrintFold()
    {
        writer.Line("int pairs = (live + 1) / 2;");
        using (writer.Block("for (int count = TLanes.Count; count > 1; count /= 2, pairs = (pairs + 1) / 2)"))
        using (writer.Block("for (int pair = 0; pair < pairs; pair++)"))
        {
            PrintPair("vectors", "low", "high");
            writer.Line($"TLanes.Store({Combine("TLanes.Even(low, high)", "TLanes.Odd(low, high)")}, ref vectors, pair * TLanes.Count);");
        }
    }

    /// <summary>The same for values in <c>vectors</c> and the numbers of their elements in <c>records</c>.</summary>
    /// <param name="last">Whether of equal values the one with the highest number counts, not the one with the lowest.</param>
    public void PrintNumberedFold(bool last)
    {
        writer.Line("int pairs = (live + 1) / 2;");
        using (writer.Block("for (int count = TLanes.Count; count > 1; count /= 2, pairs = (pairs + 1) / 2)"))
        using (writer.Block("for (int pair = 0; pair < pairs; pair++)"))
        {
            PrintPair("vectors", "low", "high");
            PrintPair("records", "lowNumbers", "highNumbers");
            writer.Line("var even = TLanes.Even(low, high);");
            writer.Line("var odd = TLanes.Odd(low, high);");
            writer.Line($"var {Noun} = {Combine("even", "odd")};");
            writer.Line($"TLanes.Store({Noun}, ref vectors, pair * TLanes.Count);");
            string number = Number("even", Noun, "TLanes.Even(lowNumbers, highNumbers)", "odd", "TLanes.Odd(lowNumbers, highNumbers)", last);
            writer.Line($"TLanes.Store({number}, ref records, pair * TLanes.Count);");
        }
    }

    /// <summary>The number of whichever of two values is their extreme; of both, if they are equal, the lower or the higher. <c>none</c> is the worst of all.</summary>
    public string Number(string left, string extreme, string leftNumber, string right, string rightNumber, bool last) =>
        $"TLanes.{(last ? "MaxTaps" : "MinTaps")}(TLanes.{reduction.Winner}({left}, {extreme}, {leftNumber}, none), TLanes.{reduction.Winner}({right}, {extreme}, {rightNumber}, none))";

    private void PrintPair(string vectors, string low, string high)
    {
        writer.Line($"var {low} = TLanes.Load(ref {vectors}, 2 * pair * TLanes.Count);");
        writer.Line($"var {high} = TLanes.Load(ref {vectors}, (2 * pair + 1) * TLanes.Count);");
    }
}
