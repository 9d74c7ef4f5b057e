using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.ScatteredWinners;

/// <summary>Prints scattered winners: window by window, what its record names receives the gradient.</summary>
internal sealed class ScatteredWinnersPrinter(CodeWriter writer, KernelPlan kernel, ScatteredWinnersPlan plan)
{
    private readonly PoolingSpec _spec = kernel.Spec;

    private string Element => _spec.Element.Keyword;

    private AxisSpec Height => _spec.Height;

    private AxisSpec Width => _spec.Width;

    private bool HasBits => plan.Pass == PoolingPass.BackwardWinners;

    private string Records => HasBits ? "winners" : "taps";

    public void Print()
    {
        // Nothing runs in vectors: the forward half of a pass without a workspace is as wide as it can be.
        using (KernelFrame.Struct(writer, kernel, plan, vectorExtent: "int.MaxValue"))
        {
            writer.Line();
            using (KernelFrame.Run(writer, _spec.Element))
            {
                writer.Line($"ref {Element} outputGradient = ref operands.OutputGradient;");
                writer.Line($"ref TRecord {Records} = ref operands.Records<TRecord>();");
                writer.Line("var rows = geometry.Height;");
                writer.Line("var columns = geometry.Width;");
                writer.Line("nint window = begin * geometry.OutputPlane;");
                using (writer.Block("for (int plane = begin; plane < end; plane++)"))
                {
                    writer.Line("nint target = plane * geometry.InputPlane;");
                    writer.Line("operands.ClearInputGradient(target, geometry.InputPlane);");
                    writer.Line($"ref {Element} inputGradient = ref Cs::Unsafe.Add(ref operands.InputGradient, target);");
                    using (writer.Block("for (int row = 0; row < rows.OutputExtent; row++)"))
                    {
                        writer.Line("int top = rows.Start(row), left = columns.Start(0);");
                        using (writer.Block($"for (int column = 0; column < columns.OutputExtent; column++, window++, left += {Width.Stride})"))
                            PrintWindow();
                    }
                }
            }
        }
    }

    private void PrintWindow()
    {
        writer.Line($"var gradient = Cs::Unsafe.Add(ref outputGradient, window);");
        if (!HasBits)
        {
            writer.Line($"uint tap = Rt::WinnerScatter.Record(ref {Records}, window);");
            PrintAdd();
            return;
        }
        writer.Line($"uint won = Rt::WinnerScatter.Record(ref {Records}, window);");
        using (writer.Block("for (; won != 0; won &= won - 1)"))
        {
            writer.Line("uint tap = (uint)global::System.Numerics.BitOperations.TrailingZeroCount(won);");
            PrintAdd();
        }
    }

    /// <summary>What a record names may be no tap, or one in the padding, if it is not the one that forward wrote: it adds nothing then.</summary>
    private void PrintAdd()
    {
        writer.Line($"uint row0 = tap / {Width.Kernel}, column0 = tap % {Width.Kernel};");
        writer.Line($"uint y = (uint)top + {Times("row0", Height.Dilation)}, x = (uint)left + {Times("column0", Width.Dilation)}; // before the input, they are large");
        using (writer.Indented($"if (row0 < {Height.Kernel} && y < (uint)rows.InputExtent && x < (uint)columns.InputExtent)"))
            writer.Line("Cs::Unsafe.Add(ref inputGradient, (nint)y * columns.InputExtent + (nint)x) += gradient;");
    }

    private static string Times(string value, int factor) => factor == 1 ? value : $"{value} * {factor}";
}
