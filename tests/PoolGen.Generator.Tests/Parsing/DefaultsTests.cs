using PoolGen.Generator.Model;
using PoolGen.Generator.Tests.Support;

namespace PoolGen.Generator.Tests.Parsing;

/// <summary>What arguments become: every option, and every default.</summary>
public sealed class DefaultsTests
{
    [Fact]
    public void Kind_and_kernel_are_enough()
    {
        PoolingSpec spec = Parse("Kind = Max, Kernel = 3");

        Assert.Equal(
            new PoolingSpec(
                PoolingKind.Max,
                ElementType.Single,
                TensorLayout.ChannelsFirst,
                new([Axis(3, 3), Axis(3, 3)]),
                new Divisor(DivisorKind.Taps),
                TieRule.All,
                NaNRule.Propagate),
            spec);
    }

    [Theory]
    [InlineData("Stride = 1", 1, 1)]
    [InlineData("Strides = [1, 2]", 1, 2)]
    [InlineData("", 3, 5)]
    public void The_stride_defaults_to_the_kernel_of_each_axis(string arguments, int height, int width)
    {
        PoolingSpec spec = Parse("Kind = Max, KernelShape = [3, 5], " + arguments);

        Assert.Equal([Axis(3, height), Axis(5, width)], spec.Axes);
    }

    [Theory]
    [InlineData("Padding = 1", 1, 1, 1, 1)]
    [InlineData("PaddingBegin = [1, 2]", 1, 2, 0, 0)]
    [InlineData("PaddingEnd = [1, 2]", 0, 0, 1, 2)]
    [InlineData("PaddingBegin = [0, 1], PaddingEnd = new[] { 2, 1 }", 0, 1, 2, 1)]
    [InlineData("AutoPad = AutoPadding.Valid", 0, 0, 0, 0)]
    public void Padding_is_per_side_and_axis(string arguments, int top, int left, int bottom, int right)
    {
        PoolingSpec spec = Parse("Kind = Average, Kernel = 3, " + arguments);

        Assert.Equal([(top, bottom), (left, right)], spec.Axes.Select(axis => (axis.PaddingBegin, axis.PaddingEnd)));
    }

    [Theory]
    [InlineData("CeilMode = true", (int)AxisRounding.Ceiling)]
    [InlineData("CeilMode = false", (int)AxisRounding.Floor)]
    [InlineData("AutoPad = AutoPadding.Valid", (int)AxisRounding.Floor)]
    [InlineData("AutoPad = AutoPadding.SameUpper", (int)AxisRounding.SameUpper)]
    [InlineData("AutoPad = AutoPadding.SameLower, CeilMode = false", (int)AxisRounding.SameLower)]
    public void Rounding_comes_from_ceil_mode_or_auto_pad(string arguments, int rounding)
    {
        PoolingSpec spec = Parse("Kind = Average, Kernel = 3, " + arguments);

        Assert.All(spec.Axes, axis => Assert.Equal((AxisRounding)rounding, axis.Rounding));
    }

    [Theory]
    [InlineData("", (int)DivisorKind.Taps, 0)]
    [InlineData("CountIncludePad = false", (int)DivisorKind.Taps, 0)]
    [InlineData("CountIncludePad = true", (int)DivisorKind.PaddedTaps, 0)]
    [InlineData("DivisorOverride = 7", (int)DivisorKind.Fixed, 7)]
    [InlineData("DivisorOverride = 7, CountIncludePad = true", (int)DivisorKind.Fixed, 7)]
    public void An_override_wins_over_counting(string arguments, int kind, int value) =>
        Assert.Equal(new Divisor((DivisorKind)kind, value), Parse("Kind = Average, Kernel = 3, " + arguments).Divisor);

    [Fact]
    public void A_single_axis_has_a_row_in_front_of_it()
    {
        PoolingSpec spec = Parse("Kind = Max, Rank = 1, KernelShape = [3], Strides = [2]");
        Assert.Equal((1, new EquatableArray<AxisSpec>([AxisSpec.Absent, new AxisSpec(3, 2, 0, 0, 1, AxisRounding.Floor)])), (spec.Rank, spec.Axes));
    }

    [Fact]
    public void Three_axes_are_slices_rows_and_columns()
    {
        PoolingSpec spec = Parse("Kind = Max, Rank = 3, KernelShape = [2, 3, 4], Stride = 1");
        Assert.True(spec.HasDepth);
        Assert.Equal((Axis(2, 1), Axis(3, 1), Axis(4, 1), 24), (spec.Depth, spec.Height, spec.Width, spec.Taps));
        Assert.Equal(AxisSpec.Absent, Parse("Kind = Max, Kernel = 2").Depth);
    }

    [Theory]
    [InlineData("OutputSize = 7", 7, 7)]
    [InlineData("OutputSizes = [2, 3]", 2, 3)]
    public void Adaptive_windows_have_an_output_extent(string arguments, int height, int width) =>
        Assert.Equal([AxisSpec.Adaptive(height), AxisSpec.Adaptive(width)], Parse("Kind = Average, " + arguments).Axes);

    [Fact]
    public void Known_extents_belong_to_their_axes()
    {
        Assert.Equal([8, 9], Parse("Kind = Max, Kernel = 2, InputExtents = [8, 9]").Axes.Select(axis => axis.InputExtent));
        Assert.Equal([null, 9], Parse("Kind = Max, Rank = 1, Kernel = 2, InputExtents = [9]").Axes.Select(axis => axis.InputExtent));
    }

    [Theory]
    [InlineData("Kind = Lp, Kernel = 2", 2d)]
    [InlineData("Kind = Lp, Kernel = 2, NormType = 0.5", 0.5)]
    [InlineData("Kind = Sum, Kernel = 2", null)]
    public void A_norm_has_an_order(string arguments, double? order)
    {
        PoolingSpec spec = Parse(arguments);
        Assert.Equal((order, new Divisor(DivisorKind.Fixed, 1)), (spec.Norm, spec.Divisor));
    }

    [Fact]
    public void Every_other_option_arrives()
    {
        PoolingSpec spec = Parse(
            "Kind = Max, Rank = 2, Kernel = Sizes.Three, Dilations = [2, 1], Ties = TieRule.Last, NaN = NaNRule.Ignore, "
            + "Layout = TensorLayout.ChannelsLast, ElementType = typeof(double)");

        Assert.Equal([2, 1], spec.Axes.Select(axis => axis.Dilation));
        Assert.Equal((3, 3), (spec.Axes[0].Kernel, spec.Axes[1].Kernel));
        Assert.Equal((TieRule.Last, NaNRule.Ignore), (spec.Ties, spec.NaN));
        Assert.Equal((TensorLayout.ChannelsLast, ElementType.Double), (spec.Layout, spec.Element));
    }

    [Theory]
    [InlineData("KernelShape = [3, 5]")]
    [InlineData("KernelShape = new[] { 3, 5 }")]
    [InlineData("KernelShape = new int[] { 3, 5 }")]
    [InlineData("KernelShape = new int[2] { 1 + 2, Sizes.Three + 2 }")]
    public void An_array_may_be_written_in_every_way(string shape) =>
        Assert.Equal([3, 5], Parse("Kind = Max, " + shape).Axes.Select(axis => axis.Kernel));

    [Fact]
    public void Equal_attributes_make_equal_requests()
    {
        const string Source = TestCompilation.Usings + "[Pooling(Kind = Max, KernelShape = [3, 5])] public partial class Pool<T>;";

        Assert.Equal(ParseOnlyGenerator.ParseSingle(Source), ParseOnlyGenerator.ParseSingle(Source + "\n// More."));
    }

    private static PoolingSpec Parse(string arguments) => ParseOnlyGenerator.ParseSingle(
        TestCompilation.Usings
        + "static class Sizes { public const int Three = 3; }\n"
        + $"[Pooling({arguments.TrimEnd(',', ' ')})] public partial class Pool;").Spec;

    private static AxisSpec Axis(int kernel, int stride) => new(kernel, stride, 0, 0, 1, AxisRounding.Floor);
}
