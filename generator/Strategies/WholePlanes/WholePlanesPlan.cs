using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.WholePlanes;

/// <summary>
/// Planes of a few vectors each, which are combined and folded in registers, as many as a vector has lanes: at the end of a network planes of
/// 7x7 are all that is left of its images.
/// </summary>
/// <param name="MostPlanes">The most planes at once, a power of two: methods for more would be longer than the JIT takes. Vectors of more lanes go through memory.</param>
/// <param name="MostVectors">Planes have fewer vectors.</param>
/// <param name="Size">The elements of a plane, where they are known: its vectors are written out then.</param>
/// <param name="CalledPlanes">The number of planes whose method is called, not inlined: the JIT knows how many lanes a vector has only after it has inlined the code for every number.</param>
internal sealed record SmallPlanes(int MostPlanes, int MostVectors, int? Size, int CalledPlanes);

/// <summary>
/// One window that covers its whole plane: the plane is combined in the order of memory, whatever its extents. Where the window has a kernel,
/// and they are known at run time only, shapes with more windows are left to another strategy.
/// </summary>
/// <param name="Pass">What is computed.</param>
/// <param name="LaneCalls">The lane operations of the largest method of either.</param>
/// <param name="Why">Why this strategy serves the pass.</param>
/// <param name="Divisor">What the sum of a plane is divided by; 0 for its elements, and where nothing is divided.</param>
/// <param name="Divides">Whether the combined value is divided.</param>
/// <param name="Otherwise">How shapes with more windows are computed; null where there are none.</param>
internal sealed record WholePlanesPlan(PoolingPass Pass, int LaneCalls, string Why, int Divisor, bool Divides, PassPlan? Otherwise)
    : PassPlan(Pass, LaneCalls, Why)
{
    /// <summary>
    /// Channels last: the vectors of channels that are combined side by side, from the first pixel to the last, where a core's cache holds the tensors; as
    /// many as are left, the most first. What is left by all goes one by one.
    /// </summary>
    public required EquatableArray<int> Vectors { get; init; }

    /// <summary>Of a vector by itself, the pixels that are combined side by side: one combination would wait for the one before.</summary>
    public int PixelsApart { get; init; } = 1;

    /// <summary>Channels last: the pixels whose channels, all of them, are added to the sums of those before where it does not: memory is read in its order.</summary>
    public int PixelsTogether { get; init; } = 1;

    /// <summary>Channels first: how small planes are combined without going through memory.</summary>
    public required SmallPlanes Small { get; init; }

    public override string StrategyName => Otherwise is null ? "whole planes" : $"whole planes or {Otherwise.StrategyName}";
}
