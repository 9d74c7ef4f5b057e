using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.Separable;

namespace PoolGen.Generator.Strategies.PlaneWinners;

/// <summary>Prints samples with their channels innermost: of a vector of channels, row by row, the columns that win their row, and the rows that win.</summary>
internal sealed class SamplesPrinter(CodeWriter writer, KernelPlan kernel, PoolingPass pass, string others)
{
    private readonly WinnersPrinter _winners = new(writer, kernel);

    private PoolingSpec Spec => kernel.Spec;

    private string Element => Spec.Element.Keyword;

    private int Rows => Spec.Height.Kernel;

    private int Columns => Spec.Width.Kernel;

    private string Noun => kernel.Reduction.Noun;

    public void Print()
    {
        if (pass == PoolingPass.ForwardSeparable)
            PrintForward();
        else
            PrintBackward();
    }

    private IDisposable Method(string placement = "") => KernelFrame.HotMethod(writer, Spec.Element, Signature(placement));

    private string Signature(string placement) =>
        $"private static void Samples<TLanes, TVector{placement}>(in Rt::PoolingOperands<{Element}> operands, in Rt::PoolingGeometry geometry, int begin, int end)";

    private IDisposable EachVector()
    {
        IDisposable loop = writer.Block("for (nint next = 0; next < channels; next += TLanes.Count)");
        writer.Line("nint channel = nint.Min(next, channels - TLanes.Count); // the last vector overlaps the one before");
        return loop;
    }

    // Rows outermost: as many pixels as a row has are read or written side by side, each from front to back. The rest of a vector's state is in the results.
    // Where no cache of a core holds them, asking for the next row's pixels takes 0.7 of the time (7x7x1024 at 19 MB); in a cache, 1.6 to 1.8 times the time.
    private void PrintForward()
    {
        writer.Line("\n/// <summary>Samples: where no cache of a core holds them, lines are asked for in advance.</summary>");
        using (Method())
        {
            using (writer.Indented("if (operands.AreFar)"))
                writer.Line("Samples<TLanes, TVector, Rt::PrefetchedPlacement>(operands, geometry, begin, end);");
            using (writer.Indented("else"))
                writer.Line("Samples<TLanes, TVector, Rt::CachedPlacement>(operands, geometry, begin, end);");
        }
        writer.Line("\n/// <summary>Samples, row by row: the best of the rows so far stands in the output, and which they are in the last row's records. A sample that does not hold numbers alone is taken as any other.</summary>");
        using (Method(", TPlacement"))
        {
            writer.Line("nint channels = geometry.Channels;");
            using (writer.Block("for (int sample = begin; sample < end; sample++)"))
            {
                writer.Line($"nint pixel = sample * {Rows * Columns} * channels, record = sample * {Rows} * channels, last = record + {Text.Times(Rows - 1, "channels")};");
                writer.Line("TVector sum = TLanes.Zero;");
                using (writer.Block($"for (int row = 0; row < {Rows}; row++, pixel += {Columns} * channels, record += channels)"))
                using (EachVector())
                    PrintVector();
                using (writer.Indented($"if (!{_winners.AreNumbers("sum")})"))
                    writer.Line(KernelFrame.RunOf(others, Element, "sample", "sample + 1"));
            }
        }
        _winners.PrintMethod("Columns", $"The {Noun} of a row, and the bits of the columns that hold it.", "tap", Columns, Rows, others: null, isExact: false);
    }

    private void PrintVector()
    {
        for (int tap = 0; tap < Columns; tap++)
            writer.Line($"var tap{tap} = TLanes.Load(ref operands.Input, pixel + channel{(tap == 0 ? "" : $" + {Text.Times(tap, "channels")}")});");
        for (int tap = 0; tap < Columns; tap++)
            writer.Line($"TPlacement.Prefetch(ref operands.Input, pixel + channel + {Text.Times(tap + Columns, "channels")}, TLanes.Count);");
        writer.Line($"sum = TLanes.Add(sum, {Sum(0, Columns)}); // one addition waits for the vector before");
        writer.Line($"var {Noun} = Columns<TLanes, TVector>({string.Join(", ", Enumerable.Range(0, Columns).Select(tap => $"tap{tap}"))}, out var columns);");
        writer.Line("var won = TLanes.TapNumber(1 << row);");
        using (writer.Block("if (row > 0)"))
        {
            writer.Line("var before = TLanes.Load(ref operands.Output, sample * channels + channel);");
            writer.Line("var wonBefore = TLanes.LoadTaps(ref operands.Records<TRecord>(), last + channel);");
            PrintRowAmongWinners();
        }
        writer.Line($"TLanes.Store({Noun}, ref operands.Output, sample * channels + channel);");
        writer.Line("TLanes.StoreTaps(columns, ref operands.Records<TRecord>(), record + channel);");
        writer.Line($"TLanes.StoreTaps(row < {Rows - 1} ? won : TLanes.Or(columns, won), ref operands.Records<TRecord>(), last + channel);");
    }

    /// <summary>The sum of some taps, in pairs.</summary>
    private static string Sum(int first, int count) =>
        count == 1 ? $"tap{first}" : $"TLanes.Add({Sum(first, count / 2)}, {Sum(first + count / 2, count - count / 2)})";

    private void PrintRowAmongWinners()
    {
        string better = $"TLanes.{kernel.Reduction.CombineNumbers}({Noun}, before)";
        bool isMaximum = kernel.Reduction.IsMaximum;
        switch (Spec.Ties)
        {
            case TieRule.First:
                writer.Line($"won = TLanes.SelectAbove({(isMaximum ? $"{Noun}, before" : $"before, {Noun}")}, won, wonBefore);");
                writer.Line($"{Noun} = {better};");
                break;
            case TieRule.Last:
                writer.Line($"won = TLanes.SelectAbove({(isMaximum ? $"before, {Noun}" : $"{Noun}, before")}, wonBefore, won);");
                writer.Line($"{Noun} = {better};");
                break;
            default:
                writer.Line($"var best = {better};");
                writer.Line($"won = TLanes.Or(TLanes.SelectEqual(before, best, wonBefore, TLanes.Zero), TLanes.SelectEqual({Noun}, best, won, TLanes.Zero));");
                writer.Line($"{Noun} = best;");
                break;
        }
    }

    private void PrintBackward()
    {
        writer.Line("\n/// <summary>Samples, row by row: the gradient goes to the columns that won of the rows that did.</summary>");
        using (Method())
        {
            writer.Line("nint channels = geometry.Channels;");
            writer.Line(KernelFrame.Streams("channels"));
            using (writer.Block("for (int sample = begin; sample < end; sample++)"))
            {
                writer.Line($"nint pixel = sample * {Rows * Columns} * channels, record = sample * {Rows} * channels, last = record + {Text.Times(Rows - 1, "channels")};");
                writer.Line($"ref {Element} gradients = ref Cs::Unsafe.Add(ref operands.OutputGradient, sample * channels);");
                using (writer.Block($"for (int row = 0; row < {Rows}; row++, pixel += {Columns} * channels, record += channels)"))
                using (EachVector())
                {
                    writer.Line("var columns = TLanes.LoadTaps(ref operands.Records<TRecord>(), record + channel);");
                    writer.Line("var given = TLanes.SelectBit(TLanes.LoadTaps(ref operands.Records<TRecord>(), last + channel), row, TLanes.Load(ref gradients, channel));");
                    for (int tap = 0; tap < Columns; tap++)
                        writer.Line(KernelFrame.StoreResult(Spec.Element, $"TLanes.SelectBit(columns, {Rows + tap}, given)", "operands.InputGradient", $"pixel + channel{(tap == 0 ? "" : $" + {Text.Times(tap, "channels")}")}"));
                }
            }
        }
    }
}
