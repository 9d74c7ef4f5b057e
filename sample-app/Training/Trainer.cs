using System.Diagnostics;
using System.Numerics.Tensors;
using PoolGen.Sample.Data;
using PoolGen.Sample.Network;

namespace PoolGen.Sample.Training;

/// <summary>Trains a network on a digit set. The same seeds give the same losses, whatever the number of threads.</summary>
internal sealed class Trainer
{
    private readonly Sequential network;
    private readonly TrainingPlan plan;
    private readonly Momentum optimizer;
    private readonly TensorBuffer imageBuffer = new();
    private readonly TensorBuffer gradientBuffer = new();

    public Trainer(Sequential network, TrainingPlan plan)
    {
        this.network = network;
        this.plan = plan;
        optimizer = new Momentum(network.Parameters, plan.Momentum);
    }

    /// <summary>Runs all epochs.</summary>
    /// <returns>One result per epoch.</returns>
    public IReadOnlyList<EpochResult> Run(DigitSet train, DigitSet test, ITrainingReport report)
    {
        var results = new List<EpochResult>();
        var random = new Random(plan.Seed);
        int[] order = [.. Enumerable.Range(0, train.Count)];
        int stepsPerEpoch = (train.Count + plan.BatchSize - 1) / plan.BatchSize;
        int steps = stepsPerEpoch * plan.Epochs;
        int step = 0;
        for (int epoch = 1; epoch <= plan.Epochs; epoch++)
        {
            var watch = Stopwatch.StartNew();
            random.Shuffle(order);
            double total = 0;
            foreach (int[] batch in order.Chunk(plan.BatchSize))
            {
                double loss = Step(train, batch, plan.LearningRateAt(step++, steps));
                total += loss * batch.Length;
                report.BatchDone(step, steps, loss);
            }

            double accuracy = Accuracy(test);
            var result = new EpochResult(epoch, plan.Epochs, total / train.Count, accuracy, watch.Elapsed, network.TimeShare<Pooling>());
            results.Add(result);
            report.EpochDone(result);
        }

        return results;
    }

    /// <summary>One step of gradient descent on the samples of <paramref name="batch"/>.</summary>
    /// <returns>The loss before the step.</returns>
    public double Step(DigitSet digits, ReadOnlySpan<int> batch, float learningRate)
    {
        byte[] labels = new byte[batch.Length];
        Tensor<float> logits = network.Forward(Load(digits, batch, labels));
        Tensor<float> gradient = gradientBuffer.WithLengths(logits.Lengths);
        double loss = SoftmaxCrossEntropy.Loss(logits, labels, gradient);
        network.Backward(gradient);
        optimizer.Step(learningRate);
        return loss;
    }

    /// <summary>The share of the digits, 0 to 1, whose largest logit is that of their label.</summary>
    public double Accuracy(DigitSet digits)
    {
        int correct = 0;
        foreach (int[] batch in Enumerable.Range(0, digits.Count).Chunk(plan.BatchSize))
        {
            byte[] labels = new byte[batch.Length];
            Tensor<float> logits = network.Forward(Load(digits, batch, labels));
            for (int n = 0; n < batch.Length; n++)
            {
                correct += TensorPrimitives.IndexOfMax<float>(logits.Sample(n)) == labels[n] ? 1 : 0;
            }
        }

        return correct / (double)digits.Count;
    }

    private Tensor<float> Load(DigitSet digits, ReadOnlySpan<int> batch, Span<byte> labels)
    {
        Tensor<float> images = imageBuffer.WithLengths(batch.Length, 1, digits.Height, digits.Width);
        for (int n = 0; n < batch.Length; n++)
        {
            digits.Image(batch[n]).CopyTo(images.Sample(n));
            labels[n] = digits.Label(batch[n]);
        }

        return images;
    }
}
