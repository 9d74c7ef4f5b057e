using System.Diagnostics;
using PoolGen.Runtime;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>Runs one of <see cref="ChildPrograms"/> in a process of its own, with other settings of the runtime or a risk of dying.</summary>
internal static class ChildProcess
{
    public const string Switch = "--child";

    /// <summary>Starts a program of <see cref="ChildPrograms"/>, waits, and asserts that it ended well.</summary>
    public static Task RunAsync(string program, params (string Name, string Value)[] environment) => StartAsync([program], environment);

    /// <summary>The same for a program that first asserts that <paramref name="widest"/> is the widest accelerated width.</summary>
    public static Task RunAtAsync(LaneWidth widest, string program, params (string Name, string Value)[] environment) =>
        StartAsync([program, widest.ToString()], environment);

    /// <summary>What <see cref="StartAsync"/> passes, taken apart again in the child.</summary>
    public static int Run(ReadOnlySpan<string> arguments) =>
        ChildPrograms.Run(arguments[0], arguments.Length > 1 ? Enum.Parse<LaneWidth>(arguments[1]) : null);

    private static async Task StartAsync(string[] arguments, (string Name, string Value)[] environment)
    {
        string self = Environment.ProcessPath!;
        string assembly = typeof(ChildProcess).Assembly.Location;
        bool hosted = Path.GetFileNameWithoutExtension(self) == "dotnet";
        var start = new ProcessStartInfo(self, hosted ? ["exec", assembly, Switch, .. arguments] : [Switch, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{string.Join(' ', arguments)} ended with {process.ExitCode}.\n{await output}\n{await error}");
    }
}
