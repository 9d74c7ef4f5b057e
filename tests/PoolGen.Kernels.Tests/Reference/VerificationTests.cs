using PoolGen.Testing;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>The verification notices what is wrong: each fault of <see cref="FaultyPooling"/> fails it.</summary>
public sealed partial class VerificationTests
{
    private static IEnumerable<ReferenceCase<float>> Cases() =>
        from data in DataMaker.Classes
        from seed in Enumerable.Range(0, 6)
        select ReferenceCase<float>.Make(FaultyPooling.Spec, new PoolingShape(1, 2, 5, 7), data, seed);

    [Fact]
    public void A_correct_pooling_passes()
    {
        Assert.All(Cases(), expected => Verify.AllMembers(new FaultyPooling(Fault.None), expected, "plain"));
    }

    [Theory]
    [InlineData(Fault.PaddingIsZero, "output at")]
    [InlineData(Fault.NaNLoses, "output at")]
    [InlineData(Fault.NegativeInfinityLoses, "input gradient at")]
    [InlineData(Fault.LastInsteadOfFirst, "input gradient at")]
    [InlineData(Fault.OverlapsOverwrite, "input gradient at")]
    [InlineData(Fault.MaskTimesGradient, "input gradient at")]
    [InlineData(Fault.IndexCountsPadding, "indices at")]
    [InlineData(Fault.LeavesAnElement, "output at [n 0, c 1, h 4, w 6]")]
    [InlineData(Fault.WritesBehindItsSpan, "written outside its span")]
    [InlineData(Fault.WritesItsInput, "wrote its input")]
    public void A_fault_is_noticed(Fault fault, string message)
    {
        List<string> failures = [];
        foreach (ReferenceCase<float> expected in Cases())
        {
            try
            {
                Verify.AllMembers(new FaultyPooling(fault), expected, "plain");
            }
            catch (ComparisonException failure)
            {
                failures.Add(failure.Message);
            }
        }
        Assert.Contains(failures, failure => failure.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_failure_names_the_configuration_the_shape_the_seed_and_the_position()
    {
        var expected = ReferenceCase<float>.Make(FaultyPooling.Spec, new PoolingShape(1, 2, 5, 7), DataClass.Uniform, 1);
        var failure = Assert.Throws<ComparisonException>(
            () => Verify.AllMembers(new FaultyPooling(Fault.LeavesAnElement), expected, "256 bits"));
        Assert.Equal(
            "FaultyPooling (LeavesAnElement) (Max k3x3 s1x1 p1x1+1x1 d1x1 ties First ChannelsFirst Single, input 1x2x5x7, Uniform, seed 1, 256 bits): "
            + $"Forward, output at [n 0, c 1, h 4, w 6]: expected {expected.Output.Values[^1]}, was NaN.",
            failure.Message);
    }

    [Fact]
    public void An_attribute_and_its_text_state_the_same()
    {
        ReferenceSpec spec = AttributeReader.Read(typeof(Everything));
        Assert.Equal(
            "Average k3x5 s2x1 p1x0+0x2 d2x1 ceil count-include-pad divisor 7 ChannelsLast Double",
            spec.ToString());
        Assert.Equal(
            "[Pooling(Kind = PoolingKind.Average, KernelShape = [3, 5], Strides = [2, 1], PaddingBegin = [1, 0], PaddingEnd = [0, 2], "
            + "Dilations = [2, 1], CeilMode = true, CountIncludePad = true, DivisorOverride = 7, Layout = TensorLayout.ChannelsLast, "
            + "ElementType = typeof(System.Double))]",
            AttributeText.Of(spec));
    }

    [Pooling(
        Kind = PoolingKind.Average, KernelShape = [3, 5], Strides = [2, 1], PaddingBegin = [1, 0], PaddingEnd = [0, 2], Dilations = [2, 1],
        CeilMode = true, CountIncludePad = true, DivisorOverride = 7, Layout = TensorLayout.ChannelsLast, ElementType = typeof(double))]
    private sealed partial class Everything;
}
