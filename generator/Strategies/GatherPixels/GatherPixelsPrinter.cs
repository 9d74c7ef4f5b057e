using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.Gathering;

namespace PoolGen.Generator.Strategies.GatherPixels;

/// <summary>Prints gathered pixels: the samples, and for each row the method that serves it.</summary>
internal sealed class GatherPixelsPrinter(CodeWriter writer, KernelPlan kernel, GatherPixelsPlan plan)
{
    private readonly PoolingSpec _spec = kernel.Spec;
    private readonly GradientText _text = new(kernel.Spec, plan.Pass);

    private AxisSpec Height => _spec.Axes[0];

    private int Phases => Math.Min(Height.Stride, Height.Kernel);

    public void Print()
    {
        using (KernelFrame.Struct(writer, kernel, plan, vectorExtent: "geometry.Channels", rowExtent: "geometry.Channels"))
        {
            if (plan.HasBorder)
            {
                writer.Line("\n/// <summary>The gradients of a row of windows that is not there.</summary>");
                writer.Line($"public static int ScratchLength(in Rt::PoolingGeometry geometry) => checked(geometry.Width.OutputExtent * geometry.Channels * sizeof({_spec.Element.Keyword}));");
            }
            PrintRun();
            PrintRow();
            for (int phase = 0; phase < Phases; phase++)
            {
                foreach (int vectors in plan.Groups)
                    new GatherPixelsRowPrinter(writer, kernel, plan, _text, phase, vectors).Print();
            }
        }
    }

    private void PrintRun()
    {
        writer.Line();
        using (KernelFrame.PlacedRun(writer, _spec.Element))
        {
            writer.Line("nint outputs = geometry.OutputPlane * geometry.Channels;");
            using (writer.Block("if (geometry.Channels < TLanes.Count)"))
            {
                writer.Line("// The last vector of channels overlaps the one before: there must be one.");
                writer.Line($"Run<Rt::LanesOne<{_spec.Element.Keyword}>, {_spec.Element.Keyword}, Rt::CachedPlacement>(operands, geometry, begin, end);");
                writer.Line("return;");
            }
            writer.Line();
            writer.Line("var rows = geometry.Height;");
            if (plan.HasBorder)
                writer.Line($"operands.FillScratch(0, geometry.Width.OutputExtent * geometry.Channels, 0{_spec.Element.Suffix});");
            using (writer.Block("for (int sample = begin; sample < end; sample++)"))
            using (writer.Indented("for (int row = 0; row < rows.InputExtent; row++)"))
                writer.Line($"Row<TLanes, TVector, TPlacement>(operands, geometry, row, sample * outputs, (sample * rows.InputExtent + row) * ((nint)geometry.Width.InputExtent * geometry.Channels));");
        }
    }

    private void PrintRow()
    {
        writer.Line("\n/// <summary>A row of the input gradient: the rows of windows that hold it follow from its distance to the first.</summary>");
        string element = _spec.Element.Keyword;
        using (KernelFrame.HotMethod(
            writer,
            _spec.Element,
            $"private static void Row<TLanes, TVector, TPlacement>(in Rt::PoolingOperands<{element}> operands, in Rt::PoolingGeometry geometry, int row, nint source, nint target)"))
        {
            writer.Line("var rows = geometry.Height;");
            writer.Line("int channels = geometry.Channels;");
            string at = "row + rows.PaddingBegin";
            writer.Line($"int window = {(Height.Stride == 1 ? at : $"({at}) / {Height.Stride}")}; // the last row of windows that begins at this row or above");
            if (Height.Stride > 1)
                writer.Line($"int phase = {at} - window * {Height.Stride};");
            if (!plan.HasBorder)
                PrintRowOfNone();
            writer.Line("int channel = 0, last = channels - TLanes.Count; // the last vector overlaps the one before");
            for (int phase = 0; phase < Phases; phase++)
                PrintGroups(phase);
        }
    }

    /// <summary>Where rows of windows do not overlap, a row may lie between two, or before the first or behind the last.</summary>
    private void PrintRowOfNone()
    {
        string isHeld = Height.Kernel < Height.Stride ? $"phase < {Height.Kernel} && window < rows.OutputExtent" : "window < rows.OutputExtent";
        using (writer.Block($"if (!({isHeld}))"))
        {
            writer.Line("operands.ClearInputGradient(target, geometry.Width.InputExtent * (nint)channels);");
            writer.Line("return;");
        }
        writer.Line();
    }

    private void PrintGroups(int phase)
    {
        IDisposable? only = Phases == 1 ? null : writer.Block(phase == 0 ? "if (phase == 0)" : phase == Phases - 1 ? "else" : $"else if (phase == {phase})");
        foreach (int vectors in plan.Groups)
        {
            using (writer.Indented($"for (; {(vectors == 1 ? "channel < channels" : $"channel <= channels - {Text.Times(vectors, "TLanes.Count")}")}; channel += {Text.Times(vectors, "TLanes.Count")})"))
            {
                string from = vectors == 1 ? "global::System.Math.Min(channel, last)" : "channel";
                writer.Line($"{GatherPixelsRowPrinter.Name(Phases, phase, vectors)}<TLanes, TVector, TPlacement>(operands, geometry, window, source, target, {from});");
            }
        }
        only?.Dispose();
    }
}
