using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.DeinterleavedRows;

/// <summary>
/// Windows at column distance 2: the rows of a window are combined as they lie in memory, and only the result is taken apart into even and
/// odd columns. Loads are whole neighbouring vectors, and each is made once per row of windows.
/// </summary>
/// <param name="Pass">What is computed.</param>
/// <param name="LaneCalls">The lane operations of the row method.</param>
/// <param name="Why">Why this strategy serves the pass.</param>
/// <param name="Carries">
/// Whether windows of three columns reach over the seam between vectors: their first column is the last odd one of the vectors before.
/// </param>
/// <param name="Blocks">How many vectors of outputs the main loop computes at once.</param>
internal sealed record DeinterleavedRowsPlan(PoolingPass Pass, int LaneCalls, string Why, bool Carries, int Blocks)
    : PassPlan(Pass, LaneCalls, Why)
{
    public override string StrategyName => "deinterleaved rows";
}
