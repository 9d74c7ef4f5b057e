using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Tests.Planning;

/// <summary>What the IDE shows of a plan.</summary>
public sealed class PlanDescriberTests
{
    [Theory]
    [InlineData(3, 1, 0, 0, 1, AxisRounding.Floor, "n - 2")]
    [InlineData(3, 1, 1, 1, 1, AxisRounding.Floor, "n")]
    [InlineData(3, 2, 1, 1, 1, AxisRounding.Floor, "⌊(n - 1) / 2⌋ + 1")]
    [InlineData(3, 2, 0, 0, 2, AxisRounding.Floor, "⌊(n - 5) / 2⌋ + 1")]
    [InlineData(2, 2, 0, 1, 1, AxisRounding.Ceiling, "⌈(n - 1) / 2⌉ + 1, less 1 where the last window would start behind the input")]
    [InlineData(3, 2, 0, 0, 1, AxisRounding.SameUpper, "⌈n / 2⌉")]
    [InlineData(3, 1, 0, 0, 1, AxisRounding.SameLower, "n")]
    public void The_output_extent_is_a_formula(int kernel, int stride, int begin, int end, int dilation, object rounding, string formula) =>
        Assert.Equal(formula, PlanDescriber.Formula(Specs.Axis(kernel, stride, begin, end, dilation, (AxisRounding)rounding)));

    [Fact]
    public void The_configuration_is_a_sentence()
    {
        PoolingSpec spec = Specs.Max(Specs.Axis(3, 2, begin: 1), Specs.Axis(5, 2, begin: 1, dilation: 2), TieRule.Last, NaNRule.Ignore);
        Assert.Equal(
            "Max pooling of <c>float</c>, N,C,H,W, window 3x5, stride 2, padding 1+0, dilation 1x2, the last winner takes the gradient, NaN never wins",
            PlanDescriber.Configuration(spec));
    }

    [Fact]
    public void A_volume_has_a_depth_in_every_part()
    {
        PoolingSpec spec = Specs.WithDepth(Specs.Max(Specs.Axis(3, 2, begin: 1), Specs.Axis(5, 2)), Specs.Axis(2, 2, dilation: 3));
        Assert.Equal(
            "Max pooling of <c>float</c>, N,C,D,H,W, window 2x3x5, stride 2, padding 0x1+0x0, dilation 3x1x1, every winner takes the gradient, NaN wins",
            PlanDescriber.Configuration(spec));
        string[] remarks = [.. PlanDescriber.TypeRemarks(KernelPlanner.Plan(spec))];
        Assert.Contains("/// depth:  ⌊(n - 4) / 2⌋ + 1", remarks);
        Assert.Contains("/// <para>The window (■ a tap), in 2 slices at distances of 3:</para>", remarks);
    }
}
