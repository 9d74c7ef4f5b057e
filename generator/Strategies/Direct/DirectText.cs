using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.Direct;

/// <summary>The parameters and arguments that the methods of a pass hand to each other.</summary>
/// <param name="kernel">The plan of the type.</param>
/// <param name="pass">The pass.</param>
internal sealed class DirectText(KernelPlan kernel, PoolingPass pass)
{
    private readonly string _element = kernel.Spec.Element.Keyword;

    private bool ReadsInput => IsForward || (pass == PoolingPass.Backward && kernel.Reduction.HasWinners);

    private AxisSpec Depth => kernel.Spec.Depth;

    private AxisSpec Height => kernel.Spec.Height;

    private AxisSpec Width => kernel.Spec.Width;

    public bool IsForward => pass.IsForward();

    public bool IsChannelsLast => kernel.Spec.Layout == TensorLayout.ChannelsLast;

    /// <summary>The one-element lanes, as type arguments.</summary>
    public string OneLane => $"Rt::LanesOne<{_element}>, {_element}";

    /// <summary>The locals of a row that refer to the tensors.</summary>
    public IEnumerable<string> Locals
    {
        get
        {
            if (ReadsInput)
                yield return $"ref {_element} input = ref operands.Input;";
            yield return IsForward ? $"ref {_element} output = ref operands.Output;" : $"ref {_element} outputGradient = ref operands.OutputGradient;";
            if (!IsForward)
                yield return $"ref {_element} inputGradient = ref operands.InputGradient;";
            if (pass.HasRecord())
                yield return $"ref TRecord {Records} = ref operands.Records<TRecord>();";
            if (Depth.Kernel > 1)
                yield return $"nint sliceStep = {SliceStep};";
            if (Height.Kernel > 1)
                yield return $"nint rowStep = {RowStep};";
            if (HasColumnStep)
                yield return Width.Dilation == 1 ? "nint columnStep = channels;" : $"nint columnStep = {Width.Dilation} * (nint)channels;";
        }
    }

    /// <summary>How far apart the elements of a vector of windows lie.</summary>
    public int LaneStride => IsChannelsLast ? 1 : Width.Stride;

    /// <summary>A tap's value, loaded.</summary>
    public string Load(TapText tap) =>
        LaneStride == 1 ? $"TLanes.Load(ref input, {tap.Address})" : $"TLanes.LoadStrided(ref input, {tap.Address}, {LaneStride})";

    /// <summary>What the generated code calls the records of winners.</summary>
    public string Records => pass is PoolingPass.ForwardWinners or PoolingPass.BackwardWinners ? "winners" : "taps";

    private bool HasColumnStep => IsChannelsLast && Width.Kernel > 1;

    private string SliceStep =>
        $"{(Depth.Dilation == 1 ? "" : $"{Depth.Dilation} * ")}geometry.Height.InputExtent * (nint)columns.InputExtent{(IsChannelsLast ? " * channels" : "")}";

    private string RowStep
    {
        get
        {
            string row = IsChannelsLast ? "columns.InputExtent * (nint)channels" : "columns.InputExtent";
            return Height.Dilation == 1 ? row : IsChannelsLast ? $"{Height.Dilation} * {row}" : $"{Height.Dilation} * (nint){row}";
        }
    }

    /// <summary>The taps of a window that lie inside the input, axis by axis, as a window method calls them.</summary>
    public string[] TapRanges => kernel.Spec.HasDepth ? ["sliceTaps", "rowTaps", "columnTaps"] : ["rowTaps", "columnTaps"];

    /// <summary>The same as arguments of a caller, for which the columns' taps are an expression.</summary>
    public string TapArguments(string columnTaps) => (kernel.Spec.HasDepth ? "sliceTaps, " : "") + $"rowTaps, {columnTaps}";

    /// <summary>The parameters of a window method.</summary>
    public string WindowParameters(bool clipped)
    {
        var parts = new List<string>();
        if (!IsForward)
            parts.Add("TVector gradient");
        if (!IsForward && pass.HasRecord())
            parts.Add($"TVector {Records}");
        if (ReadsInput)
            parts.Add($"ref {_element} input");
        if (!IsForward)
            parts.Add($"ref {_element} inputGradient");
        parts.Add("nint corner");
        if (Depth.Kernel > 1)
            parts.Add("nint sliceStep");
        if (Height.Kernel > 1)
            parts.Add("nint rowStep");
        if (HasColumnStep)
            parts.Add("nint columnStep");
        if (IsForward)
            parts.Add($"ref {_element} output");
        if (IsForward && pass.HasRecord())
            parts.Add($"ref TRecord {Records}");
        if (IsForward)
            parts.Add("nint target");
        if (clipped)
            parts.Add(string.Join(", ", TapRanges.Select(range => $"Rt::TapRange {range}")));
        return string.Join(", ", parts);
    }

    /// <summary>The arguments of a window method.</summary>
    /// <param name="lanes">The lane type that loads what the caller hands over.</param>
    /// <param name="corner">Where the first tap of the first window lies.</param>
    /// <param name="target">Where the first window's output lies.</param>
    /// <param name="taps">The ranges of taps, or null where every tap is inside.</param>
    /// <param name="gradient">The gradient, where it is not simply loaded.</param>
    public string WindowArguments(string lanes, string corner, string target, string? taps, string? gradient = null)
    {
        var parts = new List<string>();
        if (!IsForward)
            parts.Add(gradient ?? $"{lanes}.Load(ref outputGradient, {target})");
        if (!IsForward && pass.HasRecord())
            parts.Add($"{lanes}.LoadTaps(ref {Records}, {target})");
        if (ReadsInput)
            parts.Add("ref input");
        if (!IsForward)
            parts.Add("ref inputGradient");
        parts.Add(corner);
        if (Depth.Kernel > 1)
            parts.Add("sliceStep");
        if (Height.Kernel > 1)
            parts.Add("rowStep");
        if (HasColumnStep)
            parts.Add("columnStep");
        if (IsForward)
            parts.Add("ref output");
        if (IsForward && pass.HasRecord())
            parts.Add($"ref {Records}");
        if (IsForward)
            parts.Add(target);
        if (taps is not null)
            parts.Add(taps);
        return string.Join(", ", parts);
    }

    /// <summary>The arguments with which a window method calls another with the same parameters.</summary>
    public string ForwardedArguments
    {
        get
        {
            string[] names = WindowParameters(clipped: false).Split([", "], StringSplitOptions.None)
                .Select(parameter => (parameter.StartsWith("ref ", StringComparison.Ordinal) ? "ref " : "") + parameter.Split(' ').Last())
                .ToArray();
            return string.Join(", ", names);
        }
    }
}
