using System.Globalization;

namespace PoolGen.Sample.CommandLine;

/// <summary>What the user asked for.</summary>
internal sealed record SampleOptions
{
    private const int MostEpochs = 1000;

    /// <summary>The text of <c>--help</c>.</summary>
    public const string Help = """
        PoolGen sample: the worked example of pooling, then a LeNet-style network trained with generated pooling layers.

        usage: dotnet run --project sample-app -c Release -- [options]

          --data DIR        train on MNIST's four IDX files (plain or .gz) in DIR instead of rendered digits
          --epochs N        passes over the training set, 1 to 1000 (default 6; with --data 3)
          --seed N          seed of digits, weights and order, 0 to 2147483647 (default 1)
          --no-comparison   do not train the same network with plain subsampling in place of pooling
          --help            print this and stop
        """;

    /// <summary>The folder with MNIST's files, or null for rendered digits.</summary>
    public string? Data { get; init; }

    /// <summary>Passes over the training set, or null for the set's default.</summary>
    public int? Epochs { get; init; }

    /// <summary>The seed of everything random.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Whether to train the network without pooling as well.</summary>
    public bool Comparison { get; init; } = true;

    /// <summary>Whether to print <see cref="Help"/> only.</summary>
    public bool ShowHelp { get; init; }

    /// <summary>Reads the command line. Values follow their option, or an equals sign: <c>--epochs 3</c>, <c>--epochs=3</c>.</summary>
    /// <exception cref="OptionException">An argument is not understood.</exception>
    public static SampleOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new SampleOptions();
        var rest = new Queue<string>(arguments);
        while (rest.TryDequeue(out string? argument))
        {
            string[] parts = argument.Split('=', 2);
            string name = parts[0];
            string? attached = parts.Length == 2 ? parts[1] : null;
            options = name switch
            {
                "--data" => options with { Data = Value(name, attached, rest, "a folder") },
                "--epochs" => options with { Epochs = Number(name, Value(name, attached, rest, "a number"), 1, MostEpochs) },
                "--seed" => options with { Seed = Number(name, Value(name, attached, rest, "a number"), 0, int.MaxValue) },
                "--no-comparison" when attached is null => options with { Comparison = false },
                "--help" or "-h" or "-?" when attached is null => options with { ShowHelp = true },
                "--no-comparison" or "--help" => throw new OptionException(
                    $"{name} takes no value, but '{attached}' was given. Write {name} alone."),
                _ => throw new OptionException(
                    $"Unknown option '{argument}'. The options are --data DIR, --epochs N, --seed N, --no-comparison and --help."),
            };
        }

        return options;
    }

    private static string Value(string name, string? attached, Queue<string> rest, string what)
    {
        bool followed = rest.TryPeek(out string? next) && !next.StartsWith("--", StringComparison.Ordinal);
        string? value = attached ?? (followed ? rest.Dequeue() : null);
        return string.IsNullOrWhiteSpace(value) ? throw new OptionException($"{name} needs {what} behind it.") : value;
    }

    private static int Number(string name, string value, int least, int most) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
            && number >= least && number <= most
            ? number
            : throw new OptionException($"{name} is '{value}', but a whole number from {least} to {most} is needed.");
}

/// <summary>The command line was not understood; the message is for the user.</summary>
internal sealed class OptionException(string message) : Exception(message);
