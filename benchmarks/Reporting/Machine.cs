using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PoolGen.Benchmarks.Reporting;

/// <summary>The machine that figures are from.</summary>
internal static class Machine
{
    private const string Processors = "/proc/cpuinfo";
    private const string Caches = "/sys/devices/system/cpu/cpu0/cache";

    /// <summary>Names and values, for a table.</summary>
    public static IEnumerable<IReadOnlyList<string>> Describe() =>
    [
        ["processor", Processor()],
        ["cores", $"{Environment.ProcessorCount}"],
        ["caches", CacheSizes()],
        ["vectors", $"{VectorBits()} bits"],
        ["system", $"{RuntimeInformation.OSDescription.Trim()}, {RuntimeInformation.ProcessArchitecture}"],
        ["runtime", RuntimeInformation.FrameworkDescription],
    ];

    private static string Processor() =>
        File.Exists(Processors)
        && File.ReadLines(Processors).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) is string line
            ? line.Split(':', 2)[1].Trim()
            : Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? "unknown";

    private static string CacheSizes()
    {
        if (!Directory.Exists(Caches))
            return "unknown";
        IEnumerable<string> sizes =
            from folder in Directory.GetDirectories(Caches, "index*").Order(StringComparer.Ordinal)
            let type = Read(folder, "type")
            where type != "Instruction"
            select $"L{Read(folder, "level")} {Read(folder, "size")}";
        return string.Join(", ", sizes);
    }

    private static string Read(string folder, string file)
    {
        string path = Path.Combine(folder, file);
        return File.Exists(path) ? File.ReadAllText(path).Trim() : "?";
    }

    private static int VectorBits() =>
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;
}
