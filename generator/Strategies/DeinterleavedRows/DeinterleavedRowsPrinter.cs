using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.Gathering;

namespace PoolGen.Generator.Strategies.DeinterleavedRows;

/// <summary>Prints deinterleaved rows: the planes, the rows of windows, and the input rows that each is computed from.</summary>
internal sealed class DeinterleavedRowsPrinter(CodeWriter writer, KernelPlan kernel, DeinterleavedRowsPlan plan)
{
    private readonly PoolingSpec _spec = kernel.Spec;
    private readonly RowText _text = new(kernel, plan);

    private AxisSpec Height => _spec.Axes[0];

    private AxisSpec Width => _spec.Axes[1];

    private string Element => _spec.Element.Keyword;

    public void Print()
    {
        // What a vector computes behind its row's end is overwritten by the next row, so half a vector is enough for it.
        using (KernelFrame.Struct(writer, kernel, plan, vectorExtent: "2 * geometry.Width.OutputExtent - 1"))
        {
            PrintRun();
            if (plan.Carried.Any())
                new WindowVectorPrinter(writer, kernel, plan, _text).PrintColumnHelpers();
            new RowFinishPrinter(writer, kernel, _text).Print();
        }
    }

    private void PrintRun()
    {
        writer.Line();
        using (KernelFrame.Run(writer, _spec.Element))
        {
            writer.Line($"ref {Element} input = ref operands.Input;");
            writer.Line($"ref {Element} output = ref operands.Output;");
            if (plan.Record != WinnerRecord.None)
                writer.Line($"ref TRecord {_text.Records} = ref operands.Records<TRecord>();");
            if (Height.Clips)
                writer.Line($"int height = geometry.Height.InputExtent{(Height.HasDerivedPadding ? ", top = geometry.Height.PaddingBegin" : "")};");
            writer.Line($"nint width = geometry.Width.InputExtent, outputs = geometry.Width.OutputExtent{(Width.HasDerivedPadding ? ", left = geometry.Width.PaddingBegin" : "")};");
            writer.Line("nint inputPlane = geometry.InputPlane, inputEnd = end * inputPlane, outputEnd = end * geometry.OutputPlane;");
            if (Width.ClipsAtEnd && plan.HasWholeLoop)
                writer.Line($"bool overhangs = {Width.Stride} * (outputs - 1){(Width.HasDerivedPadding ? " - left" : "")}{Text.Signed(Width.Kernel - (Width.HasDerivedPadding ? 0 : Width.PaddingBegin))} > width; // the last window");
            writer.Line("bool prefetches = operands.Prefetches;");
            writer.Line(KernelFrame.Streams("outputs"));
            if (!Height.Clips)
                PrintNumbers();
            writer.Line("nint target = begin * geometry.OutputPlane;");
            writer.Line();
            using (writer.Block("for (int plane = begin; plane < end; plane++)"))
            using (writer.Block("for (int row = 0; row < geometry.Height.OutputExtent; row++)"))
            {
                PrintRows();
                var vector = new WindowVectorPrinter(writer, kernel, plan, _text);
                vector.PrintCarry();
                writer.Line();
                vector.PrintRow();
                vector.PrintSearch();
                writer.Line("target += outputs;");
            }
        }
    }

    /// <summary>The input rows of a row of windows.</summary>
    private void PrintRows()
    {
        string top = Height.HasDerivedPadding ? " - top" : Text.Signed(-Height.PaddingBegin);
        writer.Line($"int start = {Signed.Times(Height.Stride, "row")}{top};");
        writer.Line("nint source = plane * inputPlane;");
        if (Height.Clips)
        {
            writer.Line(_text.HidesRows
                ? "// A row outside the input is replaced by one inside, and hidden by a mask."
                : "// A row outside the input is replaced by the nearest inside: no window misses that one, and its taps compete twice.");
        }
        for (int row = 0; Height.Clips && row < Height.Kernel; row++)
            writer.Line($"int line{row} = {Line(row)};");
        if (_text.HidesRows)
        {
            for (int row = 0; row < Height.Kernel; row++)
                writer.Line($"var inside{row} = TLanes.TapNumber(line{row} == start{Text.Signed(row)} ? -1 : 0);");
        }
        if (Height.Clips)
            PrintNumbers();
        for (int row = 0; row < Height.Kernel; row++)
            writer.Line($"ref {Element} row{row} = ref Cs::Unsafe.Add(ref input, source + {Number(row)} * width);");

        string Number(int row) => Height.Clips ? $"line{row}" : row == 0 ? "start" : $"(start + {row})";
        if (!plan.HasWholeLoop)
            return;

        string left = $"inputEnd - source - {Number(Height.Kernel - 1)} * width";
        writer.Line(Width.ClipsAtEnd
            ? $"nint reach = overhangs ? width : {left}; // vectors are loaded whole up to here: in the next row, if no window needs a fill"
            : $"nint reach = {left}; // vectors are loaded whole up to here: columns in the next row belong to no window");
        int padding = Width.HasDerivedPadding ? 0 : Width.PaddingBegin;
        string room = $"reach{(Width.HasDerivedPadding ? " + left" : "")}{Text.Signed(padding - plan.Carried.Count())}";
        writer.Line($"nint whole = nint.Min(nint.Min(outputs - 1, {(room == "reach" ? room : $"({room})")} / {Width.Stride} - TLanes.Count), outputEnd - target - TLanes.Count); // what a vector writes behind its row is the next row's, which comes later");
    }

    /// <summary>The number of an input row. Every window has one inside: its first row is never behind the input.</summary>
    private string Line(int row)
    {
        string line = $"start{Text.Signed(row)}";
        if (row > 0 && Height.ClipsAtEnd)
            line = $"global::System.Math.Min({line}, height - 1)";
        return row < Height.PaddingBegin || Height.HasDerivedPadding ? $"global::System.Math.Max({line}, 0)" : line;
    }

    /// <summary>The numbers or bits of each row's first tap.</summary>
    private void PrintNumbers()
    {
        if (plan.Record == WinnerRecord.None)
            return;
        for (int row = 0; row < Height.Kernel; row++)
        {
            string number = !Height.Clips ? $"{row * Width.Kernel}" : Width.Kernel == 1 ? $"line{row} - start" : $"{Width.Kernel} * (line{row} - start)";
            string value = plan.Record == WinnerRecord.Bits ? $"1 << {(number.Contains(' ') ? $"({number})" : number)}" : number;
            writer.Line($"var {_text.Record}Of{row} = TLanes.TapNumber({value});");
        }
    }
}
