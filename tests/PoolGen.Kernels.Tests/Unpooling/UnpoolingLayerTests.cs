using System.Numerics;
using System.Numerics.Tensors;
using PoolGen.Testing;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>Unpooling layers: what they compute over .NET's tensors, what they remember, and what they refuse.</summary>
public sealed class UnpoolingLayerTests
{
    private static readonly float[] s_expected = [0, 0, 5, 0, 4, 0, 0, 0];

    public static TheoryData<string> Layers => [.. UnpoolingEntry.All.Where(entry => entry.Type.IsClass).Select(entry => entry.Type.Name)];

    private static Tensor<float> Pooled => Tensor.Create(new float[] { 4, 5 }, [1, 1, 1, 2]);

    private static Tensor<int> Indices => Tensor.Create(new int[] { 4, 2 }, [1, 1, 1, 2]);

    [Theory]
    [MemberData(nameof(Layers))]
    public void Passes_agree_with_the_definition(string name) => UnpoolingEntry.Find(name).Run(new Passes());

    [Fact]
    public void An_explicit_shape_is_taken_and_remembered()
    {
        var layer = new Unpool2x2();
        Tensor<float> output = layer.ForwardToShape(Pooled, Indices, new PoolingShape(1, 1, 2, 5));
        Assert.Equal([1, 1, 2, 5], output.Lengths.ToArray());
        Assert.Equal([0, 0, 5, 0, 4, 0, 0, 0, 0, 0], Tensors.Elements(output));
        Assert.Throws<ArgumentException>("outputGradient", () => layer.Backward(Tensors.Zeros(1, 1, 2, 4)));
        Assert.Equal([4, 5], Tensors.Elements(layer.Backward(output)));
        Assert.Equal(s_expected, Tensors.Elements(layer.ForwardToShape(Pooled, Indices, default)));
    }

    [Fact]
    public void Of_spans_indices_are_copied()
    {
        var layer = new Unpool2x2();
        Tensor<int> indices = Indices;
        Tensor<float> output = Tensors.Zeros(1, 1, 2, 4);
        layer.Forward(Pooled.AsReadOnlyTensorSpan(), indices.AsReadOnlyTensorSpan(), output.AsTensorSpan());
        Assert.Equal(s_expected, Tensors.Elements(output));
        indices[0, 0, 0, 0] = 99;
        Assert.Equal([4, 5], Tensors.Elements(layer.Backward(output)));

        layer.Forward(Pooled, Indices);
        Assert.Equal([4, 5], Tensors.Elements(layer.Backward(output)));
    }

    [Fact]
    public void Backward_needs_a_forward_pass_that_kept_its_indices()
    {
        var layer = new Unpool2x2();
        Assert.Contains("Forward", Assert.Throws<InvalidOperationException>(() => layer.Backward(Pooled)).Message, StringComparison.Ordinal);
        layer.Training = false;
        Tensor<float> output = layer.Forward(Pooled, Indices);
        Assert.Contains("Training", Assert.Throws<InvalidOperationException>(() => layer.Backward(output)).Message, StringComparison.Ordinal);

        // A pass that fails leaves nothing of the one before.
        layer.Training = true;
        layer.Forward(Pooled, Indices);
        Assert.Throws<ArgumentOutOfRangeException>("indices", () => layer.Forward(Pooled, Tensor.Create(new int[] { 8, 0 }, [1, 1, 1, 2])));
        Assert.Throws<InvalidOperationException>(() => layer.Backward(output));
    }

    [Fact]
    public void Tensors_that_do_not_fit_are_named()
    {
        var layer = new Unpool2x2();
        Assert.Throws<ArgumentNullException>("input", () => layer.Forward(null!, Indices));
        Assert.Throws<ArgumentNullException>("indices", () => layer.Forward(Pooled, null!));
        Assert.Throws<ArgumentNullException>("outputGradient", () => layer.Backward(null!));
        Assert.Throws<ArgumentException>("input", () => layer.Forward(Tensors.Zeros(1, 1, 2), Indices));
        Assert.Throws<ArgumentException>("indices", () => layer.Forward(Pooled, Tensor.Create(new int[2], [1, 1, 2, 1])));
        Assert.Throws<ArgumentException>("outputShape", () => layer.ForwardToShape(Pooled, Indices, new PoolingShape(1, 2, 2, 4)));
        Assert.Throws<ArgumentException>("output", () => layer.Forward(Pooled.AsReadOnlyTensorSpan(), Indices.AsReadOnlyTensorSpan(), Tensors.Zeros(1, 2, 2, 4).AsTensorSpan()));
        Tensor<float> view = Tensors.Zeros(1, 1, 2, 3).Slice(.., .., .., 0..2);
        Assert.False(view.IsDense);
        Assert.Contains(
            "ToDenseTensor()",
            Assert.Throws<ArgumentException>("input", () => layer.Forward(view, Tensor.Create(new int[4], [1, 1, 2, 2]))).Message,
            StringComparison.Ordinal);
        layer.Forward(Pooled, Indices);
        Assert.Throws<ArgumentException>("inputGradient", () => layer.Backward(Tensors.Zeros(1, 1, 2, 4).AsReadOnlyTensorSpan(), Tensors.Zeros(1, 1, 1, 3).AsTensorSpan()));
    }

    private sealed class Passes : IUnpoolingTest
    {
        public void Run<T>(UnpoolingUnderTest<T> unpooling, UnpoolingEntry entry)
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            var layer = (IUnpoolingLayer<T>)Activator.CreateInstance(entry.Type, nonPublic: true)!;
            layer.Parallel = new ParallelOptions { MaxDegreeOfParallelism = 2 };
            for (int pass = 0; pass < 2; pass++)
            {
                // A larger shape, then a smaller one in the same buffers.
                PoolingShape shape = entry.OfRank(2, 3, 9 - 4 * pass, 11 - 5 * pass);
                var expected = UnpoolingCase<T>.Make(shape, unpooling.OutputShape(shape), entry.Spec.Layout, TestSeed.Value + pass);
                nint[] lengths = Lengths(shape, entry), outputLengths = Lengths(expected.OutputShape, entry);
                Tensor<T> input = Tensor.Create(expected.Input, lengths), outputGradient = Tensor.Create(expected.OutputGradient, outputLengths);
                Tensor<int> indices = Tensor.Create(expected.Indices, lengths);
                string context = $"{entry}, {TestSeed.Description}";

                Tensor<T> output = layer.Forward(input, indices);
                Assert.Equal(outputLengths, output.Lengths.ToArray());
                Compare.Bits<T>(Tensors.Elements(output), expected.Output, expected.OutputShape, entry.Spec.Layout, $"{context}: Forward");
                Compare.Bits<T>(Tensors.Elements(layer.Backward(outputGradient)), expected.InputGradient, shape, entry.Spec.Layout, $"{context}: Backward");

                Tensor<T> target = Tensor.Create(new T[expected.Output.Length], outputLengths), gradient = Tensor.Create(new T[expected.Input.Length], lengths);
                layer.Parallel = null;
                Allocations.AssertNone(() =>
                {
                    layer.Forward(input.AsReadOnlyTensorSpan(), indices.AsReadOnlyTensorSpan(), target.AsTensorSpan());
                    layer.Backward(outputGradient.AsReadOnlyTensorSpan(), gradient.AsTensorSpan());
                });
                Compare.Bits<T>(Tensors.Elements(target), expected.Output, expected.OutputShape, entry.Spec.Layout, $"{context}: Forward of spans");
                Compare.Bits<T>(Tensors.Elements(gradient), expected.InputGradient, shape, entry.Spec.Layout, $"{context}: Backward of spans");
            }
        }

        private static nint[] Lengths(PoolingShape shape, UnpoolingEntry entry)
        {
            nint[] spatial = [.. ReferenceUnpooling.Extents(shape).Select(extent => (nint)extent)];
            return entry.Spec.Layout == TensorLayout.ChannelsFirst ? [shape.Batch, shape.Channels, .. spatial] : [shape.Batch, .. spatial, shape.Channels];
        }
    }
}
