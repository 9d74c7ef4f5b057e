namespace PoolGen.Sample.Training;

/// <summary>How to train.</summary>
/// <param name="Epochs">Passes over the training set.</param>
/// <param name="Seed">The seed of the order in which samples are seen.</param>
internal sealed record TrainingPlan(int Epochs, int Seed)
{
    /// <summary>Samples per step.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>The learning rate of the first step; it falls to 0 along half a cosine.</summary>
    public float LearningRate { get; init; } = 0.03f;

    /// <summary>The share of the velocity that a step keeps.</summary>
    public float Momentum { get; init; } = 0.9f;

    /// <summary>The learning rate of a step.</summary>
    /// <param name="step">The step, from 0.</param>
    /// <param name="steps">The number of steps of the whole training.</param>
    public float LearningRateAt(int step, int steps) => LearningRate * 0.5f * (1 + MathF.Cos(MathF.PI * step / steps));
}

/// <summary>What one epoch came to.</summary>
/// <param name="Epoch">From 1.</param>
/// <param name="Epochs">Of how many.</param>
/// <param name="Loss">The mean training loss over the epoch, while the network was learning.</param>
/// <param name="TestAccuracy">The share of the test set, 0 to 1, that is classified correctly afterwards.</param>
/// <param name="Elapsed">Training and test time of this epoch.</param>
/// <param name="PoolingShare">The share of the layers' time, 0 to 1, spent in pooling since the beginning.</param>
internal sealed record EpochResult(int Epoch, int Epochs, double Loss, double TestAccuracy, TimeSpan Elapsed, double PoolingShare);

/// <summary>Who is told how training proceeds.</summary>
internal interface ITrainingReport
{
    void BatchDone(int step, int steps, double loss);

    void EpochDone(EpochResult result);
}
