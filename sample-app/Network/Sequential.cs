using System.Diagnostics;
using System.Numerics.Tensors;

namespace PoolGen.Sample.Network;

/// <summary>Layers one after another, and the time that each has taken in both directions.</summary>
internal sealed class Sequential(params IReadOnlyList<ILayer> layers)
{
    private readonly long[] ticks = new long[layers.Count];

    public IReadOnlyList<ILayer> Layers => layers;

    public IReadOnlyList<Parameter> Parameters { get; } = [.. layers.SelectMany(layer => layer.Parameters)];

    /// <summary>The share of all layers' time, 0 to 1, that layers of type <typeparamref name="TLayer"/> have taken so far.</summary>
    public double TimeShare<TLayer>()
        where TLayer : ILayer
    {
        long all = ticks.Sum();
        return all == 0 ? 0 : layers.Index().Where(entry => entry.Item is TLayer).Sum(entry => ticks[entry.Index]) / (double)all;
    }

    public Tensor<float> Forward(Tensor<float> input)
    {
        Tensor<float> current = input;
        for (int i = 0; i < layers.Count; i++)
        {
            long start = Stopwatch.GetTimestamp();
            current = layers[i].Forward(current);
            ticks[i] += Stopwatch.GetTimestamp() - start;
        }

        return current;
    }

    public Tensor<float> Backward(Tensor<float> outputGradient)
    {
        Tensor<float> current = outputGradient;
        for (int i = layers.Count - 1; i >= 0; i--)
        {
            long start = Stopwatch.GetTimestamp();
            current = layers[i].Backward(current);
            ticks[i] += Stopwatch.GetTimestamp() - start;
        }

        return current;
    }
}
