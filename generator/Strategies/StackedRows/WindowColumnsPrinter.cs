using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.StackedRows;

/// <summary>Prints the method that combines the columns of windows, from combined rows.</summary>
internal sealed class WindowColumnsPrinter(CodeWriter writer, KernelPlan kernel, StackedRowsPlan plan, WinnerText winners, StackedRowsText text)
{
    private readonly PoolingSpec _spec = kernel.Spec;
    private readonly ReductionPlan _reduction = kernel.Reduction;
    private readonly QuotientText _quotient = new(kernel.Spec, plan.Division);

    private AxisSpec Width => _spec.Width;

    private ElementType Element => _spec.Element;

    private string Noun => _reduction.Noun;

    private bool IsChannelsLast => text.IsChannelsLast;

    private bool ByPixel => text.ByPixel;

    public void Print()
    {
        string channels = IsChannelsLast ? ", int channels" : "";
        string extent = IsChannelsLast && !ByPixel ? "nint length" : "int windows";
        string shares = (plan.CountsTaps ? ", in Rt::AxisGeometry rows, int sliceCount" : "") + (text.CountsColumns ? $", ref {Element.Keyword} {_quotient.Columns}" : "");
        string results = $"ref {Element.Keyword} output, " + (winners.Records ? $"ref TRecord {winners.Target}, nint target" : "nint target, bool streams") + (text.StoresEnds ? ", nint outputEnd" : "");
        writer.Line("\n/// <summary>The columns of each window of a band, from combined rows.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            Element,
            $"private static void Columns<TLanes, TVector>(ref {Element.Keyword} combined, in Rt::RowBuffers buffers, int band, int end{shares}, {extent}{channels}, {results})"))
        {
            if (winners.Records)
                writer.Line("int records = buffers.Records;");
            if (winners.IsTap)
                writer.Line($"var noTap = {winners.None};");
            string outputs = !IsChannelsLast ? "windows" : ByPixel ? "windows * (nint)channels" : "length";
            using (writer.Block($"for (int number = band; number < end; number++, target += {outputs})"))
            {
                writer.Line($"ref {Element.Keyword} row = ref Cs::Unsafe.Add(ref combined, (number - band) * (nint)buffers.CombinedPitch + buffers.Start);");
                if (plan.CountsTaps)
                    PrintRowDivisor();
                PrintRow();
            }
        }
    }

    /// <summary>What the windows of a row have in common of their divisors: all of them where their columns are whole.</summary>
    private void PrintRowDivisor()
    {
        string count = $"global::System.Math.Max(1, sliceCount * {text.Counted("rows.Taps(number)")})";
        if (!text.CountsColumns)
            writer.Line($"{Element.Keyword} share = 1{Element.Suffix} / ({count} * {Width.Kernel});");
        else
            writer.Line($"{Element.Keyword} {_quotient.Row} = {_quotient.Part(count)};");
    }

    private void PrintRow()
    {
        if (ByPixel)
        {
            using (writer.Block("for (int window = 0; window < windows; window++)"))
            {
                writer.Line($"nint pixel = {(Width.Stride == 1 ? "window" : $"window * {Width.Stride}")} * (nint)channels;");
                writer.Line("nint targetPixel = target + window * (nint)channels;");
                if (text.CountsColumns)
                    writer.Line($"{Element.Keyword} share = {_quotient.Share($"Cs::Unsafe.Add(ref {_quotient.Columns}, window)", _quotient.Row)};");
                PrintRun("int", "channel", "channels", "pixel + channel", "targetPixel");
            }
        }
        else if (IsChannelsLast)
        {
            PrintRun("nint", "element", "length", "element", "target");
        }
        else
        {
            PrintRun("int", "window", "windows", Width.Stride == 1 ? "window" : $"window * {Width.Stride}", "target");
        }
    }

    private void PrintRun(string type, string position, string extent, string first, string target)
    {
        using (writer.Block($"for ({type} next = 0; next < {extent}; next += TLanes.Count)"))
        {
            writer.Line("// The last vector ends with the row.");
            writer.Line($"{type} {position} = global::System.Math.Max(0, global::System.Math.Min(next, {extent} - TLanes.Count));");
            string[] values = Taps("tap", first, "");
            for (int tap = 0; tap < values.Length; tap++)
                writer.Line(tap == 0 ? $"var {Noun} = {values[tap]};" : $"{Noun} = TLanes.{_reduction.Combine}({Noun}, {values[tap]});");
            if (winners.Records)
            {
                string[] rows = Taps("record", first, " + records");
                for (int tap = 0; tap < rows.Length; tap++)
                {
                    string candidate = winners.Candidate(values[tap], winners.Advance(rows[tap], tap));
                    writer.Line(tap == 0 ? $"var {winners.Noun} = {candidate};" : $"{winners.Noun} = {winners.Join(winners.Noun, candidate)};");
                }
            }
            if (_reduction.NaNIsEmpty)
                writer.Line($"{Noun} = TLanes.SelectEqual({Noun}, {Noun}, {Noun}, TLanes.Broadcast({_reduction.Identity}));");
            PrintStores(position, extent, target);
        }
    }

    private void PrintStores(string position, string extent, string target)
    {
        if (Quotient(position) is { } quotient)
            writer.Line($"{Noun} = {quotient};");
        if (text.StoresEnds)
        {
            writer.Line($"nint at = {target} + {position};");
            writer.Line($"Rt::RowAccess.StoreEnd<TLanes, TVector, Rt::CachedPlacement, {Element.Keyword}>({Noun}, ref output, at, outputEnd, outputEnd); // behind a row that is no vector stands the next, which comes later");
            writer.Line($"Rt::RowAccess.StoreTapsEnd<TLanes, TVector, TRecord, {Element.Keyword}>({winners.Stored(winners.Noun)}, ref {winners.Target}, at, outputEnd);");
            return;
        }
        if (winners.Records)
        {
            writer.Line($"TLanes.Store({Noun}, ref output, {target} + {position});");
            writer.Line($"TLanes.StoreTaps({winners.Stored(winners.Noun)}, ref {winners.Target}, {target} + {position});");
            return;
        }
        using (writer.Indented($"if ({extent} < TLanes.Count)"))
            writer.Line($"TLanes.StoreClipped({Noun}, ref Cs::Unsafe.Add(ref output, {target}), 0, {extent});");
        using (writer.Indented("else"))
            writer.Line(KernelFrame.StoreResult(Element, Noun, "output", $"{target} + {position}"));
    }

    private string? Quotient(string position)
    {
        if (_reduction.HasWinners || _spec.Divisor is { Kind: DivisorKind.Fixed, Value: 1 })
            return null;
        if (!plan.CountsTaps)
            return $"TLanes.Multiply({Noun}, TLanes.Broadcast({Element.Reciprocal(_spec.WholeDivisor)}))";
        return text.CountsColumns && !ByPixel
            ? _quotient.Of(Noun, $"TLanes.Load(ref {_quotient.Columns}, {position})", $"TLanes.Broadcast({_quotient.Row})")
            : $"TLanes.Multiply({Noun}, TLanes.Broadcast(share))";
    }

    /// <summary>The columns of a vector of windows as expressions; what several of them are made of is loaded into locals.</summary>
    private string[] Taps(string name, string first, string behind)
    {
        string[] taps = new string[Width.Kernel];
        if (IsChannelsLast || Width.Stride == 1 || plan.LoadsColumns)
        {
            for (int tap = 0; tap < taps.Length; tap++)
            {
                int offset = tap * Width.Dilation;
                string step = offset == 0 ? "" : !IsChannelsLast ? $" + {offset}" : offset == 1 ? " + channels" : $" + {offset} * (nint)channels";
                string load = plan.LoadsColumns ? $"TLanes.LoadStrided(ref row, {first}{step}{behind}, {Width.Stride})" : $"TLanes.Load(ref row, {first}{step}{behind})";
                taps[tap] = winners.Records ? $"{name}{tap}" : load;
                if (winners.Records)
                    writer.Line($"var {name}{tap} = {load};");
            }
            return taps;
        }

        int stride = Width.Stride;
        foreach (var group in Enumerable.Range(0, taps.Length).GroupBy(tap => tap * Width.Dilation / stride * stride))
        {
            string Part(int part) => $"{name}s{group.Key}{(char)('a' + part)}";
            for (int part = 0; part < stride; part++)
            {
                string offset = Text.Signed(group.Key) + (part == 0 ? "" : part == 1 ? " + TLanes.Count" : $" + {part} * TLanes.Count");
                writer.Line($"var {Part(part)} = TLanes.Load(ref row, {first}{offset}{behind});");
            }
            foreach (int tap in group)
            {
                int phase = tap * Width.Dilation % stride;
                writer.Line($"var {name}{tap} = {StrideText.Apart(stride, phase, Part)};");
                taps[tap] = $"{name}{tap}";
            }
        }
        return taps;
    }
}
