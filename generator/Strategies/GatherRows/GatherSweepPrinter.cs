using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.Gathering;

namespace PoolGen.Generator.Strategies.GatherRows;

/// <summary>
/// Prints the gathering of planes in the order of memory: row by row, each from the rows of windows that reach it. The rows of a stride
/// (phases) follow each other, and each has code of its own.
/// </summary>
internal sealed class GatherSweepPrinter(CodeWriter writer, KernelPlan kernel, GatherRowsPlan plan, GradientText text, GatherBlock block)
{
    private AxisSpec Height => kernel.Spec.Axes[0];

    private AxisSpec Width => kernel.Spec.Axes[1];

    private string Element => kernel.Spec.Element.Keyword;

    private int[] Windows => [.. plan.Windows];

    public void Print()
    {
        using (KernelFrame.Run(writer, kernel.Spec.Element))
        {
            PrintLocals();
            writer.Line();
            using (writer.Block("for (int plane = begin; plane < end; plane++)"))
            {
                writer.Line("nint source = plane * geometry.OutputPlane, target = plane * inputPlane;");
                if (IsCovered)
                    PrintCoveredRows();
                else
                    PrintRows();
            }
        }
    }

    /// <summary>
    /// Whether every input row belongs to one row of windows at most, and every row of windows lies inside: then no row is asked where it is.
    /// </summary>
    private bool IsCovered => Height.Kernel <= Height.Stride && !Height.Clips;

    /// <summary>Whether a vector of windows gives to its own runs alone, so that a last vector that overlaps the one before is as good as any.</summary>
    private bool Overlaps => Windows is [0] && !text.CountsTaps;

    private void PrintCoveredRows()
    {
        using (writer.Block("for (int window = 0; window < outputRows; window++)"))
        {
            writer.Line("nint line = target + window * (nint)" + (Height.Stride == 1 ? "width;" : $"{Height.Stride} * width;"));
            PrintRowLocals(1);
            for (int phase = 0; phase < Height.Kernel; phase++)
            {
                PrintVectors(phase, 1);
                if (phase + 1 < Height.Stride)
                    writer.Line("line += width;");
            }
            for (int phase = Height.Kernel; phase < Height.Stride; phase++)
            {
                string row = $"{Height.Stride} * window + {phase}";
                using (writer.Indented($"if ({row} < inputRows)"))
                    writer.Line("operands.ClearInputGradient(line, width);");
                if (phase + 1 < Height.Stride)
                    writer.Line("line += width;");
            }
        }
        writer.Line($"int covered = global::System.Math.Min(inputRows, {Signed.Times(Height.Stride, "outputRows")});");
        using (writer.Indented("if (covered < inputRows)"))
            writer.Line("operands.ClearInputGradient(target + covered * width, (inputRows - covered) * width);");
    }

    private void PrintRows()
    {
        using (writer.Block("for (int window = 0; window < steps; window++)"))
        {
            writer.Line($"int row = {Signed.Times(Height.Stride, "window")}{Top};");
            for (int phase = 0; phase < Height.Stride; phase++)
                PrintRow(phase);
        }
    }

    private string Top => Height.HasDerivedPadding ? " - geometry.Height.PaddingBegin" : Signed.Text(-Height.PaddingBegin);

    private void PrintLocals()
    {
        if (text.HasRecords)
        {
            writer.Line($"ref TRecord {text.Records} = ref operands.Records<TRecord>();");
        }
        writer.Line($"ref {Element} outputGradient = ref operands.OutputGradient;");
        writer.Line($"ref {Element} inputGradient = ref operands.InputGradient;");
        writer.Line("int outputRows = geometry.Height.OutputExtent, inputRows = geometry.Height.InputExtent;");
        writer.Line("nint outputs = geometry.Width.OutputExtent, width = geometry.Width.InputExtent;");
        writer.Line("nint inputPlane = geometry.InputPlane, inputEnd = end * inputPlane;");
        writer.Line($"nint runs = (width + {Width.Stride - 1}) / {Width.Stride}; // of {Width.Stride} columns each, as many as neighbouring windows lie apart");
        int last = Windows.Max();
        string windows = text.CountsTaps ? "geometry.Width.InteriorEnd" : "outputs";
        writer.Line($"nint whole = nint.Min(width / {Width.Stride}, {windows}{Signed.Text(-last)}) - TLanes.Count; // vectors up to here end inside the rows");
        if (Overlaps)
        {
            writer.Line("nint outputEnd = end * geometry.OutputPlane;");
            writer.Line($"bool exact = width == {Signed.Times(Width.Stride, "outputs")}; // what a vector computes and writes behind its row is then the next row's, which comes later");
            writer.Line("nint last = operands.Streams ? runs : nint.Max(0, runs - TLanes.Count); // the last vector overlaps the one before, unless that would be streamed twice");
        }
        if (!IsCovered)
            PrintSteps();
        writer.Line("bool streams = operands.Streams;");
        if (!text.HasRecords && !text.CountsTaps)
            writer.Line($"var share = TLanes.Broadcast({text.Reciprocal});");
    }

    private void PrintSteps()
    {
        string end = Height.HasDerivedPadding ? "geometry.Height.PaddingBegin + inputRows" : Height.PaddingBegin == 0 ? "inputRows" : $"inputRows{Signed.Text(Height.PaddingBegin)}";
        string steps = Height.Stride == 1 ? end : $"({end}{Signed.Text(Height.Stride - 1)}) / {Height.Stride}";
        writer.Line($"int steps = {steps}; // the rows of windows, and as many more as the input has rows below them");
    }

    private void PrintRow(int phase)
    {
        string row = phase == 0 ? "row" : $"(row + {phase})";
        int above = GatherRowsPlan.RowsOfWindows(Height, phase);
        using (writer.Block($"if (unchecked((uint){row}) < (uint)inputRows)"))
        {
            writer.Line($"nint line = target + {row} * width;");
            if (above == 0)
            {
                writer.Line("operands.ClearInputGradient(line, width);");
                return;
            }

            string nearest = above == 1 ? "window" : $"window{Signed.Text(1 - above)}";
            using (writer.Block($"if ({nearest} >= outputRows)"))
                writer.Line("operands.ClearInputGradient(line, width);");
            using (writer.Block("else"))
            {
                PrintRowLocals(above);
                writer.Line();
                PrintVectors(phase, above);
            }
        }
    }

    /// <summary>The rows of windows that reach a row. Those that are missing, at the ends of the plane, are replaced by others and hidden.</summary>
    private void PrintRowLocals(int above)
    {
        if (above > 1)
        {
            writer.Line("// Where a row of windows is missing, another takes its place, hidden by a mask.");
            for (int number = 0; number < above; number++)
            {
                string window = $"window{Signed.Text(-number)}";
                string clamped = $"global::System.Math.Min({window}, outputRows - 1)";
                writer.Line($"int window{number} = {(number == 0 ? clamped : $"global::System.Math.Max({clamped}, 0)")};");
                writer.Line($"var present{number} = TLanes.TapNumber(window{number} == {window} ? -1 : 0);");
            }
        }
        for (int number = 0; number < above; number++)
        {
            string window = above == 1 ? "window" : $"window{number}";
            writer.Line($"nint place{number} = source + {window} * outputs;");
            writer.Line($"ref {Element} gradients{number} = ref Cs::Unsafe.Add(ref outputGradient, place{number});");
            if (text.CountsTaps)
                writer.Line($"var rowShare{number} = TLanes.Broadcast({text.CountedShare("geometry.Height", window)});");
        }
    }

    private void PrintVectors(int phase, int above)
    {
        string position = Overlaps ? "next" : "column";
        using (writer.Block($"for (nint {position} = 0; {position} < runs; {position} += TLanes.Count)"))
        {
            if (Overlaps)
                writer.Line("nint column = nint.Min(next, last);");
            PrintVector(phase, above);
        }
    }

    private void PrintVector(int phase, int above)
    {
        var places = (from number in Enumerable.Range(0, above) from window in Windows select (Number: number, Window: window)).ToList();
        string names = string.Join(", ", places.Select(place => Gradient(place.Number, place.Window)));
        writer.Line($"TVector {names};");
        string begin = BeforeWhole is { } condition ? $"{condition} && " : "";
        writer.Line(Overlaps
            ? $"bool inside = exact ? place0 + column + TLanes.Count <= outputEnd && line + {Signed.Times(Width.Stride, "column + TLanes.Count")} <= inputEnd : column <= whole;"
            : $"bool inside = {begin}column <= whole;");
        using (writer.Block("if (inside)"))
        {
            foreach ((int number, int window) in places)
                writer.Line($"{Gradient(number, window)} = TLanes.Load(ref gradients{number}, column{Signed.Text(window)});");
        }
        using (writer.Block("else"))
        {
            foreach (int window in Windows)
                writer.Line($"var inside{Place(window)} = TLanes.Inside(column{Signed.Text(window)}, outputs);");
            foreach ((int number, int window) in places)
                writer.Line($"{Gradient(number, window)} = TLanes.LoadInside(ref gradients{number}, column{Signed.Text(window)}, outputs, inside{Place(window)});");
        }
        if (above > 1)
        {
            foreach ((int number, int window) in places)
                writer.Line($"{Gradient(number, window)} = TLanes.And({Gradient(number, window)}, present{number});");
        }
        PrintStores(text.HasRecords ? Selected(phase, places) : Shared(places));
    }

    private string?[] Selected(int phase, List<(int Number, int Window)> places)
    {
        string?[] sums = new string?[block.Stride];
        foreach ((int number, int window) in places)
        {
            (string gradient, string record) = (Gradient(number, window), Record(number, window));
            writer.Line($"var {record} = TLanes.LoadTaps(ref {text.Records}, place{number} + column{Signed.Text(window)});");
            if (text.Splits)
                writer.Line($"{gradient} = TLanes.Divide({gradient}, TLanes.CountBits({record}));");
            foreach (TapColumn tap in plan.Columns.Where(tap => tap.Window == window))
            {
                string name = $"sum{block.Phase(tap.Phase)}";
                int tapNumber = (phase + number * Height.Stride) * Width.Kernel + tap.Column;
                writer.Line($"{(sums[tap.Phase] is null ? "var " : "")}{name} = {text.Add(sums[tap.Phase], record, $"{tapNumber}", gradient)};");
                sums[tap.Phase] = name;
            }
        }
        return sums;
    }

    /// <summary>Rows of windows add up first: each of their columns gives the same to all its taps.</summary>
    private string?[] Shared(List<(int Number, int Window)> places)
    {
        string?[] sums = new string?[block.Stride];
        foreach (int window in Windows)
        {
            string? shared = null;
            foreach (int number in places.Where(place => place.Window == window).Select(place => place.Number))
            {
                string gradient = text.CountsTaps ? $"TLanes.Multiply({Gradient(number, window)}, rowShare{number})" : Gradient(number, window);
                shared = shared is null ? gradient : $"TLanes.Add({shared}, {gradient})";
            }
            string share = !text.CountsTaps ? "share"
                : $"inside ? TLanes.Broadcast({text.Share(Width.Kernel)}) : ColumnShares<TLanes, TVector>(column{Signed.Text(window)}, geometry.Width)";
            writer.Line($"var share{Place(window)} = TLanes.Multiply({shared}, {share});");
            foreach (TapColumn tap in plan.Columns.Where(tap => tap.Window == window))
            {
                string name = $"sum{block.Phase(tap.Phase)}";
                writer.Line(sums[tap.Phase] is null ? $"var {name} = share{Place(window)};" : $"{name} = TLanes.Add({name}, share{Place(window)});");
                sums[tap.Phase] = name;
            }
        }
        return sums;
    }

    /// <summary>The columns of a vector of runs, phases interleaved.</summary>
    private void PrintStores(string?[] sums)
    {
        string[] phases = [.. sums.Select(sum => sum ?? "TLanes.Zero")];
        string[] parts;
        switch (Width.Stride)
        {
            case 1:
                parts = phases;
                break;
            case 2:
                parts = [$"TLanes.InterleaveLow({phases[0]}, {phases[1]})", $"TLanes.InterleaveHigh({phases[0]}, {phases[1]})"];
                break;
            case 3:
                parts = [.. Enumerable.Range(0, 3).Select(part => $"TLanes.WeaveThree({phases[0]}, {phases[1]}, {phases[2]}, {part})")];
                break;
            default:
                writer.Line($"var evenLow = TLanes.InterleaveLow({phases[0]}, {phases[2]});");
                writer.Line($"var evenHigh = TLanes.InterleaveHigh({phases[0]}, {phases[2]});");
                writer.Line($"var oddLow = TLanes.InterleaveLow({phases[1]}, {phases[3]});");
                writer.Line($"var oddHigh = TLanes.InterleaveHigh({phases[1]}, {phases[3]});");
                parts = ["TLanes.InterleaveLow(evenLow, oddLow)", "TLanes.InterleaveHigh(evenLow, oddLow)", "TLanes.InterleaveLow(evenHigh, oddHigh)", "TLanes.InterleaveHigh(evenHigh, oddHigh)"];
                break;
        }
        for (int part = 0; part < parts.Length; part++)
            writer.Line($"var part{part} = {parts[part]};");
        string at = $"line + {Signed.Times(Width.Stride, "column")}";
        using (writer.Block("if (inside)"))
        {
            for (int part = 0; part < parts.Length; part++)
                writer.Line($"Rt::RowAccess.StoreWhole<TLanes, TVector, {Element}>(part{part}, ref inputGradient, {at}{Part(part)}, streams);");
        }
        using (writer.Block("else"))
        {
            for (int part = 0; part < parts.Length; part++)
                writer.Line($"Rt::RowAccess.StoreEnd<TLanes, TVector, {Element}>(part{part}, ref inputGradient, {at}{Part(part)}, line + width, inputEnd);");
        }

        static string Part(int part) => part == 0 ? "" : $" + {Signed.Times(part, "TLanes.Count")}";
    }

    /// <summary>Whether a vector begins behind the row's first windows, as an expression; null where every vector does.</summary>
    private string? BeforeWhole => text.CountsTaps
        ? $"column{Signed.Text(Windows.Min())} >= geometry.Width.InteriorBegin"
        : Windows.Min() < 0 ? $"column >= {-Windows.Min()}" : null;

    private string Gradient(int number, int window) => $"gradient{number}{Letter(window)}";

    private string Record(int number, int window) => $"{text.Records}{number}{Letter(window)}";

    private string Letter(int window) => $"{(char)('A' + Place(window))}";

    private int Place(int window) => Array.IndexOf(Windows, window);
}
