using BenchmarkDotNet.Attributes;
using PoolGen.Benchmarks.Cases;
using PoolGen.Benchmarks.Contenders;
using PoolGen.Benchmarks.Measuring;

namespace PoolGen.Benchmarks.SingleCases;

/// <summary>
/// Any case of the tables under BenchmarkDotNet, for a closer look at one of them than the interleaved run gives: distributions,
/// disassembly, counters. Contenders of other libraries are in the tables only.
/// </summary>
public class KernelBenchmarks : IDisposable
{
    private static readonly IReadOnlyDictionary<string, Case> s_cases =
        KernelCases.All.Concat(NetworkCases.All).ToDictionary(problem => problem.Name);

    private Tensors? _tensors;
    private Entry? _first, _all, _loop, _copy;

    /// <summary>The cases' names.</summary>
    public static IEnumerable<string> Names => s_cases.Keys;

    [ParamsSource(nameof(Names))]
    public string Case { get; set; } = "";

    [Params("Nchw", "Nhwc")]
    public string Layout { get; set; } = "";

    [Params("Forward", "TrainingForward", "Backward", "Step")]
    public string Direction { get; set; } = "";

    [GlobalSetup]
    public void SetUp()
    {
        var layout = Enum.Parse<Layout>(Layout);
        var direction = Enum.Parse<Direction>(Direction);
        _tensors = new Tensors(s_cases[Case]);
        Entry[] entries =
        [
            .. ((Contender[])[new PoolGenContender(), new PlainLoopContender(), new MemoryCopy()])
                .SelectMany(contender => contender.Enter(_tensors))
                .Where(entry => entry.Layout == layout || entry.Role == Role.Roof),
        ];

        // A backward pass finds the workspace of a training forward pass.
        foreach (Entry entry in entries.Where(entry => entry.Direction == Cases.Direction.TrainingForward))
            entry.Run(1);

        Entry? Find(Role role) => entries.FirstOrDefault(entry => entry.Role == role && entry.Direction == direction);
        (_first, _all, _loop, _copy) = (Find(Role.Subject), Find(Role.AllTies), Find(Role.PlainLoop), Find(Role.Roof));
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _tensors?.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true)]
    public void PoolGen() => Run(_first);

    [Benchmark]
    public void PoolGenAllTies() => Run(_all);

    [Benchmark]
    public void PlainLoop() => Run(_loop);

    [Benchmark]
    public void MemoryCopy() => Run(_copy);

    private static void Run(Entry? entry) =>
        (entry ?? throw new NotSupportedException("This contender has no such pass on this case.")).Run(1);
}
