using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Emission;

/// <summary>What kernels whose divisors differ call what scratch memory holds of each column and row of windows, and how they divide by it.</summary>
internal sealed class QuotientText(PoolingSpec spec, WindowDivision division)
{
    /// <summary>Whether sums are divided by counts; else they are multiplied with shares.</summary>
    public bool Divides => division == WindowDivision.Counts;

    /// <summary>What is held of columns.</summary>
    public string Columns => Divides ? "columnCounts" : "columnShares";

    /// <summary>What is held of rows.</summary>
    public string Rows => Divides ? "rowCounts" : "rowShares";

    /// <summary>What a row of windows has of it.</summary>
    public string Row => Divides ? "rowCount" : "rowShare";

    /// <summary>A divisor as a row's part of the quotient.</summary>
    public string Part(string divisor) => Divides ? divisor : $"1{spec.Element.Suffix} / {divisor}";

    /// <summary>The statement that writes what is held of an axis, from an element on.</summary>
    public string Fill(string first, string axis) => Divides
        ? $"Rt::TapCounts.Fill(ref {first}, {axis});"
        : $"Rt::TapShares.Fill(ref {first}, {axis}, padding: {(spec.Divisor.Kind == DivisorKind.PaddedTaps ? "true" : "false")});";

    /// <summary>What one window's sum is multiplied with.</summary>
    public string Share(string column, string row) => Divides ? $"1{spec.Element.Suffix} / ({column} * {row})" : $"{column} * {row}";

    /// <summary>A vector of sums, divided.</summary>
    public string Of(string sums, string columns, string row) => Divides
        ? $"TLanes.Divide({sums}, TLanes.Multiply({columns}, {row}))"
        : $"TLanes.Multiply(TLanes.Multiply({sums}, {columns}), {row})";
}
