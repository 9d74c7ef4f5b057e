using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.LargeWindows;

/// <summary>What the parts of the code call the same things.</summary>
internal sealed class LargeWindowsText(KernelPlan kernel, LargeWindowsPlan plan)
{
    public AxisSpec Height => kernel.Spec.Axes[0];

    public AxisSpec Width => kernel.Spec.Axes[1];

    public string Element => kernel.Spec.Element.Keyword;

    // Backward, the gradient of the output is the source.
    public string SourceExtent => plan.OverGradient ? "OutputExtent" : "InputExtent";

    public string TargetExtent => plan.OverGradient ? "InputExtent" : "OutputExtent";

    public string SourcePlane => plan.OverGradient ? "OutputPlane" : "InputPlane";

    public string TargetPlane => plan.OverGradient ? "InputPlane" : "OutputPlane";

    public string Source => plan.OverGradient ? "OutputGradient" : "Input";

    public string Target => plan.OverGradient ? "InputGradient" : "Output";

    /// <summary>The windows of a row, and at larger distances those between them.</summary>
    public string NeighbouringWindows(string windows) => Width.Stride == 1 ? windows : $"{Width.Stride} * ({windows} - 1) + 1";

    /// <summary>How far the first window of the rows reaches before the source.</summary>
    public string ColumnLead => plan.OverGradient ? $"{Width.Kernel - 1} - geometry.Width.PaddingBegin" : "geometry.Width.PaddingBegin";

    /// <summary>How far the first row of windows reaches before the source.</summary>
    public string RowLead => plan.OverGradient ? $"{Height.Kernel - 1} - geometry.Height.PaddingBegin" : "geometry.Height.PaddingBegin";

    /// <summary>The elements that are combined down the columns side by side: a row's, or those of a pixel or more.</summary>
    public string Run => plan.TakesPixels ? "run" : "width";

    /// <summary>The elements from a source row to the next.</summary>
    public string RowStep => plan.TakesPixels ? "rowStep" : "width";

    /// <summary>The first source row of a window.</summary>
    public string Top(string window) => $"{Text.Times(Height.Stride, window)} - lead";

    public string Identity => $"TLanes.Broadcast({kernel.Reduction.Identity})";

    /// <summary>The rows of windows that a block has at most: those that share the last row of the first.</summary>
    public int BlockRows => (Height.Kernel - 1) / Height.Stride + 1;

    public string Combine(string left, string right) => plan.ChecksForNaN
        ? ExtremeText.Of(kernel.Reduction, left, right)
        : $"TLanes.{kernel.Reduction.Combine}({left}, {right})";

    /// <summary>The type parameters of the steps of a block; the last tells whether operands are known to be numbers, where that makes a difference.</summary>
    public string TypeParameters => plan.ChecksForNaN ? "<TLanes, TVector, TPlacement, TValues>" : "<TLanes, TVector, TPlacement>";

    /// <summary>The last parameters of what takes shares, and the last arguments.</summary>
    public string ShareParameters(bool takes) => takes ? $", ref {Element} {Quotient.Columns}, ref {Element} {Quotient.Rows}" : "";

    public string ShareArguments(bool takes) => takes ? $", ref {Quotient.Columns}, ref {Quotient.Rows}" : "";

    public QuotientText Quotient { get; } = new(kernel.Spec, plan.Division);

    public string Reciprocal => kernel.Spec.Element.Reciprocal(plan.Divisor);

    /// <summary>The buffer of a level: <c>columns</c>, <c>runs4</c>, <c>runs16</c>.</summary>
    public static string Buffer(int level) => level == 0 ? "columns" : $"runs{Length(level)}";

    public static int Length(int level) => Enumerable.Repeat(LargeWindowsPlan.Radix, level).Aggregate(1, (product, factor) => product * factor);

    /// <summary>The buffers of a block: one for each length of runs, and one for windows of which some are taken.</summary>
    public int Buffers => (plan.JoinsInMemory ? plan.Levels : 0) + 1 + (Width.Stride > 1 ? 1 : 0);

    /// <summary>The number of the buffer of windows of which some are taken.</summary>
    public string WindowsAt => Buffers == 2 ? "size" : $"{Buffers - 1} * size";

    /// <summary>Whether the source is multiplied with shares when it is loaded, because it is the gradient of windows whose divisors differ.</summary>
    public bool ScalesSource => plan.CountsTaps && plan.OverGradient;

    /// <summary>Whether windows are divided one by one.</summary>
    public bool ScalesWindows => plan.CountsTaps && !plan.OverGradient;
}
