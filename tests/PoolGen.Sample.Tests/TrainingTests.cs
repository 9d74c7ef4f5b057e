using System.Numerics.Tensors;
using PoolGen.Sample.Data;
using PoolGen.Sample.Network;
using PoolGen.Sample.Training;

namespace PoolGen.Sample.Tests;

public sealed class TrainingTests(ITestOutputHelper output)
{
    private const int Seed = 7;

    [Fact]
    public void Generated_pooling_gives_the_losses_of_the_reference()
    {
        Sequential reference = LeNet.Create(Seed, new ReferencePooling(kernel: 2), new ReferencePooling(kernel: 3));
        double[] expected = Losses(reference, steps: 8);
        double[] actual = Losses(LeNet.WithPooling(Seed), steps: 8);
        output.WriteLine($"reference {string.Join(' ', expected)}");
        output.WriteLine($"generated {string.Join(' ', actual)}");
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-4 * pair.First));
    }

    [Fact]
    public void Losses_differ_once_pooling_differs()
    {
        // Guards the test above: it would be worthless if pooling hardly mattered to the loss.
        double[] pooling = Losses(LeNet.WithPooling(Seed), steps: 2);
        double[] subsampling = Losses(LeNet.WithSubsampling(Seed), steps: 2);
        Assert.All(pooling.Zip(subsampling), pair => Assert.NotEqual(pair.First, pair.Second, 1e-3 * pair.First));
    }

    [Fact]
    public void The_same_seed_gives_the_same_losses_to_the_bit()
    {
        double[] first = Losses(LeNet.WithPooling(Seed), steps: 5);
        GC.Collect();
        double[] second = Losses(LeNet.WithPooling(Seed), steps: 5);
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task Losses_do_not_depend_on_the_number_of_threads()
    {
        double[] shared = Losses(LeNet.WithPooling(Seed), steps: 5);

        // Parallel.For inside the layers runs on the scheduler it is called from, here one task at a time.
        TaskScheduler oneThread = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, maxConcurrencyLevel: 1).ExclusiveScheduler;
        double[] alone = await Task.Factory.StartNew(
            () => Losses(LeNet.WithPooling(Seed), steps: 5), TestContext.Current.CancellationToken, TaskCreationOptions.None, oneThread);
        Assert.Equal(shared, alone);
    }

    [Fact]
    public void A_small_training_learns_and_reports()
    {
        DigitSet train = DigitRenderer.Render(Seed, 600);
        DigitSet test = DigitRenderer.Render(Seed + 1, 200);
        var report = new Recorder();
        var trainer = new Trainer(LeNet.WithPooling(Seed), new TrainingPlan(Epochs: 4, Seed) { BatchSize = 25 });
        IReadOnlyList<EpochResult> results = trainer.Run(train, test, report);
        output.WriteLine(string.Join('\n', results));
        Assert.Equal(results, report.Epochs);
        Assert.Equal(4 * 600 / 25, report.Batches);
        Assert.True(results[^1].Loss < results[0].Loss / 2, "the loss must fall to less than half");
        Assert.True(results[^1].TestAccuracy > 0.5, "ten classes at random give 0.1");
        Assert.InRange(results[^1].PoolingShare, 0.0001, 0.95);
    }

    [Fact]
    public void Cross_entropy_and_its_gradient_follow_the_definition()
    {
        Tensor<float> logits = Tensor.Create([1f, 2f, 3f, 500f, -500f, 0f], [2, 3]);
        Tensor<float> gradient = Tensor.CreateFromShape<float>([2, 3]);
        double loss = SoftmaxCrossEntropy.Loss(logits, [0, 0], gradient);
        double sum = Math.Exp(1) + Math.Exp(2) + Math.Exp(3);
        Assert.Equal(-Math.Log(Math.Exp(1) / sum) / 2, loss, 1e-6);
        double[] expected = [((Math.Exp(1) / sum) - 1) / 2, Math.Exp(2) / sum / 2, Math.Exp(3) / sum / 2, 0, 0, 0];
        Assert.All(expected.Zip(gradient.Values().ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }

    [Fact]
    public void Momentum_keeps_its_velocity()
    {
        var parameter = new Parameter(1);
        parameter.Gradient[0] = 1;
        var optimizer = new Momentum([parameter], momentum: 0.5f);
        optimizer.Step(learningRate: 0.1f);
        Assert.Equal(-0.1f, parameter.Values[0], 1e-6f);
        optimizer.Step(learningRate: 0.1f);
        Assert.Equal(-0.25f, parameter.Values[0], 1e-6f);
    }

    private double[] Losses(Sequential network, int steps)
    {
        output.WriteLine($"seed {Seed}");
        DigitSet digits = DigitRenderer.Render(Seed, 160);
        var trainer = new Trainer(network, new TrainingPlan(Epochs: 1, Seed));
        return
        [
            .. Enumerable.Range(0, steps)
                .Select(step => trainer.Step(digits, [.. Enumerable.Range(step * 20, 20)], learningRate: 0.02f)),
        ];
    }

    private sealed class Recorder : ITrainingReport
    {
        public int Batches { get; private set; }

        public List<EpochResult> Epochs { get; } = [];

        public void BatchDone(int step, int steps, double loss) => Batches++;

        public void EpochDone(EpochResult result) => Epochs.Add(result);
    }
}
