using Microsoft.CodeAnalysis;
using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Tests.Support;

namespace PoolGen.Generator.Tests.Parsing;

/// <summary>What the arguments of an unpooling become: every option, and every default.</summary>
public sealed class UnpoolingSpecTests
{
    [Fact]
    public void A_kernel_is_enough() =>
        Assert.Equal(new UnpoolingSpec(ElementType.Single, TensorLayout.ChannelsFirst, new([Axis(3, 3), Axis(3, 3)])), Parse("Kernel = 3"));

    [Fact]
    public void Every_option_arrives() => Assert.Equal(
        new UnpoolingSpec(ElementType.Half, TensorLayout.ChannelsLast, new([Axis(1, 2, 0, 0), Axis(3, 1, 1, 0), Axis(5, 4, 2, 3)])),
        Parse(
            "Rank = 3, KernelShape = [1, 3, 5], Strides = [2, 1, 4], PaddingBegin = [0, 1, 2], PaddingEnd = new[] { 0, 0, 3 }, "
            + "Layout = TensorLayout.ChannelsLast, ElementType = typeof(System.Half)"));

    [Fact]
    public void One_number_stands_for_every_axis() =>
        Assert.Equal(new UnpoolingSpec(ElementType.Single, TensorLayout.ChannelsFirst, new([Axis(4, 2, 1, 1)])), Parse("Rank = 1, Kernel = 4, Stride = 2, Padding = 1"));

    [Theory]
    [InlineData(2, 2, 0, 0, "2 n")]
    [InlineData(3, 2, 0, 0, "2 n + 1")]
    [InlineData(3, 2, 1, 1, "2 n - 1")]
    [InlineData(3, 1, 0, 0, "n + 2")]
    [InlineData(1, 1, 0, 0, "n")]
    [InlineData(2, 5, 0, 1, "5 n - 4")]
    public void The_documentation_has_the_outputs_extent(int kernel, int stride, int begin, int end, string formula) =>
        Assert.Equal(formula, UnpoolingSource.Formula(Axis(kernel, stride, begin, end)));

    private static UnpoolingSpec Parse(string arguments)
    {
        string source = TestCompilation.Usings + $"[Unpooling({arguments})] public partial class Unpool;";
        GeneratorRunResult result = new PoolingGenerator().Run(TestCompilation.Create(source), out _).GetRunResult().Results.Single();
        return ((UnpoolingRequest)Assert.Single(Assert.Single(result.TrackedSteps[PoolingGenerator.Steps.UnpoolingRequests]).Outputs).Value).Spec;
    }

    private static AxisSpec Axis(int kernel, int stride, int begin = 0, int end = 0) => new(kernel, stride, begin, end, 1, AxisRounding.Floor);
}
