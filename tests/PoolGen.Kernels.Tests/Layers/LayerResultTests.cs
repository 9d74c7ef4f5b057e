using System.Numerics.Tensors;
using PoolGen.Testing;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>What layers compute over .NET's tensors.</summary>
public sealed class LayerResultTests
{
    public static TheoryData<string> Layers =>
        [.. PoolingRegistry.All.Where(entry => typeof(IPoolingLayer<float>).IsAssignableFrom(entry.Type)).Select(entry => entry.Name)];

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
    public void Forward_and_backward_agree_with_the_reference(string name)
    {
        PoolingEntry entry = PoolingRegistry.Find(name);
        IPoolingLayer<float> layer = NewLayer(entry);
        for (int pass = 0; pass < 2; pass++)
        {
            // A larger shape, then a smaller one in the same buffers.
            PoolingShape shape = entry.Spec.OfRank(new(2, 3, 23 - 5 * pass, 27 - 6 * pass));
            var expected = ReferenceCase<float>.Make(entry.Spec, shape, DataClass.SmallIntegers, TestSeed.Value + pass);
            Tensor<float> output = layer.Forward(Tensors.Of(expected.Input, shape, entry.Spec));
            Assert.Equal(Tensors.Lengths(expected.OutputShape, entry.Spec), output.Lengths.ToArray());
            Compare.Values<float>(Tensors.Elements(output), expected.Output, expected.OutputShape, entry.Spec.Layout, $"{name}.Forward");

            Tensor<float> gradient = layer.Backward(Tensors.Of(expected.OutputGradient, expected.OutputShape, entry.Spec));
            Assert.Equal(Tensors.Lengths(shape, entry.Spec), gradient.Lengths.ToArray());
            Compare.Values<float>(Tensors.Elements(gradient), expected.InputGradient, shape, entry.Spec.Layout, $"{name}.Backward");
        }
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public void Span_forms_agree_with_the_reference_and_allocate_nothing(string name)
    {
        PoolingEntry entry = PoolingRegistry.Find(name);
        IPoolingLayer<float> layer = NewLayer(entry);
        var expected = ReferenceCase<float>.Make(entry.Spec, entry.Spec.OfRank(new(2, 3, 23, 17)), DataClass.SmallIntegers, TestSeed.Value);
        Tensor<float> input = Tensors.Of(expected.Input, expected.InputShape, entry.Spec);
        Tensor<float> outputGradient = Tensors.Of(expected.OutputGradient, expected.OutputShape, entry.Spec);
        Tensor<float> output = Tensors.Of(new float[expected.OutputGradient.Length], expected.OutputShape, entry.Spec);
        Tensor<float> inputGradient = Tensors.Of(new float[expected.Input.Length], expected.InputShape, entry.Spec);

        Allocations.AssertNone(() =>
        {
            layer.Forward(input.AsReadOnlyTensorSpan(), output.AsTensorSpan());
            layer.Backward(outputGradient.AsReadOnlyTensorSpan(), inputGradient.AsTensorSpan());
        });
        Compare.Values<float>(Tensors.Elements(output), expected.Output, expected.OutputShape, entry.Spec.Layout, $"{name}.Forward");
        Compare.Values<float>(Tensors.Elements(inputGradient), expected.InputGradient, expected.InputShape, entry.Spec.Layout, $"{name}.Backward");
    }

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

    private static IPoolingLayer<float> NewLayer(PoolingEntry entry) => (IPoolingLayer<float>)Activator.CreateInstance(entry.Type, nonPublic: true)!;
}
