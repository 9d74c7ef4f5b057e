using System.Diagnostics;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>Runs one of <see cref="ChildPrograms"/> in a process of its own, with other settings of the runtime or a risk of dying.</summary>
internal static class ChildProcess
{
    public const string Switch = "--child";

    /// <summary>Starts a program of <see cref="ChildPrograms"/>, waits, and asserts that it ended well.</summary>
    public static async Task RunAsync(string program, params (string Name, string Value)[] environment)
    {
        string self = Environment.ProcessPath!;
        string assembly = typeof(ChildProcess).Assembly.Location;
        bool hosted = Path.GetFileNameWithoutExtension(self) == "dotnet";
        var start = new ProcessStartInfo(self, hosted ? ["exec", assembly, Switch, program] : [Switch, program])
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
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}.\n{await output}\n{await error}");
    }
}
