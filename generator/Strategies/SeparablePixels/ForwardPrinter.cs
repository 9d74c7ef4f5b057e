using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.Separable;

namespace PoolGen.Generator.Strategies.SeparablePixels;

/// <summary>Prints the forward pass: the samples, and the groups of channels of a sample.</summary>
internal sealed class ForwardPrinter(CodeWriter writer, KernelPlan kernel, SeparablePixelsPlan plan)
{
    private readonly WinnersPrinter _winners = new(writer, kernel);

    public void Print()
    {
        using (KernelFrame.Struct(writer, kernel, plan, "geometry.Channels", rowExtent: "geometry.Channels", contract: plan.LeastWholePixel > 0 ? "IPixelRows" : "IPlacedKernel"))
        {
            if (plan.LeastWholePixel > 0)
            {
                writer.Line($"public static int LeastPixelBytes => {plan.LeastWholePixel};");
                writer.Line($"public static {kernel.Spec.Element.Keyword} Identity => {kernel.Reduction.Identity};");
            }
            writer.Line();
            writer.Line("public static int ScratchLength(in Rt::PoolingGeometry geometry) =>");
            writer.Line($"    Rt::ScratchVectors.Length({(plan.Height.Kernel - 1) * plan.Groups[0]}L * geometry.Width.OutputExtent);");
            PrintRun();
            if (plan.LeastWholePixel > 0)
                new PixelRunPrinter(writer, kernel, plan).Print();
            foreach (int vectors in plan.Groups)
                new ForwardPixelsPrinter(writer, kernel, plan, _winners, vectors, isExact: false).Print();
            PrintWinners(isExact: false);
            new ForwardPixelsPrinter(writer, kernel, plan, _winners, vectors: 1, isExact: true).Print();
            PrintWinners(isExact: true);
        }
    }

    private void PrintRun()
    {
        writer.Line();
        using (KernelFrame.PlacedRun(writer, kernel.Spec.Element))
        {
            writer.Line("int channels = geometry.Channels;");
            using (writer.Block("for (int sample = begin; sample < end; sample++)"))
            {
                writer.Line("int channel = 0; // the last vector overlaps the one before");
                ChannelVectors.PrintGroups(writer, plan.Groups, plan.LeastGroup, (vectors, channel) => $"Pixels{vectors}<TLanes, TVector, TPlacement>(operands, geometry, sample, {channel});");
            }
        }
    }

    private void PrintWinners(bool isExact)
    {
        string noun = kernel.Reduction.Noun;
        _winners.PrintMethod(
            isExact ? "ExactColumns" : "Columns",
            isExact ? "The same for any values, where only some columns are inside the input." : $"The {noun} of a row of each window, and the bits of the columns that hold it.",
            "tap",
            plan.Width.Kernel,
            plan.Height.Kernel,
            others: null,
            isExact);
        _winners.PrintMethod(
            isExact ? "ExactRows" : "Rows",
            isExact ? "The same for any values, where only some rows are inside the input." : $"The {noun} of each window from those of its rows, and the bits of the rows that hold it beside those of columns.",
            "row",
            plan.Height.Kernel,
            0,
            others: "columns",
            isExact);
    }
}
