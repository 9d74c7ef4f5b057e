using System.Numerics;
using PoolGen.Testing;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>Indices outside of their plane, at every place: refused by name, wherever the tensors lie.</summary>
internal sealed class HostileIndices : IUnpoolingTest
{
    public void Run<T>(UnpoolingUnderTest<T> unpooling, UnpoolingEntry entry)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        using var tensors = new GuardedTensors<T>();
        PoolingShape shape = entry.OfRank(2, 3, 3, 5), outputShape = unpooling.OutputShape(shape);
        int plane = outputShape.Depth * outputShape.Height * outputShape.Width, inputs = (int)shape.ElementCount;

        // One behind the plane is what indices of a larger plane have: those that stayed from another shape.
        foreach (int hostile in (ReadOnlySpan<int>)[-2, plane, plane + 1, int.MinValue, int.MaxValue, -plane, 3 * plane])
        {
            foreach (int position in (ReadOnlySpan<int>)[0, 1, inputs / 2, inputs - 1])
            {
                foreach (bool atEnd in (ReadOnlySpan<bool>)[false, true])
                    Check(unpooling, entry, tensors, shape, outputShape, hostile, position, atEnd);
            }
        }
    }

    private static void Check<T>(
        UnpoolingUnderTest<T> unpooling, UnpoolingEntry entry, GuardedTensors<T> tensors, PoolingShape shape, PoolingShape outputShape, int hostile, int position, bool atEnd)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        var right = UnpoolingCase<T>.Make(shape, outputShape, entry.Spec.Layout, position);
        int[] indices = [.. right.Indices];
        indices[position] = hostile;
        for (int forward = 0; forward < 2; forward++)
        {
            Span<int> guarded = tensors.Indices.Take(indices, atEnd);
            Exception? failure = null;
            try
            {
                if (forward == 1)
                    unpooling.Forward(tensors.Input.Take(right.Input, atEnd), guarded, tensors.Output.Take(right.Output.Length, atEnd), shape);
                else
                    unpooling.Backward(tensors.OutputGradient.Take(right.OutputGradient, atEnd), guarded, tensors.InputGradient.Take(right.Input.Length, atEnd), shape);
            }
            catch (ArgumentException thrown)
            {
                failure = thrown;
            }

            var refused = Assert.IsType<ArgumentOutOfRangeException>(failure);
            Assert.Equal(("indices", (object)(long)hostile), (refused.ParamName, refused.ActualValue));
            Assert.StartsWith(
                $"indices[{position}] lies outside its plane: a plane of {outputShape} has {outputShape.Depth * outputShape.Height * outputShape.Width} elements",
                refused.Message,
                StringComparison.Ordinal);
        }
    }
}

/// <summary>Every unpooling on tensors that lie flush against forbidden pages, with indices that are right, and others.</summary>
internal sealed class GuardedUnpooling : IUnpoolingTest
{
    public void Run<T>(UnpoolingUnderTest<T> unpooling, UnpoolingEntry entry)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        using var tensors = new GuardedTensors<T>();
        var random = new Random(1);
        for (int shape = 0; shape < 60; shape++)
        {
            (PoolingShape input, PoolingShape output, _) = RandomUnpoolings.Shapes(random, entry.Spec);
            var expected = UnpoolingCase<T>.Make(input, output, entry.Spec.Layout, random.Next());
            foreach (bool atEnd in (ReadOnlySpan<bool>)[false, true])
            {
                Span<int> indices = tensors.Indices.Take(expected.Indices, atEnd);
                Span<T> unpooled = tensors.Output.Take(expected.Output.Length, atEnd);
                unpooling.Forward(tensors.Input.Take(expected.Input, atEnd), indices, unpooled, input, output);
                Compare.Bits<T>(unpooled, expected.Output, output, entry.Spec.Layout, $"{entry}: Forward");
                Span<T> gradient = tensors.InputGradient.Take(expected.InputGradient.Length, atEnd);
                unpooling.Backward(tensors.OutputGradient.Take(expected.OutputGradient, atEnd), indices, gradient, input, output);
                Compare.Bits<T>(gradient, expected.InputGradient, input, entry.Spec.Layout, $"{entry}: Backward");
            }
        }
        new HostileIndices().Run(unpooling, entry);
    }
}
