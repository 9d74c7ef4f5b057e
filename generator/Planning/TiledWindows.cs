using PoolGen.Generator.Model;
using PoolGen.Runtime;

namespace PoolGen.Generator.Planning;

/// <summary>Windows of planes that do not overlap, and lie so near each other that some vector holds all columns from one to the next.</summary>
internal static class TiledWindows
{
    // Narrower windows are taken apart column by column.
    private const int LeastColumns = 5;

    /// <summary>Whether windows are such.</summary>
    public static bool In(PoolingSpec spec) =>
        spec is { Layout: TensorLayout.ChannelsFirst, IsAdaptive: false, HasDepth: false }
        && spec.Element.Bytes >= ElementType.Single.Bytes
        && spec.Width.Stride * spec.Element.Bytes <= VectorBytes.Widest
        && spec.Axes.All(axis => axis.Dilation == 1 && axis.Kernel <= axis.Stride);

    /// <summary>Whether windows are such, and wide enough to gain from it in every pass.</summary>
    public static bool AreWide(PoolingSpec spec) => In(spec) && spec.Width.Kernel >= LeastColumns;
}
