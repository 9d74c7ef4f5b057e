using PoolGen.Generator.Emission;

namespace PoolGen.Generator.Strategies.RollingPixels;

/// <summary>
/// Prints the method for a row of windows that share columns at a distance, where no cache of a core holds the tensors: column by column of a window, all
/// channels of a pixel come before the next, as they lie in memory. What a window has so far is kept in scratch memory.
/// </summary>
internal sealed class FarPixelsPrinter(CodeWriter writer, RollingPixelsPlan plan, RollingPixelsText text)
{
    private PixelAxis Width => plan.Width;

    // Extremes hold the nearest column inside as often as they reach beyond it; sums leave out what is outside.
    private bool SkipsColumns => plan.ClipsColumns && !plan.ReplacesRows;

    /// <summary>The scratch memory of a call: a vector's place for each that a pixel has.</summary>
    public void PrintScratchLength()
    {
        writer.Line();
        writer.Line("/// <summary>What the windows of a pixel have so far.</summary>");
        writer.Line($"public static int ScratchLength(in Rt::PoolingGeometry geometry) => checked(geometry.Channels * sizeof({text.Element}) + Rt::ScratchVectors.Length(1));");
    }

    public void PrintCall(string arguments)
    {
        using (writer.Block("if (operands.AreFar)"))
        {
            writer.Line($"FarPixels<TLanes, TVector, TPlacement>({arguments}, ref operands.Scratch);");
            writer.Line("return;");
        }
        writer.Line();
    }

    public void Print()
    {
        writer.Line("\n/// <summary>A row of windows where no cache of a core holds the tensors: all channels of a pixel come before the next, as they lie in memory.</summary>");
        string parameters = plan.ReplacesRows
            ? text.RowParameters
            : $"ref {text.Element} {text.Source}, nint sourceStep, ref {text.Element} {text.Target}, Rt::AxisGeometry columns, nint channels";
        using (KernelFrame.HotMethod(writer, text.Type, $"private static void FarPixels<TLanes, TVector, TPlacement>({parameters}, ref {text.Element} kept)"))
        {
            PrintLocals();
            using (writer.Block($"for (int column = 0; column < columns.{text.TargetExtent}; column++, source += {Width.Stride})"))
            {
                if (plan.CountsResults)
                    text.PrintCountedShare(writer, text.Reciprocal(plan.Height.Kernel), text.Reciprocal(plan.Divisor));
                if (!SkipsColumns)
                {
                    PrintColumns();
                    return;
                }
                using (writer.Block("if (columns.InteriorBegin <= column && column < columns.InteriorEnd)"))
                    PrintColumns();
                using (writer.Block("else"))
                    PrintColumnsInside();
            }
        }
    }

    private void PrintLocals()
    {
        if (plan.ReplacesRows)
        {
            text.PrintExtents(writer);
            text.PrintRowReferences(writer, "", "");
        }
        else
        {
            writer.Line($"ref {text.Element} row0 = ref {text.Source};");
            for (int row = 1; row < plan.Height.Kernel; row++)
                writer.Line($"ref {text.Element} row{row} = ref Cs::Unsafe.Add(ref row{row - 1}, sourceStep);");
            writer.Line($"ref {text.Element} upper = ref {text.Target};");
        }
        if (plan.Scale == PixelScale.Constant)
            writer.Line($"var share = TLanes.Broadcast({text.Reciprocal(plan.Divisor)});");
        writer.Line("nint last = channels - TLanes.Count; // the last vector overlaps the one before");
        writer.Line($"int source = -{text.Lead("columns", Width)};");
    }

    /// <summary>All columns of a window: the first one begins, and the last one has the result.</summary>
    private void PrintColumns()
    {
        for (int column = 0; column < Width.Kernel; column++)
        {
            string pixel = column == 0 ? "source" : $"source + {column}";
            string inside = plan.ClipsColumns && !SkipsColumns ? $"global::System.Math.Max(0, global::System.Math.Min({pixel}, columns.{text.SourceExtent} - 1))" : column == 0 ? pixel : $"({pixel})";
            string at = $"at{column}";
            writer.Line($"nint {at} = {inside} * channels;");
            if (column == Width.Kernel - 1)
                PrintResults(text.Combine(Kept, Column(at)));
            else
                PrintChannels($"TLanes.Store({(column == 0 ? Column(at) : text.Combine(Kept, Column(at)))}, ref kept, channel);");
        }
    }

    private void PrintColumnsInside()
    {
        PrintChannels($"TLanes.Store(TLanes.Broadcast({text.Reduction.Identity}), ref kept, channel);");
        using (writer.Block($"for (int pixel = global::System.Math.Max(0, source); pixel < global::System.Math.Min(source + {Width.Kernel}, columns.{text.SourceExtent}); pixel++)"))
        {
            writer.Line("nint at = pixel * channels;");
            PrintChannels($"TLanes.Store({text.Combine(Kept, Column("at"))}, ref kept, channel);");
        }
        PrintResults(Kept);
    }

    private static string Kept => "TLanes.Load(ref kept, channel)";

    private string Column(string at) =>
        $"CombineColumn<TLanes, TVector, TPlacement>({string.Join(", ", Enumerable.Range(0, plan.Height.Kernel).Select(row => $"ref row{row}"))}, {at} + nint.Min(channel, last), sourceStep)";

    private void PrintResults(string value)
    {
        writer.Line("nint to = column * channels;");
        PrintChannels(text.Store(text.Result(value), "upper", "to + nint.Min(channel, last)"));
    }

    private void PrintChannels(string statement)
    {
        using (writer.Indented("for (nint channel = 0; channel < channels; channel += TLanes.Count)"))
            writer.Line(statement);
    }
}
