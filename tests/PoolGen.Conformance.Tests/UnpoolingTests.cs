using System.Numerics;
using System.Text.Json;
using PoolGen.Testing;
using Xunit;

namespace PoolGen.Conformance.Tests;

/// <summary>Unpoolings that are compiled at test time: random configurations of every rank, layout and element type, and ONNX's node tests.</summary>
public sealed class UnpoolingTests
{
    private const int ShapesPerConfiguration = 12;

    private static readonly Type[] s_elements = [typeof(float), typeof(double), typeof(Half), typeof(sbyte), typeof(byte), typeof(short), typeof(int)];

    [Fact]
    public void Random_configurations_agree_with_the_definition_on_any_number_of_threads()
    {
        TestContext.Current.TestOutputHelper?.WriteLine(TestSeed.Description);
        var random = new Random(TestSeed.Value);
        ReferenceUnpoolingSpec[] specs =
        [
            .. from rank in (int[])[1, 2, 3]
               from layout in Enum.GetValues<TensorLayout>()
               from element in s_elements
               select RandomUnpoolings.Spec(random, rank, layout, element),
        ];
        IReadOnlyList<Type> types = CompiledPoolings.Compiler.CompileAttributes([.. specs.Select(spec => spec.Attribute)]);
        var failures = new Failures();
        foreach ((ReferenceUnpoolingSpec spec, Type type) in specs.Zip(types))
            failures.Try($"{spec}, {TestSeed.Description}", () => ElementDispatch.Run(spec.ElementType, new OneConfiguration(spec, type, random)));
        failures.Check(specs.Length);
    }

    [Fact]
    public void Unpoolings_agree_with_onnx()
    {
        JsonElement[] rows = [.. ConformanceFolder.Rows("onnx-pool-open.jsonl").Where(row => row.Text("op") == "MaxUnpool")];
        IReadOnlyList<Type> types = CompiledPoolings.Compiler.CompileAttributes([.. rows.Select(row => Spec(row.GetProperty("attrs")).Attribute)]);
        var failures = new Failures();
        foreach ((JsonElement row, Type type) in rows.Zip(types))
            failures.Try(row.Text("name"), () => Check(row, UnpoolingUnderTest<float>.Bind(type)));
        failures.Check(rows.Length);
    }

    private static ReferenceUnpoolingSpec Spec(JsonElement attributes)
    {
        int[] kernel = attributes.OptionalInts("kernel_shape")!, pads = attributes.OptionalInts("pads") ?? new int[2 * kernel.Length];
        return new(kernel)
        {
            Stride = attributes.OptionalInts("strides") ?? [.. kernel.Select(_ => 1)],
            PadBegin = pads[..kernel.Length],
            PadEnd = pads[kernel.Length..],
        };
    }

    private static void Check(JsonElement row, UnpoolingUnderTest<float> unpooling)
    {
        DataTensor[] inputs = [.. row.GetProperty("inputs").EnumerateArray().Select(DataTensor.Parse)];
        var expected = DataTensor.Parse(row.GetProperty("outputs")[0]);
        int rank = inputs[0].Shape.Length - 2;
        PoolingShape shape = inputs[0].PlaneShape(rank), outputShape = expected.PlaneShape(rank);

        // Indices count in the shape that the node would have without the input output_shape.
        int[] indices = new int[inputs[1].Values.Length];
        PoolingIndices.FromOnnx([.. inputs[1].Values.Select(index => (long)index)], indices, unpooling.OutputShape(shape), shape, planeShape: outputShape);
        float[] output = new float[expected.Values.Length];
        unpooling.Forward([.. inputs[0].Values.Select(value => (float)value)], indices, output, shape, inputs.Length > 2 ? outputShape : default);
        Assert.Equal(expected.Values, output.Select(value => (double)value));
    }

    private sealed class OneConfiguration(ReferenceUnpoolingSpec spec, Type type, Random random) : IElementTest
    {
        public void Run<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            UnpoolingUnderTest<T> unpooling = UnpoolingUnderTest<T>.Bind(type);
            for (int shape = 0; shape < ShapesPerConfiguration; shape++)
            {
                (PoolingShape input, PoolingShape output, bool isDefault) = RandomUnpoolings.Shapes(random, spec);
                if (isDefault)
                    Assert.Equal(output, unpooling.OutputShape(input));
                var expected = UnpoolingCase<T>.Make(input, output, spec.Layout, random.Next());
                expected.Check(unpooling, "", isDefault);
                expected.Check(unpooling, "", isDefault, new ParallelOptions { MaxDegreeOfParallelism = random.Next(2, 9) });
            }
        }
    }
}
