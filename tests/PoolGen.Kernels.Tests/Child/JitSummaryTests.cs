using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using PoolGen.Runtime;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>
/// The JIT inlines every lane operation, and every helper that is marked for it, into the kernels. Where a kernel exceeds the JIT's
/// budget it stops inlining, and the kernel is ten to thirty times slower without any other sign.
/// </summary>
public sealed partial class JitSummaryTests
{
    private static readonly string[] s_laneTypes =
    [
        "Lanes512", "Lanes256", "Lanes128", "LanesOne", "ClippedAccess", "StridedAccess", "TapAccess", "Permutation", "Extremum",
        "InsideAccess", "MaskedAdd", "BitMask", "Thirds", "NarrowAccess", "NarrowPermutation",
    ];

    // Out of line by intent: the element-by-element ends of rows, where there are no masked instructions, and what only the first and
    // the last vectors of a share need.
    private static readonly string[] s_outOfLine = [
        "ClippedAccess:LoadElements", "ClippedAccess:StoreElements", "NarrowAccess:LoadElements", "NarrowAccess:StoreElements", "Permutation:Move",
    ];

    [Fact]
    public async Task No_lane_operation_is_compiled_on_its_own()
    {
        // A known shortcoming: the plans' budget of lane calls is measured on .NET 10, whose JIT inlines more. It is to become the older one's.
        Assert.SkipUnless(
            Environment.Version.Major >= 10,
            "The JIT of .NET 8 stops inlining earlier than that of .NET 10: kernels of some larger windows are right there, and slow.");

        var debuggable = typeof(LaneSelection).Assembly.GetCustomAttribute<DebuggableAttribute>();
        Assert.SkipWhen(debuggable is { IsJITOptimizerDisabled: true }, "A debug build of the runtime library is never inlined.");

        string file = Path.GetTempFileName();
        try
        {
            await ChildProcess.RunAsync(
                ChildPrograms.Kernels, ("DOTNET_JitStdOutFile", file), ("DOTNET_JitDisasmSummary", "1"));
            CompiledMethod[] compiled = [.. (await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken)).Select(Parse).OfType<CompiledMethod>()];
            Assert.Contains(compiled, method => method.Type.Contains("Kernels+Forward", StringComparison.Ordinal) && method.Name == "Run");

            HashSet<string> inlined = InlinedHelpers();
            Assert.NotEmpty(inlined);
            CompiledMethod[] own =
            [
                .. compiled.Where(method => (IsLaneType(method) && !s_outOfLine.Contains(method.ShortName)) || inlined.Contains(method.FullName)),
            ];
            Assert.True(own.Length == 0, $"{own.Length} methods were compiled on their own:\n{string.Join('\n', own.Take(30).Select(method => method.Line))}");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static bool IsLaneType(CompiledMethod method) => s_laneTypes.Contains(method.ShortType);

    /// <summary>The helpers of generated kernels that are marked for inlining, as the JIT names them.</summary>
    private static HashSet<string> InlinedHelpers() =>
    [
        .. typeof(PoolingRegistry).Assembly.GetTypes()
            .Where(type => type.FullName!.Contains("+Kernels+", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(method => method.MethodImplementationFlags.HasFlag(MethodImplAttributes.AggressiveInlining))
            .Select(method => $"{method.DeclaringType!.FullName}:{method.Name}"),
    ];

    // "  12: JIT compiled Namespace.Outer+Inner`1[float]:Method[Arguments](parameters) [Tier0, IL size=7, code size=11]"
    private static CompiledMethod? Parse(string line)
    {
        Match match = CompiledLine().Match(line);
        return match.Success ? new CompiledMethod(match.Groups["type"].Value, match.Groups["method"].Value, line) : null;
    }

    [GeneratedRegex(@"JIT compiled (?<type>[^\s:\[]+)(\[[^:]*\])?:(?<method>[^\s(\[]+)", RegexOptions.CultureInvariant)]
    private static partial Regex CompiledLine();

    private sealed record CompiledMethod(string Type, string Name, string Line)
    {
        public string FullName => $"{Type}:{Name}";

        public string ShortType => Type.Split('.', '+')[^1].Split('`')[0];

        public string ShortName => $"{ShortType}:{Name}";
    }
}
