using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>What layers remember, and what they refuse.</summary>
public sealed class LayerStateTests
{
    [Fact]
    public void Backward_before_forward_is_refused()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => new Max2x2().Backward(Tensors.Zeros(2, 3, 3, 4)));
        Assert.Contains("Forward", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Backward_of_another_shape_is_refused()
    {
        var layer = new Max2x2();
        layer.Forward(Tensors.Zeros(2, 3, 6, 8));
        var failure = Assert.Throws<ArgumentException>("outputGradient", () => layer.Backward(Tensors.Zeros(2, 3, 4, 3)));
        Assert.Contains("2x3x4x3", failure.Message, StringComparison.Ordinal);
        Assert.Contains("2x3x3x4", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_training_nothing_is_kept()
    {
        var layer = new Max2x2 { Training = false };
        Tensor<float> output = layer.Forward(Tensors.Zeros(2, 3, 6, 8));
        Assert.Equal([2, 3, 3, 4], output.Lengths.ToArray());
        var failure = Assert.Throws<InvalidOperationException>(() => layer.Backward(output));
        Assert.Contains("Training", failure.Message, StringComparison.Ordinal);

        layer.Training = true;
        layer.Forward(Tensors.Zeros(2, 3, 6, 8));
        layer.Backward(output);
        layer.Training = false;
        layer.Forward(Tensors.Zeros(2, 3, 6, 8));
        Assert.Throws<InvalidOperationException>(() => layer.Backward(output));
    }

    [Fact]
    public void A_slice_that_is_not_dense_is_refused_with_the_cure()
    {
        Tensor<float> slice = Tensors.Zeros(2, 3, 6, 9).Slice(.., .., .., 0..8);
        Assert.False(slice.IsDense);
        var failure = Assert.Throws<ArgumentException>("input", () => new Max2x2().Forward(slice));
        Assert.Contains("ToDenseTensor()", failure.Message, StringComparison.Ordinal);
        Assert.Equal([2, 3, 3, 4], new Max2x2().Forward(slice.ToDenseTensor()).Lengths.ToArray());
    }

    [Fact]
    public void A_single_sample_is_refused_with_the_cure()
    {
        var failure = Assert.Throws<ArgumentException>("input", () => new Max2x2().Forward(Tensors.Zeros(3, 6, 8)));
        Assert.Contains("Reshape([1, 3, 6, 8])", failure.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("input", () => new Max2x2().Forward(Tensors.Zeros(144)));
    }

    [Fact]
    public void An_output_of_other_lengths_is_refused()
    {
        Tensor<float> input = Tensors.Zeros(2, 3, 6, 8), output = Tensors.Zeros(2, 3, 3, 5);
        Assert.Throws<ArgumentException>("output", () => new Max2x2().Forward(input.AsReadOnlyTensorSpan(), output.AsTensorSpan()));
    }

    [Fact]
    public void Null_tensors_are_refused()
    {
        Assert.Throws<ArgumentNullException>("input", () => new Max2x2().Forward(null!));
        Assert.Throws<ArgumentNullException>("outputGradient", () => new Max2x2().Backward(null!));
    }

    [Fact]
    public void The_input_is_kept_only_where_backward_reads_it()
    {
        Assert.False(Average2x2.BackwardReadsInput);
        Assert.False(Keeps(new Average2x2()));
        Assert.Equal(Max3x3.BackwardReadsInput, Keeps(new Max3x3()));
        Assert.Equal(Max3x3First.BackwardReadsInput, Keeps(new Max3x3First()));
        Assert.Equal(Max13x13.BackwardReadsInput, Keeps(new Max13x13()));
        Assert.False(Keeps(new Max3x3 { Training = false }));
    }

    private static bool Keeps(IPoolingLayer<float> layer)
    {
        WeakReference input = Forward(layer);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        bool kept = input.IsAlive;
        GC.KeepAlive(layer);
        return kept;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Forward(IPoolingLayer<float> layer)
    {
        Tensor<float> input = Tensors.Zeros(2, 3, 6, 8);
        layer.Forward(input);
        return new WeakReference(input);
    }
}
