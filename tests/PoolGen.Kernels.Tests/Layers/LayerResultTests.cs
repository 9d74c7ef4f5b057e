using System.Numerics;
using System.Numerics.Tensors;
using PoolGen.Testing;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>What layers compute over .NET's tensors.</summary>
public sealed class LayerResultTests
{
    public static TheoryData<string> Layers =>
        [.. PoolingRegistry.All.Where(entry => entry.Type is { IsClass: true, IsAbstract: false }).Select(entry => entry.Name)];

    [Fact]
    public void Every_class_is_a_layer()
    {
        PoolingEntry[] classes = [.. PoolingRegistry.All.Where(entry => entry.Type is { IsClass: true, IsAbstract: false })];
        Assert.NotEmpty(classes);
        Assert.All(classes, entry => Assert.Contains(
            entry.Type.GetInterfaces(), type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IPoolingLayer<>)));
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public void Forward_and_backward_agree_with_the_reference(string name) => PoolingRegistry.Find(name).Run(new Passes());

    [Theory]
    [MemberData(nameof(Layers))]
    public void Span_forms_agree_with_the_reference_and_allocate_nothing(string name) => PoolingRegistry.Find(name).Run(new SpanForms());

    [Fact]
    public void A_layer_divides_its_work_as_it_is_told()
    {
        ReferenceSpec spec = PoolingRegistry.Find(nameof(Max3x3Padded)).Spec;
        var shape = new PoolingShape(4, 5, 61, 67);
        var expected = ReferenceCase<float>.Make(spec, shape, DataClass.SmallIntegers, TestSeed.Value);
        var layer = new Max3x3Padded { Parallel = new ParallelOptions { MaxDegreeOfParallelism = 3 } };
        Tensor<float> output = layer.Forward(Tensors.Of(expected.Input, shape, spec));
        Compare.Values<float>(Tensors.Elements(output), expected.Output, expected.OutputShape, spec.Layout, "on 3 threads");
        Tensor<float> gradient = layer.Backward(Tensors.Of(expected.OutputGradient, expected.OutputShape, spec));
        Compare.Values<float>(Tensors.Elements(gradient), expected.InputGradient, shape, spec.Layout, "on 3 threads");
    }

    private static IPoolingLayer<T> NewLayer<T>(PoolingUnderTest<T> pooling)
        where T : unmanaged => (IPoolingLayer<T>)Activator.CreateInstance(PoolingRegistry.Find(pooling.Name).Type, nonPublic: true)!;

    private sealed class Passes : IPoolingTest
    {
        public void Run<T>(PoolingUnderTest<T> pooling, ReferenceSpec spec)
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            IPoolingLayer<T> layer = NewLayer(pooling);
            for (int pass = 0; pass < 2; pass++)
            {
                // A larger shape, then a smaller one in the same buffers.
                PoolingShape shape = spec.OfRank(new(2, 3, 23 - 5 * pass, 27 - 6 * pass));
                var expected = ReferenceCase<T>.Make(spec, shape, DataClass.SmallIntegers, TestSeed.Value + pass);
                Tensor<T> output = layer.Forward(Tensors.Of(expected.Input, shape, spec));
                Assert.Equal(Tensors.Lengths(expected.OutputShape, spec), output.Lengths.ToArray());
                Compare.Values<T>(Tensors.Elements(output), expected.Output, expected.OutputShape, spec.Layout, $"{pooling.Name}.Forward");

                Tensor<T> gradient = layer.Backward(Tensors.Of(expected.OutputGradient, expected.OutputShape, spec));
                Assert.Equal(Tensors.Lengths(shape, spec), gradient.Lengths.ToArray());
                Compare.Values<T>(Tensors.Elements(gradient), expected.InputGradient, shape, spec.Layout, $"{pooling.Name}.Backward");
            }
        }
    }

    private sealed class SpanForms : IPoolingTest
    {
        public void Run<T>(PoolingUnderTest<T> pooling, ReferenceSpec spec)
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            IPoolingLayer<T> layer = NewLayer(pooling);
            var expected = ReferenceCase<T>.Make(spec, spec.OfRank(new(2, 3, 23, 17)), DataClass.SmallIntegers, TestSeed.Value);
            Tensor<T> input = Tensors.Of(expected.Input, expected.InputShape, spec);
            Tensor<T> outputGradient = Tensors.Of(expected.OutputGradient, expected.OutputShape, spec);
            Tensor<T> output = Tensors.Of(new T[expected.OutputGradient.Length], expected.OutputShape, spec);
            Tensor<T> inputGradient = Tensors.Of(new T[expected.Input.Length], expected.InputShape, spec);

            Allocations.AssertNone(() =>
            {
                layer.Forward(input.AsReadOnlyTensorSpan(), output.AsTensorSpan());
                layer.Backward(outputGradient.AsReadOnlyTensorSpan(), inputGradient.AsTensorSpan());
            });
            Compare.Values<T>(Tensors.Elements(output), expected.Output, expected.OutputShape, spec.Layout, $"{pooling.Name}.Forward");
            Compare.Values<T>(Tensors.Elements(inputGradient), expected.InputGradient, expected.InputShape, spec.Layout, $"{pooling.Name}.Backward");
        }
    }
}
