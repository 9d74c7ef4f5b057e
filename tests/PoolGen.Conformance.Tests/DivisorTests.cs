using PoolGen.Runtime;
using PoolGen.Testing;
using Xunit;

namespace PoolGen.Conformance.Tests;

/// <summary>
/// Averages whose divisors count padding and differ between windows, where some windows have one tap inside the input: the bound of an average
/// leaves such a tap one rounding and 1 ulp, which the reciprocals of two or three axes, multiplied, do not keep within.
/// </summary>
public sealed class DivisorTests
{
    // Reciprocals of 3, 7 and 15 err most in products.
    private static readonly int[][] s_kernels = [[3, 7], [7, 3], [7, 15], [15, 7], [3, 15], [6, 14], [3, 3, 3], [3, 3, 7], [7, 3, 3], [1, 6, 7]];

    private readonly Failures _failures = new();

    [Fact]
    public void Averages_of_one_tap_are_rounded_once_or_twice()
    {
        TestContext.Current.TestOutputHelper?.WriteLine(TestSeed.Description);
        ReferenceSpec[] specs =
        [
            .. from kernel in s_kernels
               from stride in new[] { 1, 2, kernel[^1] }
               from layout in new[] { TensorLayout.ChannelsFirst, TensorLayout.ChannelsLast }
               select new ReferenceSpec(PoolingKind.Average, kernel)
               {
                   Stride = [.. kernel.Select(_ => stride)],
                   PadBegin = [.. kernel.Select(extent => extent - 1)],
                   PadEnd = [.. kernel.Select(extent => extent - 1)],
                   Ceil = true,
                   CountIncludePad = true,
                   Layout = layout,
               },
        ];
        var poolings = new CompiledPoolings(specs);
        foreach (ReferenceSpec spec in specs)
        {
            PoolingShape shape = spec.OfRank(new(2, 3, 9, 40));
            double[] input = Input(shape.ElementCount);
            ReferenceResult expected = new ReferencePooling(spec, shape).Forward(input, Precision.Of<float>());
            foreach (LaneWidth width in LaneSelection.Accelerated)
                LaneSelection.Force(width, () => _failures.Try($"{spec}, lanes {width}", () => Check(poolings.Bind<float>(spec), spec, shape, input, expected)));
        }
        _failures.Check(specs.Length);
    }

    private static void Check(PoolingUnderTest<float> pooling, ReferenceSpec spec, PoolingShape shape, double[] input, ReferenceResult expected)
    {
        PoolingShape outputShape = pooling.OutputShape(shape);
        var output = new float[outputShape.ElementCount];
        pooling.Forward([.. input.Select(element => (float)element)], output, shape);
        Compare.Values<float>(output, expected, outputShape, spec.Layout, TestSeed.Description);
    }

    /// <summary>Below a power of two a unit in the last place is least beside the number.</summary>
    private static double[] Input(long length)
    {
        var random = new Random(TestSeed.Value);
        return [.. Enumerable.Range(0, (int)length).Select(_ => (double)(random.NextSingle() + 1))];
    }
}
