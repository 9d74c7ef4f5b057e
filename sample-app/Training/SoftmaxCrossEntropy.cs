using System.Numerics.Tensors;
using PoolGen.Sample.Network;

namespace PoolGen.Sample.Training;

/// <summary>The loss: mean over the batch of −log softmax(logits)[label].</summary>
internal static class SoftmaxCrossEntropy
{
    /// <summary>The loss of a batch.</summary>
    /// <param name="logits">N x classes.</param>
    /// <param name="labels">The class of each sample.</param>
    /// <param name="gradient">Receives ∂L/∂logits, of the same lengths.</param>
    public static double Loss(Tensor<float> logits, ReadOnlySpan<byte> labels, Tensor<float> gradient)
    {
        double total = 0;
        for (int n = 0; n < labels.Length; n++)
        {
            ReadOnlySpan<float> sample = logits.Sample(n);
            Span<float> probabilities = gradient.Sample(n);

            // Subtracting the maximum changes nothing but keeps the exponentials finite.
            TensorPrimitives.Subtract(sample, TensorPrimitives.Max(sample), probabilities);
            float shiftedLabel = probabilities[labels[n]];
            TensorPrimitives.Exp(probabilities, probabilities);
            float sum = TensorPrimitives.Sum<float>(probabilities);
            total += Math.Log(sum) - shiftedLabel;

            TensorPrimitives.Divide(probabilities, sum * labels.Length, probabilities);
            probabilities[labels[n]] -= 1f / labels.Length;
        }

        return total / labels.Length;
    }
}
