using System.Globalization;
using PoolGen.Testing;

namespace PoolGen.Conformance.Tests;

/// <summary>A node of ONNX.</summary>
/// <param name="Spec">The configuration.</param>
/// <param name="Shape">The input's shape.</param>
/// <param name="Data">What the input is like.</param>
/// <param name="Seed">What it is made from.</param>
/// <param name="Opset">The operator set that it is of: ONNX Runtime has different kernels for an operator's versions.</param>
/// <param name="Indices">The order of a maximum's indices; null where they are not asked for, which other kernels serve.</param>
internal sealed record OnnxCase(ReferenceSpec Spec, PoolingShape Shape, DataClass Data, int Seed, int Opset, StorageOrder? Indices = null)
    : LiveCase(Spec, Shape, Data, Seed)
{
    public bool IsGlobal => Spec.OutputSize is not null;

    /// <summary>Whether each axis is padded so that its output has the length of the input, divided by the stride.</summary>
    public bool IsSame => Spec.AutoPad is AutoPadding.SameUpper or AutoPadding.SameLower;

    public bool IsDilated => Spec.Dilation.Any(dilation => dilation > 1);

    /// <summary>The operator's name.</summary>
    public string Operator => (IsGlobal ? "Global" : "") + (Spec.Kind == PoolingKind.Lp ? "Lp" : Spec.Kind.ToString()) + "Pool";

    public override string Question => string.Create(
        CultureInfo.InvariantCulture, $", {Operator} of opset {Opset}{(Indices is { } order ? $" with indices, {order}" : "")}");
}

/// <summary>The order in which ONNX numbers the elements of a plane: its attribute <c>storage_order</c>.</summary>
internal enum StorageOrder
{
    /// <summary>The innermost axis varies fastest.</summary>
    RowMajor,

    /// <summary>The outermost axis varies fastest.</summary>
    ColumnMajor,
}
