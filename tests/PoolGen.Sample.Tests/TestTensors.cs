using System.Numerics.Tensors;
using PoolGen.Sample.Data;

namespace PoolGen.Sample.Tests;

internal static class TestTensors
{
    /// <summary>Normally distributed values.</summary>
    public static Tensor<float> Random(Random random, params ReadOnlySpan<nint> lengths)
    {
        float[] values = new float[(int)TensorPrimitives.Product(lengths)];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (float)random.NextGaussian();
        }

        return Tensor.Create(values, lengths);
    }
}
