using PoolGen.Testing;

namespace PoolGen.Kernels.Tests;

/// <summary>
/// The shapes of a run between forbidden pages. The axis that vectors lie along has every extent from 1 to 80, past two vectors of 512
/// bits and their tails; the others are short and go through cycles. Pixels of many channels are gone through one by one where they are far away.
/// </summary>
internal static class GuardedShapes
{
    private const int Longest = 80;

    // Rows up to here are served several planes at a time by some passes.
    private const int Narrow = 28;

    // Of a tensor of known extents; GuardedTensors has room for them.
    private const int MostElements = 1 << 17;

    // For windows that do not fit into the rows of the cycle: the largest of the registry has 20.
    private const int RowsOfLargeWindows = 20;

    // Channels of wide pixels: a tail of one behind vectors of any width, and many more than a first-level cache has room for in some windows.
    private static readonly int[] s_wide = [97, 413];

    // Five planes: of some passes four take turns.
    private static readonly (int Batch, int Channels)[] s_planes = [(1, 1), (1, 2), (2, 1), (1, 5)];

    /// <summary>Every shape that the configuration accepts.</summary>
    public static IEnumerable<PoolingShape> For(ReferenceSpec spec)
    {
        if (spec.InputExtents is not null)
        {
            for (int channels = 1; channels <= Longest / 2; channels += 1 + channels / 8)
            {
                PoolingShape shape = spec.OfKnownExtents(1 + channels % 2, channels);
                if (shape.ElementCount <= MostElements)
                    yield return shape;
            }
            yield break;
        }

        bool channelsLast = spec.Layout == TensorLayout.ChannelsLast;
        foreach (int channels in channelsLast ? s_wide : [])
        {
            PoolingShape shape = spec.OfRank(new(2, channels, 8, 9));
            if (ReferencePooling.Fits(spec, shape) && shape.ElementCount <= MostElements)
                yield return shape;
        }
        for (int extent = 1; extent <= Longest; extent++)
        {
            int cycle = extent * 4 % 9;
            foreach (int height in (int[])[1 + cycle, RowsOfLargeWindows + cycle])
            {
                PoolingShape[] shapes = channelsLast ? [Channels(extent, height), new(1, 1 + extent % 5, height, extent)]
                    : ShapeGrid.IsGlobal(spec) ? [Planes(extent, height), new(1, 17, 1, extent)]
                    : extent <= Narrow ? [Planes(extent, height), new(1, 5 + extent % 3, height, extent)]
                    : [Planes(extent, height)];
                PoolingShape[] fitting = [.. shapes.Select(spec.OfRank).Where(shape => ReferencePooling.Fits(spec, shape))];
                foreach (PoolingShape shape in fitting)
                    yield return shape;
                if (fitting.Length > 0)
                    break;
            }
        }
    }

    private static PoolingShape Channels(int channels, int height) => new(1 + channels % 2, channels, height, 1 + height * 2 % 7);

    private static PoolingShape Planes(int width, int height)
    {
        (int batch, int channels) = s_planes[width % s_planes.Length];
        return new(batch, channels, height, width);
    }
}
