using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.LargeWindows;

/// <summary>A run of neighbouring columns, combined before: where it begins in its window, and how long it is.</summary>
/// <param name="Level">The number of times that its length has been multiplied: 0 is a single column.</param>
/// <param name="Offset">The column of the window that it begins with.</param>
internal sealed record Run(int Level, int Offset);

/// <summary>A run of neighbouring columns that is joined from two shorter ones, of which the second begins some columns behind the first.</summary>
/// <param name="Length">How many columns it has.</param>
/// <param name="First">The length of the run that it begins with.</param>
/// <param name="Second">The length of the run that it ends with.</param>
/// <param name="At">Where the second begins. Joining takes a vector's lanes from as far behind it.</param>
internal sealed record JoinedRun(int Length, int First, int Second, int At);

/// <summary>
/// Windows of many taps, first down the columns and then along the rows, at a cost that hardly grows with their size. Down the columns,
/// the windows that share a row are each a run that ends with it and a run that begins behind it; along the rows, runs are joined to longer
/// ones, in registers where a vector is long enough, else in memory.
/// </summary>
/// <param name="Pass">What is computed.</param>
/// <param name="LaneCalls">The lane operations of the largest method.</param>
/// <param name="Why">Why this strategy serves the pass.</param>
/// <param name="OverGradient">Whether the windows lie over the output gradient (Average's backward pass) instead of the input.</param>
/// <param name="Division">How windows are divided.</param>
/// <param name="Divisor">The divisor, where all windows have the same; 0 where nothing is divided, or divisors differ.</param>
/// <param name="Joined">In registers: the runs that are joined one after another from single columns; the last is a row of a window.</param>
/// <param name="Levels">In memory: how many lengths of runs there are beside single columns.</param>
/// <param name="Runs">In memory: the runs that make up a row of a window.</param>
internal sealed record LargeWindowsPlan(
    PoolingPass Pass,
    int LaneCalls,
    string Why,
    bool OverGradient,
    WindowDivision Division,
    int Divisor,
    EquatableArray<JoinedRun> Joined,
    int Levels,
    EquatableArray<Run> Runs)
    : PassPlan(Pass, LaneCalls, Why)
{
    /// <summary>In memory: how many runs of one length make up one of the next. Fewer lengths are fewer passes over the block.</summary>
    public const int Radix = 4;

    /// <summary>
    /// Whether blocks are first combined as if all operands were numbers, which takes fewer instructions, and again where the sum of what was
    /// loaded tells that some may not have been.
    /// </summary>
    public bool ChecksForNaN { get; init; }

    /// <summary>Whether divisors differ between windows.</summary>
    public bool CountsTaps => Division != WindowDivision.Uniform;

    /// <summary>Whether some vector is long enough for runs to be joined in registers.</summary>
    public bool JoinsInRegisters { get; init; } = true;

    /// <summary>
    /// Whether rows that two vectors hold with all that windows reach have a method of their own: windows of 9 or 13 over 13, 19 or 20 columns, as at the
    /// end of a detector, took 0.86 of the time.
    /// </summary>
    public bool TakesPairs { get; init; }

    /// <summary>Whether neighbouring windows differ by a row at either end, so that rows are gone through one by one.</summary>
    public bool StepsByRow { get; init; }

    /// <summary>
    /// Channels last: how many neighbouring windows of a row are found together, from the columns that all of them hold outwards; 0 channels first.
    /// Eight windows of 13 columns take 3.4 operations each.
    /// </summary>
    public int WindowsTogether { get; init; }

    /// <summary>Whether channels are innermost, so that neighbouring columns are pixels apart.</summary>
    public bool TakesPixels => WindowsTogether > 0;

    /// <summary>In registers: the fewest lanes of a vector, so that joined runs come from it and its right neighbour alone.</summary>
    public int LeastLanes => Joined.Select(run => run.At).DefaultIfEmpty(1).Max();

    /// <summary>Whether some vector is too short for runs to be joined in registers: a single element is, unless windows are narrow.</summary>
    public bool JoinsInMemory => LeastLanes > 1;

    // Of pixels, what the next call takes lies side by side, so that the last-level cache keeps up.
    public override PrefetchPlan Prefetch => TakesPixels ? PrefetchPlan.FromMemory : PrefetchPlan.Always;

    public override string StrategyName => "large windows";
}
