using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.Direct;

/// <summary>
/// Prints a whole window and the record of its winners for taps that are numbers: the extreme takes one instruction a tap, and equality with it
/// tells the winners under every tie rule. The sum of the taps tells whether one is NaN; infinities that cancel only cost time.
/// </summary>
internal sealed class NumberWindowPrinter(CodeWriter writer, KernelPlan kernel, DirectPlan plan, DirectText text)
{
    private readonly ReductionPlan _reduction = kernel.Reduction;
    private readonly List<TapText> _taps = [];

    public void Print()
    {
        var taps = new TapLoop(writer, kernel.Spec, plan, clipped: false);
        taps.PrintRowLocals();
        taps.Each(_taps.Add);
        foreach (TapText tap in _taps)
            writer.Line($"var {tap.Name} = {text.Load(tap)};");

        writer.Line($"var sum = {_taps[0].Name};");
        foreach (TapText tap in _taps.Skip(1))
            writer.Line($"sum = TLanes.Add(sum, {tap.Name});");
        using (writer.Block("if (TLanes.HasNaN(sum))"))
        {
            writer.Line($"ExactWindow<TLanes, TVector>({text.ForwardedArguments});");
            writer.Line("return;");
        }
        writer.Line();
        writer.Line($"var {_reduction.Noun} = {_taps[0].Name};");
        foreach (TapText tap in _taps.Skip(1))
            writer.Line($"{_reduction.Noun} = TLanes.{_reduction.CombineNumbers}({_reduction.Noun}, {tap.Name});");
        if (plan.Pass == PoolingPass.ForwardTaps)
            PrintBest();
        else
            PrintWon();
        writer.Line($"TLanes.Store({_reduction.Noun}, ref output, target);");
        writer.Line($"TLanes.StoreTaps({(plan.Pass == PoolingPass.ForwardTaps ? "best" : "won")}, ref {text.Records}, target);");
    }

    /// <summary>One winner: whoever comes later replaces whoever came before, so the walk ends at the tap that the tie rule prefers.</summary>
    private void PrintBest()
    {
        TapText[] walk = [.. kernel.Spec.Ties == TieRule.Last ? _taps : Enumerable.Reverse(_taps)];
        writer.Line($"var best = TLanes.TapNumber({walk[0].Number});");
        foreach (TapText tap in walk.Skip(1))
            writer.Line($"best = TLanes.SelectEqual({tap.Name}, {_reduction.Noun}, TLanes.TapNumber({tap.Number}), best);");
    }

    private void PrintWon()
    {
        writer.Line("var won = TLanes.Zero;");
        foreach (TapText tap in _taps)
            writer.Line($"won = TLanes.OrBitIfEqual(won, {tap.Number}, {tap.Name}, {_reduction.Noun});");
    }
}
