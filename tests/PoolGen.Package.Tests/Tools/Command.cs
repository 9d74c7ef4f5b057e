using System.Diagnostics;
using System.Text;
using Xunit;

namespace PoolGen.Package.Tests.Tools;

/// <summary>How a command ended.</summary>
/// <param name="Line">The command as it was run.</param>
/// <param name="ExitCode">0 where it succeeded.</param>
/// <param name="Output">What it printed, errors included.</param>
internal sealed record CommandResult(string Line, int ExitCode, string Output)
{
    /// <summary>This result, where the command succeeded.</summary>
    public CommandResult OrFail()
    {
        if (ExitCode != 0)
            Assert.Fail($"`{Line}` exited with {ExitCode}:\n{Output}");
        return this;
    }

    /// <summary>Whether a package could not be had: it is on none of the machine's sources, or they do not answer.</summary>
    public bool LacksPackage =>
        ExitCode != 0 && new[] { "NU1100", "NU1101", "NU1102", "NU1103", "NU1301" }.Any(code => Output.Contains(code, StringComparison.Ordinal));
}

/// <summary>Runs commands as a user's shell would.</summary>
internal static class Command
{
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(20);

    // What the build that runs these tests tells its children would reach the consumers' builds too.
    private static readonly string[] s_ofOuterBuild = ["MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBUILD_EXE_PATH", "MSBuildLoadMicrosoftTargetsReadOnly"];

    public static Task<CommandResult> DotnetAsync(string folder, params string[] arguments) =>
        RunAsync(folder, Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments);

    public static Task<CommandResult> RunAsync(string folder, string file, params string[] arguments) => RunAsync(folder, s_longest, file, arguments);

    public static async Task<CommandResult> RunAsync(string folder, TimeSpan longest, string file, params string[] arguments)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string name in s_ofOuterBuild)
            start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        // A build node that stays for later holds on to the pipe that its output is read from.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";

        var output = new StringBuilder();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(longest);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        lock (output)
            return new($"{Path.GetFileName(file)} {string.Join(' ', arguments)}", process.ExitCode, output.ToString());
    }

    private static void Append(StringBuilder output, string? line)
    {
        if (line is null)
            return;
        lock (output)
            output.Append(line).Append('\n');
    }
}
