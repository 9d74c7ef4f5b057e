using PoolGen.Runtime;
using PoolGen.Testing;
using Xunit;

namespace PoolGen.Conformance.Tests;

/// <summary>The shapes that oneDNN tests, on every member, against the oracle.</summary>
public sealed class OneDnnTests
{
    [Fact]
    public void Poolings_agree_with_the_reference_on_the_shapes_of_onednn()
    {
        OneDnnShape[] shapes = [.. OneDnnRows.Shapes().Where(shape => shape.Refusal is null)];
        var poolings = new CompiledPoolings(shapes.SelectMany(Specs));
        var failures = new Failures();
        int seed = 0;
        foreach (OneDnnShape shape in shapes)
        {
            foreach (ReferenceSpec spec in Specs(shape))
                failures.Try($"{shape.Name}, {AttributeText.Of(spec)}", () => Check(poolings.Bind<float>(spec), spec, shape, seed++));
        }
        failures.Check(seed);
    }

    [Fact]
    public async Task What_PoolGen_refuses_of_onednn_has_a_diagnostic()
    {
        Assert.SkipUnless(CompiledPoolings.Compiler.HasAnalyzers, "The generator's assembly has no analyzers yet: bad configurations get no diagnostic.");
        OneDnnShape[] refused = [.. OneDnnRows.Shapes().Where(shape => shape.Refusal is not null)];
        Assert.NotEmpty(refused);
        foreach (OneDnnShape shape in refused)
        {
            string attribute = AttributeText.Of(shape.Windows);
            Assert.True(
                (await CompiledPoolings.Compiler.ErrorsAsync(attribute, TestContext.Current.CancellationToken)).Count > 0,
                $"{attribute} should get a diagnostic: {shape.Refusal}.");
        }
    }

    private static IEnumerable<ReferenceSpec> Specs(OneDnnShape shape) =>
    [
        shape.Windows with { Ties = TieRule.First },
        shape.Windows with { Kind = PoolingKind.Average },
        shape.Windows with { Kind = PoolingKind.Average, CountIncludePad = true, Layout = TensorLayout.ChannelsLast },
    ];

    private static void Check(PoolingUnderTest<float> pooling, ReferenceSpec spec, OneDnnShape shape, int seed)
    {
        var expected = ReferenceCase<float>.Make(spec, shape.Shape, seed % 2 == 0 ? DataClass.SmallIntegers : DataClass.Uniform, seed);
        int[] extents = [expected.OutputShape.Depth, expected.OutputShape.Height, expected.OutputShape.Width];
        Assert.Equal(shape.OutputExtents, extents[^shape.OutputExtents.Length..]);
        LaneWidth[] widths = [.. LaneSelection.Accelerated];
        LaneWidth width = widths[seed % widths.Length];
        LaneSelection.Force(width, () => Verify.AllMembers(pooling, expected, $"lanes {width}"));
    }
}
