using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.TileWindows;

/// <summary>
/// Windows that do not overlap, several side by side in a vector: each column's rows are joined, and then a window's columns, by turning them around its end.
/// Every column then holds what its window comes to, beside what it had: nothing is kept in between.
/// </summary>
/// <param name="Pass">What is computed.</param>
/// <param name="LaneCalls">The lane operations of the largest method.</param>
/// <param name="Why">Why this strategy serves the pass.</param>
/// <param name="Height">The rows of windows.</param>
/// <param name="Width">The columns of windows.</param>
/// <param name="Otherwise">The pass where a vector does not hold the columns of a window, or too few for so many windows (<see cref="MostInPart"/>).</param>
internal sealed record TileWindowsPlan(PoolingPass Pass, int LaneCalls, string Why, AxisSpec Height, AxisSpec Width, PassPlan Otherwise)
    : PassPlan(Pass, LaneCalls, Why)
{
    public override string StrategyName => "tile windows";

    /// <summary>The most windows of a row where vectors are filled in part, and the other pass is faster for more; null where it never is.</summary>
    public required int? MostInPart { get; init; }

    /// <summary>How far columns are turned, one step after another, until each has met all of its window's.</summary>
    public IEnumerable<int> Turns
    {
        get
        {
            for (int met = 1; met < Width.Kernel;)
            {
                int by = Math.Min(met, Width.Kernel - met);
                yield return by;
                met += by;
            }
        }
    }
}
