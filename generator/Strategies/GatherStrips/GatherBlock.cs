using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.Gathering;

namespace PoolGen.Generator.Strategies.GatherStrips;

/// <summary>One vector of runs of stride columns: what it takes from a row of windows, and how it is written.</summary>
internal sealed class GatherBlock(CodeWriter writer, KernelPlan kernel, GatherStripsPlan plan, GradientText text)
{
    /// <summary>The distance between window columns, which is the number of columns in a run.</summary>
    public int Stride => kernel.Spec.Axes[1].Stride;

    /// <summary>What the sums of a phase are called.</summary>
    public string Phase(int phase) => StrideText.Name(Stride, phase);

    /// <summary>
    /// Loads the gradients of the windows and, tap column by tap column, lets something be done with them.
    /// In scope: <c>gradients</c>, a row of windows, of <c>sourceWidth</c>; where there are records, their <c>count</c> and where the row's
    /// begin, <c>recorded</c>; and in strips at the ends of rows, which come to the same columns again and again, what of them is <c>inside0</c>, <c>inside1</c>, ...
    /// </summary>
    /// <param name="strip">A suffix for the names of locals.</param>
    /// <param name="column">The number of the vector's first run.</param>
    /// <param name="clipped">Whether windows beyond the row's ends may be meant: they have no gradient.</param>
    /// <param name="give">Prints what a tap column does with a gradient and a record.</param>
    public void PrintTaps(string strip, string column, bool clipped, Action<TapColumn, string, string> give)
    {
        int number = 0;
        foreach (int window in plan.Windows)
        {
            string at = column + Text.Signed(window);
            string gradient = $"gradient{number}{strip}";
            string records = $"{text.Records}{number}{strip}";
            string load = !clipped ? $"TLanes.Load(ref gradients, {at})"
                : plan.Groups.Count > 0 ? $"TLanes.LoadInside(ref gradients, {at}, sourceWidth, inside{number})"
                : $"TLanes.LoadClipped(ref gradients, {at}, sourceWidth, TLanes.Zero)";
            writer.Line($"var {gradient} = {load};");
            if (text.HasRecords)
                writer.Line($"var {records} = {(clipped ? $"TLanes.LoadTapsClipped(ref {text.Records}, recorded + {at}, count)" : $"TLanes.LoadTaps(ref {text.Records}, recorded + {at})")};");
            foreach (TapColumn tap in plan.Columns.Where(tap => tap.Window == window))
                give(tap, gradient, records);
            number++;
        }
    }

    /// <summary>The sums of average windows, one local for each phase: <c>sumEven</c>. A phase without taps has none.</summary>
    /// <param name="strip">A suffix for the names of locals.</param>
    /// <param name="column">The number of the vector's first run.</param>
    /// <param name="clipped">Whether windows beyond the row's ends may be meant.</param>
    /// <param name="share">The share of a window column, where they differ; else null.</param>
    public IReadOnlyList<string?> PrintShares(string strip, string column, bool clipped, Func<int, string>? share)
    {
        string?[] sums = new string?[Stride];
        string? shared = null;
        PrintTaps(strip, column, clipped, (tap, gradient, _) =>
        {
            if (share is not null && shared != gradient)
                writer.Line($"{gradient} = TLanes.Multiply({gradient}, {share(tap.Window)});");
            shared = gradient;
            string name = $"sum{Phase(tap.Phase)}{strip}";
            writer.Line(sums[tap.Phase] is null ? $"var {name} = {gradient};" : $"{name} = TLanes.Add({name}, {gradient});");
            sums[tap.Phase] = name;
        });
        return sums;
    }

    /// <summary>Writes the columns of a vector of runs. In scope, where clipped: <c>targetWidth</c>.</summary>
    /// <param name="row">A reference to the row's first element.</param>
    /// <param name="column">The number of the vector's first run.</param>
    /// <param name="clipped">Whether the runs may reach beyond the row's ends.</param>
    /// <param name="phases">The values of each phase.</param>
    public void PrintStore(string row, string column, bool clipped, IReadOnlyList<string> phases)
    {
        string at = Text.Times(Stride, column) + (plan.Aligned ? "" : " - padding");
        string Store(string value, string position) => clipped
            ? $"TLanes.StoreClipped({value}, ref {row}, {position}, targetWidth);"
            : $"TLanes.Store({value}, ref {row}, {position});";
        switch (Stride)
        {
            case 1:
                writer.Line(Store(phases[0], at));
                break;
            case 2:
                writer.Line(Store($"TLanes.InterleaveLow({phases[0]}, {phases[1]})", at));
                writer.Line(Store($"TLanes.InterleaveHigh({phases[0]}, {phases[1]})", $"{at} + TLanes.Count"));
                break;
            default:
                for (int phase = 0; phase < Stride; phase++)
                    writer.Line($"TLanes.StoreStridedClipped({phases[phase]}, ref {row}, {at}{Text.Signed(phase)}, {Stride}, targetWidth);");
                break;
        }
    }
}
