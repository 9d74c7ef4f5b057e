using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.PairedRows;

/// <summary>Prints the kernel: samples, pairs of rows of windows, vectors of channels.</summary>
internal sealed class PairedRowsPrinter(CodeWriter writer, KernelPlan kernel, PairedRowsPlan plan)
{
    private string Element => kernel.Spec.Element.Keyword;

    private string Others => KernelFrame.Name(plan.Otherwise);

    public void Print()
    {
        using (KernelFrame.Struct(writer, kernel, plan, "geometry.Channels", rowExtent: "geometry.Channels"))
        {
            PrintScratchLength();
            PrintRun();
            PrintSample();
            new PairedPixelsPrinter(writer, kernel, plan).Print();
            new RecordPrinter(writer, kernel, plan).Print();
        }
    }

    private void PrintScratchLength()
    {
        writer.Line("\npublic static int ScratchLength(in Rt::PoolingGeometry geometry) =>");
        writer.Line($"    global::System.Math.Max(Rt::ScratchVectors.Length(1), Rt::PoolingDriver.ScratchLength<{Others}, {Element}>(geometry));");
    }

    private void PrintRun()
    {
        writer.Line();
        using (KernelFrame.PlacedRun(writer, kernel.Spec.Element))
        using (writer.Block("for (int sample = begin; sample < end; sample++)"))
        {
            using (writer.Indented("if (geometry.Height.OutputExtent < 2 || !Sample<TLanes, TVector, TPlacement>(operands, geometry, sample))"))
                writer.Line(KernelFrame.RunOf(Others, Element, "sample", "sample + 1"));
        }
    }

    private void PrintSample()
    {
        string than = kernel.Spec.Clips ? $"numbers that beat {kernel.Reduction.Identity}, which stands outside the input" : "numbers";
        writer.Line($"\n/// <summary>A sample, a pair of rows of windows at a time. Whether its values are all {than}; else its outputs are not valid.</summary>");
        using (KernelFrame.HotMethod(
            writer,
            kernel.Spec.Element,
            $"private static bool Sample<TLanes, TVector, TPlacement>(in Rt::PoolingOperands<{Element}> operands, in Rt::PoolingGeometry geometry, int sample)"))
        {
            writer.Line("int last = geometry.Height.OutputExtent - 2, channels = geometry.Channels;");
            if (Enumerable.Range(0, PairedRowsPlan.TapRows(kernel.Spec.Axes[0])).Any(row => PairedRowsPlan.MayLieOutside(kernel.Spec.Axes[0], row)))
                writer.Line($"operands.FillScratch(0, TLanes.Count, {kernel.Reduction.Identity}); // a pixel outside the input");
            writer.Line("var sum = TLanes.Zero;");
            using (writer.Block("for (int next = 0; next <= last + 1; next += 2)"))
            {
                writer.Line("int row = global::System.Math.Min(next, last); // the last pair overlaps the one before");
                using (writer.Indented("for (int channel = 0; channel < channels; channel += TLanes.Count)"))
                    writer.Line("sum = Pixels<TLanes, TVector, TPlacement>(operands, geometry, sample, row, global::System.Math.Min(channel, channels - TLanes.Count), sum);");
            }
            writer.Line(kernel.Spec.Clips
                ? $"return TLanes.{(kernel.Reduction.IsMaximum ? "AllAbove" : "AllBelow")}(sum, {kernel.Reduction.Identity});"
                : "return !TLanes.HasNaN(sum);");
        }
    }
}
