using System.Globalization;
using System.Text.RegularExpressions;
using PoolGen.Benchmarks.Measuring;

namespace PoolGen.Benchmarks;

/// <summary>The command line behind the command.</summary>
internal sealed record Options
{
    /// <summary>Which cases, by name.</summary>
    public Regex Only { get; init; } = new("");

    public RunSettings Settings { get; init; } = RunSettings.Full;

    /// <summary>Where reports go; null is docs/performance.</summary>
    public string? Folder { get; init; }

    /// <summary>What changes the figures, as it would be typed: behind the command in the report.</summary>
    public string Text { get; init; } = "";

    /// <exception cref="FormatException">An option is unknown or lacks its value.</exception>
    public static Options Parse(ReadOnlySpan<string> arguments)
    {
        var options = new Options();
        for (int i = 0; i < arguments.Length; i++)
        {
            string name = arguments[i];
            if (name == "--quick")
            {
                options = options with { Settings = RunSettings.Quick, Text = options.Text + " --quick" };
                continue;
            }
            if (++i == arguments.Length)
                throw new FormatException($"{name} is unknown, or lacks its value.");
            string value = arguments[i];
            options = name switch
            {
                "--only" => options with { Only = new Regex(value), Text = $"{options.Text} --only '{value}'" },
                "--rounds" => options with
                {
                    Settings = options.Settings with { Rounds = int.Parse(value, CultureInfo.InvariantCulture) },
                    Text = $"{options.Text} --rounds {value}",
                },
                "--out" => options with { Folder = value },
                _ => throw new FormatException($"{name} is unknown."),
            };
        }
        return options;
    }
}
