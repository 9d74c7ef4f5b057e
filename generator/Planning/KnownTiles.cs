using PoolGen.Generator.Model;

namespace PoolGen.Generator.Planning;

/// <summary>Windows without gaps at distances that no strategy with a kernel takes in whole vectors: where extents are known, they are taken like adaptive ones.</summary>
internal static class KnownTiles
{
    private const int MostDistance = 4;

    /// <summary>Whether windows are whole and have no gaps between them, but lie far apart.</summary>
    public static bool In(PoolingSpec spec) =>
        spec.Width.Stride > MostDistance
        && !(spec.Kind == PoolingKind.Average && spec.Divisor.Kind == DivisorKind.Fixed)
        && WindowAxes(spec).All(axis => axis is { IsAdaptive: false, Dilation: 1, Clips: false } && axis.Stride <= axis.Kernel);

    /// <summary>Whether tiles are known to leave nothing of a plane over.</summary>
    public static bool Cover(PoolingSpec spec) =>
        WindowAxes(spec).All(axis => axis.InputExtent is { } extent && (extent - axis.Kernel) % axis.Stride == 0);

    private static IEnumerable<AxisSpec> WindowAxes(PoolingSpec spec) => spec.Axes.Skip(spec.Axes.Count - spec.Rank);
}
