using PoolGen.Benchmarks.Cases;
using PoolGen.Benchmarks.Contenders;

namespace PoolGen.Benchmarks.Measuring;

/// <summary>What an entry took: microseconds of the median and of the fastest sample.</summary>
internal sealed record Figure(string Contender, Role Role, Layout Layout, Direction Direction, double Median, double Fastest);

/// <summary>What was not timed, because its result is wrong or because it failed.</summary>
/// <param name="What">The contender; if it came that far, layout and direction.</param>
internal sealed record Fault(string What, string Difference);

/// <summary>Everything about one case.</summary>
internal sealed record CaseResult(Case Case, IReadOnlyList<Figure> Figures, IReadOnlyList<Fault> Faults);
