using System.Globalization;
using PoolGen.Sample.Training;
using Spectre.Console;

namespace PoolGen.Sample.Presentation;

/// <summary>Shows a training: a live bar and then a table on a terminal, a line per epoch elsewhere.</summary>
internal static class TrainingView
{
    /// <summary>Runs a training and shows it.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="title">What is trained.</param>
    /// <param name="train">The training, given whom to tell.</param>
    public static IReadOnlyList<EpochResult> Show(
        IAnsiConsole console, string title, Func<ITrainingReport, IReadOnlyList<EpochResult>> train)
    {
        console.Write(new Rule($"[bold]{Markup.Escape(title)}[/]").LeftJustified());
        if (!console.Profile.Capabilities.Ansi || !console.Profile.Capabilities.Interactive)
        {
            return train(new LineReport(console));
        }

        IReadOnlyList<EpochResult> results = console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context => train(new BarReport(context.AddTask("starting"))));
        console.Write(Table(results));
        return results;
    }

    private static Table Table(IReadOnlyList<EpochResult> results)
    {
        Table table = new Table().RoundedBorder().AddColumns("epoch", "training loss", "test accuracy", "seconds", "time in pooling");
        foreach (EpochResult result in results)
        {
            table.AddRow(
                $"{result.Epoch}",
                string.Create(CultureInfo.InvariantCulture, $"{result.Loss:0.0000}"),
                Percent(result.TestAccuracy),
                string.Create(CultureInfo.InvariantCulture, $"{result.Elapsed.TotalSeconds:0.0}"),
                Percent(result.PoolingShare));
        }

        return table;
    }

    /// <summary>A share as a percentage with one more digit than a test set of a few thousand can tell apart.</summary>
    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.00} %");

    private sealed class BarReport(ProgressTask task) : ITrainingReport
    {
        private string last = "";

        public void BatchDone(int step, int steps, double loss)
        {
            task.MaxValue = steps;
            task.Value = step;
            task.Description = string.Create(CultureInfo.InvariantCulture, $"step {step}/{steps}, loss {loss:0.000}{last}");
        }

        public void EpochDone(EpochResult result) => last = $", accuracy {Percent(result.TestAccuracy)}";
    }

    private sealed class LineReport(IAnsiConsole console) : ITrainingReport
    {
        public void BatchDone(int step, int steps, double loss)
        {
        }

        public void EpochDone(EpochResult result) => console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"epoch {result.Epoch}/{result.Epochs}  loss {result.Loss:0.0000}  accuracy {Percent(result.TestAccuracy)}  "
            + $"{result.Elapsed.TotalSeconds:0.0} s  pooling {Percent(result.PoolingShare)}"));
    }
}
