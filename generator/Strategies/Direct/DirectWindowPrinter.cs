using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.Direct;

/// <summary>Prints the methods that compute one vector of windows: wholly inside the input, and clipped by its edge.</summary>
internal sealed class DirectWindowPrinter(CodeWriter writer, KernelPlan kernel, DirectPlan plan, DirectText text)
{
    private readonly PoolingSpec _spec = kernel.Spec;
    private readonly ReductionPlan _reduction = kernel.Reduction;

    private string WholeTaps => (_spec.HasDepth ? $"sliceTaps.Count == {_spec.Depth.Kernel} && " : "")
        + $"rowTaps.Count == {_spec.Height.Kernel} && columnTaps.Count == {_spec.Width.Kernel}";

    private ElementType Element => _spec.Element;

    private string Noun => _reduction.Noun;

    public void Print()
    {
        if (_spec.Clips && plan.VectorEdges)
        {
            PrintWhole("WholeWindow", "A vector of windows, every tap inside the input.");
        }
        else if (_spec.Clips)
        {
            PrintChoice();
            PrintWhole("WholeWindow", "A vector of windows, every tap inside the input.");
            PrintMethod("ClippedWindow", "A vector of windows of which only some taps lie inside the input.", clipped: true);
        }
        else
        {
            PrintWhole("Window", "A vector of windows.");
        }
    }

    private void PrintWhole(string name, string summary)
    {
        if (!plan.ChecksNumbers)
        {
            PrintMethod(name, summary, clipped: false);
            return;
        }
        writer.Line($"\n/// <summary>{summary} Numbers take the shortest operations.</summary>");
        using (KernelFrame.InlinedMethod(writer, Element, $"private static void {name}<TLanes, TVector>({text.WindowParameters(clipped: false)})"))
            new NumberWindowPrinter(writer, kernel, plan, text).Print();
        writer.Line("\n/// <summary>The same where a tap may be NaN.</summary>");
        using (KernelFrame.EdgeMethod(writer, Element, $"private static void ExactWindow<TLanes, TVector>({text.WindowParameters(clipped: false)})"))
            PrintBody(new TapLoop(writer, _spec, plan, clipped: false));
    }

    private void PrintChoice()
    {
        writer.Line("\n/// <summary>A vector of windows that have the same taps inside the input.</summary>");
        using (KernelFrame.InlinedMethod(writer, Element, $"private static void Window<TLanes, TVector>({text.WindowParameters(clipped: true)})"))
        {
            using (writer.Indented($"if ({WholeTaps})"))
                writer.Line($"WholeWindow<TLanes, TVector>({text.ForwardedArguments});");
            using (writer.Indented("else"))
                writer.Line($"ClippedWindow<TLanes, TVector>({text.ForwardedArguments}, {string.Join(", ", text.TapRanges)});");
        }
    }

    private void PrintMethod(string name, string summary, bool clipped)
    {
        writer.Line($"\n/// <summary>{summary}</summary>");
        using (KernelFrame.InlinedMethod(writer, Element, $"private static void {name}<TLanes, TVector>({text.WindowParameters(clipped)})"))
            PrintBody(new TapLoop(writer, _spec, plan, clipped));
    }

    private void PrintBody(TapLoop taps)
    {
        taps.PrintRowLocals();
        switch (plan.Pass)
        {
            case PoolingPass.Forward:
                PrintForward(taps);
                break;
            case PoolingPass.ForwardTaps:
                PrintForwardTaps(taps);
                break;
            case PoolingPass.ForwardWinners:
                PrintForwardWinners(taps);
                break;
            case PoolingPass.BackwardTaps:
                taps.Each(tap => writer.Line(AddTo(tap, $"TLanes.SelectTap(taps, {tap.Number}, gradient)")));
                break;
            case PoolingPass.BackwardWinners:
                PrintRoutingByBits(taps);
                break;
            default:
                if (_reduction.HasWinners)
                    PrintRouting(taps);
                else
                    PrintSharing(taps);
                break;
        }
    }

    private void PrintForward(TapLoop taps)
    {
        PrintReduction(taps);
        PrintEmptyOfNaN();
        string result = _reduction.HasWinners ? Noun : $"TLanes.Multiply({Noun}, TLanes.Broadcast({Scale()}))";
        if (!_reduction.HasWinners && taps.IsClipped && Divisor() is { } divisor)
        {
            writer.Line($"int divisor = {divisor};");
            result = $"TLanes.Divide({Noun}, TLanes.Broadcast(divisor))";
        }
        writer.Line($"TLanes.Store({result}, ref output, target);");
    }

    /// <summary>The value of the window, in a local named after the reduction.</summary>
    private void PrintReduction(TapLoop taps)
    {
        bool started = taps.IsLooped;
        if (started)
            writer.Line($"var {Noun} = TLanes.Broadcast({_reduction.Identity});");
        taps.Each(tap =>
        {
            string value = Tap(tap);
            writer.Line(started ? $"{Noun} = TLanes.{_reduction.Combine}({Noun}, {value});" : $"var {Noun} = {value};");
            started = true;
        });
    }

    private void PrintForwardTaps(TapLoop taps)
    {
        bool last = _spec.Ties == TieRule.Last;
        if (taps.IsClipped)
        {
            using (writer.Block($"if ({string.Join(" || ", text.TapRanges.Select(range => $"{range}.Count == 0"))})"))
            {
                writer.Line($"TLanes.Store(TLanes.Broadcast({_reduction.Identity}), ref output, target);");
                writer.Line("TLanes.StoreTaps(TLanes.TapNumber(-1), ref taps, target);");
                writer.Line("return;");
            }
            writer.Line();
        }

        // The best so far starts at a real tap, never at the identity: a window of identities alone has a winner too.
        TapText start = taps.Start(last);
        writer.Line($"var {Noun} = {Load(start)};");
        writer.Line($"var best = TLanes.TapNumber({start.Number});");
        taps.Each(reversed: last, print: tap =>
        {
            if (tap == start)
                return;
            writer.Line($"var {tap.Name} = {Load(tap)};");
            writer.Line($"best = TLanes.{_reduction.Better}({tap.Name}, {Noun}, TLanes.TapNumber({tap.Number}), best);");
            writer.Line($"{Noun} = TLanes.{_reduction.Combine}({Noun}, {tap.Name});");
        });
        if (_reduction.NaNIsEmpty)
            writer.Line($"best = TLanes.SelectEqual({Noun}, {Noun}, best, TLanes.TapNumber(-1));");
        PrintEmptyOfNaN();
        writer.Line($"TLanes.Store({Noun}, ref output, target);");
        writer.Line("TLanes.StoreTaps(best, ref taps, target);");
    }

    private void PrintForwardWinners(TapLoop taps)
    {
        PrintTapLocals(taps);
        PrintReduction(taps);
        PrintEmptyOfNaN();
        writer.Line();
        writer.Line("var won = TLanes.Zero;");
        taps.Each(tap => writer.Line($"won = TLanes.Or(won, TLanes.{_reduction.Winner}({Tap(tap)}, {Noun}, TLanes.TapNumber(1 << {tap.Factor}), TLanes.Zero));"));
        writer.Line($"TLanes.Store({Noun}, ref output, target);");
        writer.Line("TLanes.StoreTaps(won, ref winners, target);");
    }

    private void PrintRoutingByBits(TapLoop taps) => taps.Each(tap => writer.Line(AddTo(tap, $"TLanes.SelectBit(winners, {tap.Number}, gradient)")));

    private void PrintTapLocals(TapLoop taps)
    {
        if (plan.KeepsTaps && !taps.IsLooped)
            taps.Each(tap => writer.Line($"var {tap.Name} = {Load(tap)};"));
    }

    private void PrintEmptyOfNaN()
    {
        if (_reduction.NaNIsEmpty)
            writer.Line($"{Noun} = TLanes.SelectEqual({Noun}, {Noun}, {Noun}, TLanes.Broadcast({_reduction.Identity}));");
    }

    /// <summary>Every tap receives the same share of the gradient.</summary>
    private void PrintSharing(TapLoop taps)
    {
        if (taps.IsClipped && Divisor() is { } divisor)
            writer.Line($"var share = TLanes.Divide(gradient, TLanes.Broadcast({divisor}));");
        else
            writer.Line($"var share = TLanes.Multiply(gradient, TLanes.Broadcast({Scale()}));");
        taps.Each(tap => writer.Line(AddTo(tap, "share")));
    }

    /// <summary>The winners, found by comparison with the result, receive the gradient as the tie rule says.</summary>
    private void PrintRouting(TapLoop taps)
    {
        PrintTapLocals(taps);
        PrintReduction(taps);
        writer.Line();

        string Won(TapText tap, string then) => $"TLanes.{_reduction.Winner}({Tap(tap)}, {Noun}, {then}, TLanes.Zero)";
        string one = $"TLanes.Broadcast(1{Element.Suffix})";
        switch (_spec.Ties)
        {
            case TieRule.All:
                taps.Each(tap => writer.Line(AddTo(tap, Won(tap, "gradient"))));
                break;

            case TieRule.Split:
                writer.Line("var winners = TLanes.Zero;");
                taps.Each(tap => writer.Line($"winners = TLanes.Add(winners, {Won(tap, one)});"));
                writer.Line("var share = TLanes.Divide(gradient, winners);");
                taps.Each(tap => writer.Line(AddTo(tap, Won(tap, "share"))));
                break;

            default:
                // What one winner has received is taken from what is left: the rest is zero for all that follow.
                taps.Each(reversed: _spec.Ties == TieRule.Last, print: tap =>
                {
                    string won = tap.Name.Replace("tap", "won");
                    writer.Line($"var {won} = {Won(tap, "gradient")};");
                    writer.Line(AddTo(tap, won));
                    writer.Line($"gradient = TLanes.Xor(gradient, {won});");
                });
                break;
        }
    }

    /// <summary>A tap's value: the local that keeps it, or a load.</summary>
    private string Tap(TapText tap) => plan.KeepsTaps && !tap.IsLooped ? tap.Name : Load(tap);

    private string Load(TapText tap) => text.Load(tap);

    private string AddTo(TapText tap, string value) => $"TLanes.AddStrided({value}, ref inputGradient, {tap.Address}, {text.LaneStride});";

    /// <summary>The reciprocal of a whole window's divisor, or of a divisor that is the same for all windows, as a constant.</summary>
    private string Scale() => Element.Reciprocal(_spec.WholeDivisor);

    /// <summary>The divisor of a clipped window, or null where it is the same for all windows. An empty window's sum is divided by 1.</summary>
    private string? Divisor() => _spec.Divisor.Kind switch
    {
        DivisorKind.Taps => $"global::System.Math.Max(1, {string.Join(" * ", text.TapRanges.Select(range => $"{range}.Count"))})",
        DivisorKind.PaddedTaps => string.Join(" * ", text.TapRanges.Select(range => $"{range}.PaddedCount")),
        _ => null,
    };
}
