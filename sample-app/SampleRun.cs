using System.Diagnostics;
using System.Globalization;
using PoolGen.Sample.CommandLine;
using PoolGen.Sample.Data;
using PoolGen.Sample.Network;
using PoolGen.Sample.Presentation;
using PoolGen.Sample.Training;
using PoolGen.Sample.WorkedExample;
using Spectre.Console;

namespace PoolGen.Sample;

/// <summary>What the program does, in order.</summary>
internal sealed class SampleRun(IAnsiConsole console, SampleOptions options)
{
    private const int TrainCount = 8000;
    private const int TestCount = 2000;
    private const int RenderedEpochs = 6;
    private const int MnistEpochs = 3;

    public void Execute()
    {
        var watch = Stopwatch.StartNew();
        new WorkedExampleView(console, ExampleRun.Of<SlidingMax3x3>(), ExampleRun.Of<SlidingMean3x3>()).Print();

        DigitCorpus digits = LoadDigits();
        EpochResult pooling = Train("Training with generated pooling", LeNet.WithPooling(options.Seed), digits);
        console.WriteLine();
        if (options.Comparison)
        {
            EpochResult subsampling = Train("The same network with plain subsampling", LeNet.WithSubsampling(options.Seed), digits);
            console.WriteLine();
            PrintComparison(pooling, subsampling);
        }

        PrintGeneratedFiles();
        console.WriteLine();
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Seed {options.Seed}, {watch.Elapsed.TotalSeconds:0.0} s in all."));
    }

    private DigitCorpus LoadDigits()
    {
        DigitCorpus digits = options.Data is { } folder
            ? MnistFolder.Read(folder)
            : new DigitCorpus(DigitRenderer.Render(options.Seed, TrainCount), DigitRenderer.Render(options.Seed + 1, TestCount));
        console.Write(new Rule("[bold]Digits[/]").LeftJustified());
        DigitGallery.Print(console, digits.Test);
        string source = options.Data is null ? "rendered by this program" : $"from {options.Data}";
        console.WriteLine($"{digits.Train.Count} to learn from and {digits.Test.Count} to be judged by, {source}.");
        console.WriteLine();
        return digits;
    }

    private EpochResult Train(string title, Sequential network, DigitCorpus digits)
    {
        int epochs = options.Epochs ?? (options.Data is null ? RenderedEpochs : MnistEpochs);
        var trainer = new Trainer(network, new TrainingPlan(epochs, options.Seed));
        return TrainingView.Show(console, title, report => trainer.Run(digits.Train, digits.Test, report))[^1];
    }

    private void PrintComparison(EpochResult pooling, EpochResult subsampling)
    {
        double ratio = (1 - subsampling.TestAccuracy) / (1 - pooling.TestAccuracy);
        string errors = double.IsFinite(ratio) ? string.Create(CultureInfo.InvariantCulture, $" ({ratio:0.0} times the errors)") : "";
        console.WriteLine($"Test accuracy with pooling      {TrainingView.Percent(pooling.TestAccuracy)}");
        console.WriteLine($"Test accuracy with subsampling  {TrainingView.Percent(subsampling.TestAccuracy)}{errors}");
        console.WriteLine();
    }

    private void PrintGeneratedFiles()
    {
        IReadOnlyList<string> files = GeneratedFiles.Find();
        if (files.Count == 0)
        {
            console.WriteLine("The generated sources are not beside this program; build sample-app to see them in sample-app/generated.");
            return;
        }

        console.WriteLine("The generated kernels, to read:");
        foreach (string file in files)
        {
            // Past the console, which would wrap a path that is longer than a line.
            console.Profile.Out.Writer.WriteLine($"  {Path.GetRelativePath(Environment.CurrentDirectory, file)}");
        }
    }
}
