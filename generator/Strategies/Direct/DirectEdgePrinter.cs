using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.Direct;

/// <summary>
/// Prints the forward method of a vector of neighbouring windows some of which are clipped: lanes outside the row load what never wins
/// and adds nothing, and rows outside the input are left out of the loop.
/// </summary>
internal sealed class DirectEdgePrinter(CodeWriter writer, KernelPlan kernel, DirectPlan plan)
{
    private readonly PoolingSpec _spec = kernel.Spec;
    private readonly ReductionPlan _reduction = kernel.Reduction;

    private AxisSpec Height => _spec.Height;

    private AxisSpec Width => _spec.Width;

    private ElementType Element => _spec.Element;

    private string Noun => _reduction.Noun;

    private bool WritesColumns => Width.Kernel <= PassPlan.LaneCallBudget / 30;

    /// <summary>What a lane outside the row loads: where NaN never wins it is the best candidate for nothing.</summary>
    private string Fill => _reduction.NaNIsEmpty ? $"{Element.Keyword}.NaN" : _reduction.Identity;

    /// <summary>Whether the divisor counts declared padding, which the method then has to know.</summary>
    public static bool CountsPadding(PoolingSpec spec) => spec is { Kind: PoolingKind.Average, Divisor.Kind: DivisorKind.PaddedTaps };

    private string Parameters
    {
        get
        {
            string padding = CountsPadding(_spec) ? ", Rt::AxisGeometry axis" : "";
            string records = plan.Pass switch
            {
                PoolingPass.ForwardWinners => ", ref TRecord winners",
                PoolingPass.ForwardTaps => ", ref TRecord taps",
                _ => "",
            };
            return $"ref {Element.Keyword} input, nint source, {(_spec.HasDepth ? "nint sliceStep, " : "")}nint rowStep, nint first, nint extent, {(_spec.HasDepth ? "Rt::TapRange sliceTaps, " : "")}Rt::TapRange rowTaps{padding}, ref {Element.Keyword} output{records}, nint target";
        }
    }

    public void Print()
    {
        writer.Line("\n/// <summary>A vector of windows some of which are clipped; the first tap of the first lies at column <paramref name=\"first\"/>.</summary>");
        using (KernelFrame.EdgeMethod(writer, Element, $"private static void EdgeWindow<TLanes, TVector>({Parameters})"))
        {
            writer.Line($"var outside = TLanes.Broadcast({Fill});");
            writer.Line($"var {Noun} = outside;");
            switch (plan.Pass)
            {
                case PoolingPass.ForwardTaps:
                    PrintTaps();
                    break;
                case PoolingPass.ForwardWinners:
                    PrintWinners();
                    break;
                default:
                    Each(tap => writer.Line($"{Noun} = TLanes.{_reduction.Combine}({Noun}, {tap.Load});"));
                    PrintEmptyOfNaN();
                    writer.Line($"TLanes.Store({Value()}, ref output, target);");
                    break;
            }
        }
    }

    private void PrintTaps()
    {
        bool last = _spec.Ties == TieRule.Last;
        writer.Line("var best = TLanes.TapNumber(-1);");
        if (!_reduction.NaNIsEmpty)
            PrintFirstInside(last);
        Each(reversed: last, print: tap =>
        {
            writer.Line($"var {tap.Name} = {tap.Load};");
            writer.Line($"best = TLanes.{_reduction.Better}({tap.Name}, {Noun}, TLanes.TapNumber({tap.Number}), best);");
            writer.Line($"{Noun} = TLanes.{_reduction.Combine}({Noun}, {tap.Name});");
        });
        if (_reduction.NaNIsEmpty)
            writer.Line($"best = TLanes.SelectEqual({Noun}, {Noun}, best, TLanes.TapNumber(-1));");
        PrintEmptyOfNaN();
        writer.Line($"TLanes.Store({Noun}, ref output, target);");
        writer.Line("TLanes.StoreTaps(best, ref taps, target);");
    }

    /// <summary>A window of identities alone has a winner too: each lane starts at its first tap inside, which only a better one replaces.</summary>
    private void PrintFirstInside(bool last)
    {
        using (writer.Block($"if ({(_spec.HasDepth ? "sliceTaps.Count > 0 && " : "")}rowTaps.Count > 0)"))
        {
            writer.Line("// A window of identities alone has a winner too: the first tap inside, which only a better one replaces.");
            string row = last ? TapRow("(sliceTaps.End - 1)", "(rowTaps.End - 1)") : TapRow("sliceTaps.First", "rowTaps.First");
            using (writer.Block(last
                ? $"for (int tapColumn = 0; tapColumn < {Width.Kernel}; tapColumn++)"
                : $"for (int tapColumn = {Width.Kernel - 1}; tapColumn >= 0; tapColumn--)"))
            {
                writer.Line($"best = TLanes.SelectInsideStrided({Column("tapColumn")}, {Width.Stride}, extent, TLanes.TapNumber({row} * {Width.Kernel} + tapColumn), best);");
            }
        }
    }

    private void PrintWinners()
    {
        Each(tap => writer.Line($"{Noun} = TLanes.{_reduction.Combine}({Noun}, {tap.Load});"));
        PrintEmptyOfNaN();
        writer.Line();
        writer.Line("var won = TLanes.Zero;");
        Each(tap =>
        {
            string bit = $"TLanes.{_reduction.Winner}({tap.Load}, {Noun}, TLanes.TapNumber(1 << ({tap.Number})), TLanes.Zero)";
            writer.Line($"won = TLanes.Or(won, TLanes.SelectInsideStrided({tap.Column}, {Width.Stride}, extent, {bit}, TLanes.Zero));");
        });
        writer.Line($"TLanes.Store({Noun}, ref output, target);");
        writer.Line("TLanes.StoreTaps(won, ref winners, target);");
    }

    private void PrintEmptyOfNaN()
    {
        if (_reduction.NaNIsEmpty)
            writer.Line($"{Noun} = TLanes.SelectEqual({Noun}, {Noun}, {Noun}, TLanes.Broadcast({_reduction.Identity}));");
    }

    /// <summary>The value to store; of a sum, divided by what its lane counts.</summary>
    private string Value()
    {
        if (_reduction.HasWinners)
            return Noun;
        if (_spec.Divisor.Kind == DivisorKind.Fixed)
            return $"TLanes.Multiply({Noun}, TLanes.Broadcast(1{Element.Suffix} / {_spec.Divisor.Value}{Element.Suffix}))";

        bool padded = _spec.Divisor.Kind == DivisorKind.PaddedTaps;
        writer.Line();
        writer.Line("// The divisor is the number of taps, rows times columns; a column counts where it lies inside.");
        writer.Line($"var one = TLanes.Broadcast(1{Element.Suffix});");
        writer.Line("var columns = TLanes.Zero;");
        using (writer.Indented($"for (int tapColumn = 0; tapColumn < {Width.Kernel}; tapColumn++)"))
        {
            // Padding is inside the padded row, which begins and ends further out.
            string column = padded ? $"{Column("tapColumn")} + axis.PaddingBegin" : Column("tapColumn");
            string extent = padded ? "extent + axis.PaddingBegin + axis.PaddingEnd" : "extent";
            writer.Line($"columns = TLanes.Add(columns, TLanes.SelectInsideStrided({column}, {Width.Stride}, {extent}, one, TLanes.Zero));");
        }
        string count = padded ? "PaddedCount" : "Count";
        string rows = _spec.HasDepth ? $"sliceTaps.{count} * rowTaps.{count}" : $"rowTaps.{count}";
        return $"TLanes.Divide({Noun}, TLanes.Max(one, TLanes.Multiply(columns, TLanes.Broadcast({rows}))))";
    }

    private string Column(string tap) => tap == "0" ? "first" : Width.Dilation == 1 ? $"first + {tap}" : $"first + {tap} * {Width.Dilation}";

    private void Each(Action<EdgeTap> print, bool reversed = false)
    {
        using (!_spec.HasDepth ? null : writer.Block(reversed
            ? "for (int tapSlice = sliceTaps.End - 1; tapSlice >= sliceTaps.First; tapSlice--)"
            : "for (int tapSlice = sliceTaps.First; tapSlice < sliceTaps.End; tapSlice++)"))
        using (writer.Block(reversed
            ? "for (int tapRow = rowTaps.End - 1; tapRow >= rowTaps.First; tapRow--)"
            : "for (int tapRow = rowTaps.First; tapRow < rowTaps.End; tapRow++)"))
        {
            writer.Line($"ref {Element.Keyword} row = ref Cs::Unsafe.Add(ref input, source{(_spec.HasDepth ? " + tapSlice * sliceStep" : "")} + tapRow * rowStep);");
            if (WritesColumns)
            {
                foreach (int column in reversed ? Enumerable.Range(0, Width.Kernel).Reverse() : Enumerable.Range(0, Width.Kernel))
                    print(Tap($"{column}", $"tap{column}"));
                return;
            }
            using (writer.Block(reversed
                ? $"for (int tapColumn = {Width.Kernel - 1}; tapColumn >= 0; tapColumn--)"
                : $"for (int tapColumn = 0; tapColumn < {Width.Kernel}; tapColumn++)"))
            {
                print(Tap("tapColumn", "tap"));
            }
        }
    }

    private EdgeTap Tap(string column, string name) => new(
        name,
        Column(column),
        $"TLanes.LoadClippedStrided(ref row, {Column(column)}, {Width.Stride}, extent, outside)",
        $"{TapRow("tapSlice", "tapRow")} * {Width.Kernel} + {column}");

    /// <summary>The number of a row in its window.</summary>
    private string TapRow(string slice, string row) => _spec.HasDepth ? $"({slice} * {Height.Kernel} + {row})" : row;

    /// <summary>A tap of the loop: a local for its value, the column of its first lane, its load, its number.</summary>
    private sealed record EdgeTap(string Name, string Column, string Load, string Number);
}
