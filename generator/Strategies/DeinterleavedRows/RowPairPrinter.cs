using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.DeinterleavedRows;

/// <summary>
/// Prints the step of a kernel that takes two rows of windows in one vector: a row of the input is a vector's, so that the columns of taps taken
/// from two such vectors are the first row's in the lower half of the lanes and the second row's in the upper half.
/// </summary>
internal sealed class RowPairPrinter(CodeWriter writer, KernelPlan kernel, DeinterleavedRowsPlan plan, RowText text)
{
    private AxisSpec Height => kernel.Spec.Axes[0];

    private string Element => kernel.Spec.Element.Keyword;

    private string Noun => kernel.Reduction.Noun;

    private IEnumerable<int> Rows => Enumerable.Range(0, Height.Kernel);

    /// <summary>Which rows are pairs.</summary>
    public void PrintPairing() =>
        writer.Line($"public static bool PairsNeighbours => {(plan.PairsNeighbours ? "true; // where planes have no row left over" : "false;")}");

    public void Print()
    {
        writer.Line("\n/// <summary>Two rows of windows, <paramref name=\"apart\"/> elements apart, of which each is half a vector.</summary>");
        using (KernelFrame.RuntimeStep(
            writer,
            kernel.Spec.Element,
            $"public static void Pair<TLanes, TVector>(in Rt::PoolingOperands<{Element}> operands, in Rt::PoolingGeometry geometry, ref {Element} input, nint source, int start, nint width, nint apart, ref {Element} output, nint outputsApart, nint target)"))
        {
            PrintRows();
            new WindowVectorPrinter(writer, kernel, plan, text).PrintPair();
            PrintStores();
        }
    }

    private void PrintRows()
    {
        if (Height.ClipsAtEnd)
            writer.Line("int height = geometry.Height.InputExtent;");
        if (Height.Clips)
            writer.Line(RowText.ReplacementNote);
        string first = Height.PaddingBegin switch
        {
            0 => "source",
            1 => "start < 0 ? source + width : source",
            _ => "source + (global::System.Math.Max(start, 0) - start) * width",
        };
        writer.Line($"ref {Element} row0 = ref Cs::Unsafe.Add(ref input, {first});");
        foreach (int row in Rows.Skip(1))
        {
            string[] repeats = [.. ((string?[])[MayBeAbove(row - 1) ? $"start < {1 - row}" : null, MayBeBelow(row) ? $"start >= height - {row}" : null]).OfType<string>()];
            writer.Line($"ref {Element} row{row} = ref Cs::Unsafe.Add(ref row{row - 1}, {(repeats.Length == 0 ? "width" : $"{string.Join(" || ", repeats)} ? 0 : width")});");
        }
        foreach (string line in text.NumbersOfRows(FirstTap, declares: true))
            writer.Line(line);
    }

    /// <summary>Whether windows may have this row above the input: the first inside is in its place, and its number.</summary>
    private bool MayBeAbove(int row) => row < Height.PaddingBegin;

    /// <summary>Whether windows may have this row below the input: the last inside is in its place, and its number.</summary>
    private bool MayBeBelow(int row) => Height.ClipsAtEnd && row > 0 && (Height.Rounding != AxisRounding.Floor || row >= Height.Kernel - Height.PaddingEnd);

    private string FirstTap(int row)
    {
        string number = text.FirstTap(row), columns = kernel.Spec.Axes[1].Kernel == 1 ? "" : $"{kernel.Spec.Axes[1].Kernel} * ";
        if (MayBeBelow(row))
            number = $"start >= height - {row} ? {columns}{(columns == "" ? "height - 1 - start" : "(height - 1 - start)")} : {number}";
        return MayBeAbove(row) ? $"start < {-row} ? {columns}-start : {number}" : number;
    }

    private void PrintStores()
    {
        bool records = plan.Record != WinnerRecord.None;
        writer.Line($"TLanes.StoreHalves({Noun}, ref output, 0, outputsApart);");
        if (!records)
            return;
        writer.Line($"TLanes.StoreTaps({text.Record}, ref operands.Records<TRecord>(), target);");
        writer.Line($"TLanes.StoreTaps(TLanes.ShiftOut({text.Record}, {text.Record}, TLanes.Count / 2), ref operands.Records<TRecord>(), target + outputsApart);");
        using (writer.Indented($"if (TLanes.HasNaN({(text.ChecksForNaN ? "sums" : Noun)}))"))
            writer.Line(text.Search("outputsApart", ofPair: true));
    }
}
