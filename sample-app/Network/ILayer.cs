using System.Numerics.Tensors;
using PoolGen.Sample.Data;

namespace PoolGen.Sample.Network;

/// <summary>
/// One step of a network. The first axis of every tensor is the batch. A returned tensor belongs to the layer and holds until the
/// layer's next call.
/// </summary>
internal interface ILayer
{
    /// <summary>What the layer is called in reports.</summary>
    string Name { get; }

    /// <summary>What training adjusts.</summary>
    IReadOnlyList<Parameter> Parameters => [];

    /// <summary>z from x.</summary>
    Tensor<float> Forward(Tensor<float> input);

    /// <summary>∂L/∂x from ∂L/∂z for the last forward pass; overwrites the gradients of <see cref="Parameters"/>.</summary>
    Tensor<float> Backward(Tensor<float> outputGradient);
}

/// <summary>Values that training adjusts, beside the gradient that the last backward pass left for them.</summary>
internal sealed class Parameter(int length)
{
    public float[] Values { get; } = new float[length];

    public float[] Gradient { get; } = new float[length];

    /// <summary>He initialisation: keeps the variance of activations through ReLU layers.</summary>
    /// <param name="length">The number of values.</param>
    /// <param name="fanIn">How many inputs one output sums.</param>
    /// <param name="random">Where the values come from.</param>
    public static Parameter HeNormal(int length, int fanIn, Random random)
    {
        var parameter = new Parameter(length);
        double deviation = Math.Sqrt(2.0 / fanIn);
        for (int i = 0; i < length; i++)
        {
            parameter.Values[i] = (float)(deviation * random.NextGaussian());
        }

        return parameter;
    }
}
