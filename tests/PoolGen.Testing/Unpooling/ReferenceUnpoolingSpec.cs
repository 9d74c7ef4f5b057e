using System.Globalization;

namespace PoolGen.Testing;

/// <summary>An unpooling configuration as the tests state it: every option, per axis, independent of the product's own model.</summary>
/// <param name="Kernel">The pooling's taps per axis, outermost first.</param>
public sealed record ReferenceUnpoolingSpec(int[] Kernel)
{
    public int Rank => Kernel.Length;

    public int[] Stride { get; init; } = Kernel;

    public int[] PadBegin { get; init; } = new int[Kernel.Length];

    public int[] PadEnd { get; init; } = new int[Kernel.Length];

    public TensorLayout Layout { get; init; }

    public Type ElementType { get; init; } = typeof(float);

    /// <summary>The attribute that asks the generator for it.</summary>
    public string Attribute => string.Create(
        CultureInfo.InvariantCulture,
        $"[Unpooling(Rank = {Rank}, KernelShape = {List(Kernel)}, Strides = {List(Stride)}, PaddingBegin = {List(PadBegin)}, PaddingEnd = {List(PadEnd)}, Layout = TensorLayout.{Layout}, ElementType = typeof({ElementType.FullName}))]");

    public override string ToString() => Attribute;

    private static string List(int[] values) => $"[{string.Join(", ", values)}]";
}
