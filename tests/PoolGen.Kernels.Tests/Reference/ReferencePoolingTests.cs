using PoolGen.Testing;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>The oracle itself, against numbers worked out by hand.</summary>
public sealed class ReferencePoolingTests
{
    private static Precision Exact => Precision.Exact;

    [Theory]
    [InlineData(TieRule.All, false)]
    [InlineData(TieRule.First, false)]
    [InlineData(TieRule.Last, false)]
    [InlineData(TieRule.Split, false)]
    [InlineData(TieRule.All, true)]
    [InlineData(TieRule.First, true)]
    [InlineData(TieRule.Last, true)]
    [InlineData(TieRule.Split, true)]
    public void Worked_example_of_the_maximum(TieRule ties, bool powersOfTwo)
    {
        var reference = new ReferencePooling(WorkedExample.Spec(PoolingKind.Max, ties), WorkedExample.InputShape);
        Assert.Equal(WorkedExample.MaxOutput, reference.Forward(WorkedExample.Input, Exact).Values);
        Assert.Equal(
            ties == TieRule.Last ? WorkedExample.LastIndices : WorkedExample.FirstIndices,
            reference.Indices(WorkedExample.Input));

        double[] gradient = reference.Backward(WorkedExample.Input, WorkedExample.Upstream(powersOfTwo), Exact).Values;
        AssertClose(WorkedExample.MaxGradient(ties, powersOfTwo), gradient);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Worked_example_of_the_mean(bool powersOfTwo)
    {
        var reference = new ReferencePooling(WorkedExample.Spec(PoolingKind.Average), WorkedExample.InputShape);
        AssertClose(WorkedExample.MeanOutput, reference.Forward(WorkedExample.Input, Exact).Values);
        AssertClose(
            WorkedExample.MeanGradient(powersOfTwo),
            reference.Backward(WorkedExample.Input, WorkedExample.Upstream(powersOfTwo), Exact).Values);
    }

    [Theory]
    [InlineData(4, 2, 2, 0, 0, 1, false, 2)]
    [InlineData(5, 2, 2, 0, 0, 1, false, 2)]
    [InlineData(5, 2, 2, 0, 0, 1, true, 3)]
    [InlineData(6, 2, 4, 1, 1, 1, true, 2)]     // The third window would start at 7 = n + padBegin: not counted.
    [InlineData(6, 3, 4, 1, 0, 1, true, 2)]
    [InlineData(1, 1, 2, 0, 0, 1, true, 1)]     // The second window would start behind the input.
    [InlineData(4, 5, 1, 0, 0, 1, false, 0)]    // A negative span, which truncating division would count as one window.
    [InlineData(3, 5, 3, 0, 0, 1, false, 0)]
    [InlineData(3, 5, 3, 0, 0, 1, true, 1)]
    [InlineData(2, 2, 1, 1, 1, 3, false, 1)]    // Dilation and padding: no tap inside the input.
    [InlineData(12, 3, 1, 2, 0, 2, false, 10)]
    public void Output_extents(int extent, int kernel, int stride, int begin, int end, int dilation, bool ceil, int expected)
    {
        var spec = new ReferenceSpec(PoolingKind.Max, [kernel])
        {
            Stride = [stride],
            PadBegin = [begin],
            PadEnd = [end],
            Dilation = [dilation],
            Ceil = ceil,
        };
        var shape = new PoolingShape(1, 1, extent);
        Assert.Equal(expected > 0, ReferencePooling.Fits(spec, shape));
        if (expected > 0)
            Assert.Equal(new PoolingShape(1, 1, expected), new ReferencePooling(spec, shape).OutputShape);
    }

    [Theory]
    [InlineData(AutoPadding.SameUpper, new double[] { 2, 3, 4, 4 })]
    [InlineData(AutoPadding.SameLower, new double[] { 1, 2, 3, 4 })]
    public void Same_padding_puts_the_odd_element_at_the_named_side(AutoPadding padding, double[] expected)
    {
        var spec = new ReferenceSpec(PoolingKind.Max, [2]) { Stride = [1], AutoPad = padding };
        Assert.Equal(expected, new ReferencePooling(spec, new PoolingShape(1, 1, 4)).Forward([1, 2, 3, 4], Exact).Values);
    }

    [Fact]
    public void Overhang_of_ceil_mode_is_not_in_the_divisor_but_declared_padding_is()
    {
        var spec = new ReferenceSpec(PoolingKind.Average, [3]) { Stride = [3], PadBegin = [1], PadEnd = [1], Ceil = true };
        var shape = new PoolingShape(1, 1, 6);
        double[] input = [6, 6, 6, 6, 6, 12];
        Assert.Equal([6, 6, 12], new ReferencePooling(spec, shape).Forward(input, Exact).Values);
        Assert.Equal([4, 6, 6], new ReferencePooling(spec with { CountIncludePad = true }, shape).Forward(input, Exact).Values);
        Assert.Equal([3, 4.5, 3], new ReferencePooling(spec with { DivisorOverride = 4 }, shape).Forward(input, Exact).Values);
    }

    [Fact]
    public void An_empty_window_gives_the_identity_no_index_and_no_gradient()
    {
        var spec = new ReferenceSpec(PoolingKind.Max, [2]) { Stride = [1], PadBegin = [1], PadEnd = [1], Dilation = [3] };
        var shape = new PoolingShape(1, 1, 2);
        var max = new ReferencePooling(spec, shape);
        Assert.Equal([double.NegativeInfinity], max.Forward([1, 2], Exact).Values);
        Assert.Equal([-1], max.Indices([1, 2]));
        Assert.Equal([0, 0], max.Backward([1, 2], [5], Exact).Values);

        var mean = new ReferencePooling(spec with { Kind = PoolingKind.Average }, shape);
        Assert.Equal([0], mean.Forward([1, 2], Exact).Values);
        Assert.Equal([0, 0], mean.Backward([1, 2], [5], Exact).Values);
    }

    [Fact]
    public void NaN_wins_or_never_wins()
    {
        var spec = new ReferenceSpec(PoolingKind.Max, [3]) { Stride = [1] };
        var shape = new PoolingShape(1, 1, 5);
        double[] input = [double.NaN, 7, double.NaN, double.NaN, double.NaN];
        var propagate = new ReferencePooling(spec, shape);
        Assert.Equal([double.NaN, double.NaN, double.NaN], propagate.Forward(input, Exact).Values);
        Assert.Equal([0, 2, 2], propagate.Indices(input));
        Assert.Equal([1, 0, 7, 6, 4], propagate.Backward(input, [1, 2, 4], Exact).Values);

        var ignore = new ReferencePooling(spec with { NaN = NaNRule.Ignore }, shape);
        Assert.Equal([7, 7, double.NegativeInfinity], ignore.Forward(input, Exact).Values);
        Assert.Equal([1, 1, -1], ignore.Indices(input));
        Assert.Equal([0, 3, 0, 0, 0], ignore.Backward(input, [1, 2, 4], Exact).Values);
    }

    [Fact]
    public void Windows_of_negative_infinity_keep_their_winners()
    {
        var reference = new ReferencePooling(new ReferenceSpec(PoolingKind.Max, [2]), new PoolingShape(1, 1, 2));
        double[] input = [double.NegativeInfinity, double.NegativeInfinity];
        Assert.Equal([0], reference.Indices(input));
        Assert.Equal([3, 3], reference.Backward(input, [3], Exact).Values);
    }

    [Fact]
    public void Channels_last_is_the_same_pooling_of_other_strides()
    {
        var spec = new ReferenceSpec(PoolingKind.Max, [1, 2]) { Layout = TensorLayout.ChannelsLast };
        var reference = new ReferencePooling(spec, new PoolingShape(1, 3, 1, 4));
        double[] input = [1, 20, 300, 2, 10, 100, 4, 50, 500, 3, 60, 400];
        Assert.Equal([2, 20, 300, 4, 60, 500], reference.Forward(input, Exact).Values);
        Assert.Equal([1, 0, 0, 2, 3, 2], reference.Indices(input));
    }

    [Fact]
    public void Three_axes_are_taken_row_major()
    {
        var reference = new ReferencePooling(new ReferenceSpec(PoolingKind.Max, [2, 1, 2]), new PoolingShape(1, 1, 2, 2, 2));
        Assert.Equal([6, 8], reference.Forward([1, 2, 3, 4, 5, 6, 7, 8], Exact).Values);
        Assert.Equal([5, 7], reference.Indices([1, 2, 3, 4, 5, 6, 7, 8]));
    }

    private static void AssertClose(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, Math.Abs(pair.First) * 1e-15));
    }
}
