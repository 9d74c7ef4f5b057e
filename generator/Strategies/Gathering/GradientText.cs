using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.Gathering;

/// <summary>How generated code takes the gradient of windows and gives it to the taps that are due.</summary>
internal sealed class GradientText(PoolingSpec spec, PoolingPass pass)
{
    /// <summary>Whether a record of winners says which taps are due; else every tap has a share.</summary>
    public bool HasRecords => pass.HasRecord();

    /// <summary>What the generated code calls the records.</summary>
    public string Records => pass == PoolingPass.BackwardTaps ? "taps" : "winners";

    /// <summary>Whether shares differ between windows, because divisors count taps and some windows are clipped.</summary>
    public bool CountsTaps => SharesDiffer(spec, pass);

    /// <summary>Which taps a divisor counts: a property of the runtime's range of taps.</summary>
    public string Counted => spec.Divisor.Kind == DivisorKind.PaddedTaps ? "PaddedCount" : "Count";

    /// <inheritdoc cref="CountsTaps"/>
    public static bool SharesDiffer(PoolingSpec spec, PoolingPass pass) => !pass.HasRecord() && spec.DivisorsDiffer;

    /// <summary>The sum, with a window's gradient added if the tap is due. A sum that has not begun is null.</summary>
    public string Add(string? sum, string records, string tap, string gradient)
    {
        string noun = pass == PoolingPass.BackwardTaps ? "Tap" : "Bit";
        return sum is null ? $"TLanes.Select{noun}({records}, {tap}, {gradient})" : $"TLanes.Add{noun}({sum}, {records}, {tap}, {gradient})";
    }

    /// <summary>The reciprocal of a divisor that all windows have in common, as a constant.</summary>
    public string Reciprocal => Share(spec.WholeDivisor);

    /// <summary>The reciprocal of a count of taps, as a constant.</summary>
    public string Share(int count) => spec.Element.Reciprocal(count);

    /// <summary>The reciprocal of the taps of a row or column of windows, as an expression. An empty window has no tap to give to.</summary>
    public string CountedShare(string axis, string window) =>
        $"1{spec.Element.Suffix} / global::System.Math.Max(1, {axis}.Taps({window}).{Counted})";
}
