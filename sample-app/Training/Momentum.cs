using System.Numerics.Tensors;
using PoolGen.Sample.Network;

namespace PoolGen.Sample.Training;

/// <summary>Stochastic gradient descent with momentum: v ← μ·v − η·g, w ← w + v.</summary>
internal sealed class Momentum(IReadOnlyList<Parameter> parameters, float momentum)
{
    private readonly float[][] velocities = [.. parameters.Select(parameter => new float[parameter.Values.Length])];

    /// <summary>Moves every parameter against its gradient.</summary>
    /// <param name="learningRate">η.</param>
    public void Step(float learningRate)
    {
        for (int i = 0; i < velocities.Length; i++)
        {
            Span<float> velocity = velocities[i];
            TensorPrimitives.Multiply(velocity, momentum, velocity);
            TensorPrimitives.MultiplyAdd(parameters[i].Gradient, -learningRate, velocity, velocity);
            TensorPrimitives.Add(parameters[i].Values, velocity, parameters[i].Values);
        }
    }
}
