using PoolGen.Testing;

namespace PoolGen.Kernels.Tests;

/// <summary>
/// Input shapes whose extents run from 1 to 70, past every vector width and its tails. One extent runs while the others go through short
/// cycles of lengths without a common factor, so that the combinations differ.
/// </summary>
internal static class ShapeGrid
{
    private const int Longest = 70;
    private const int ManyTaps = 100;

    // Rows of pixels are cut into three, where windows are large.
    private const int TapsOfTiles = 36;
    private static readonly PoolingShape s_rowOfTiles = new(1, 65, 8, 150);

    // 32 vectors of 16 elements, 16 more, one more and a part of one.
    private const int BlocksOfChannels = 789;

    private static readonly int[] s_shortExtents = [1, 7, 2, 12, 3, 5, 9, 4, 21];
    private static readonly (int Batch, int Channels)[] s_planes = [(1, 1), (1, 2), (2, 3), (1, 5)];

    /// <summary>The shapes for a configuration; not every one is accepted by it.</summary>
    public static IEnumerable<PoolingShape> For(ReferenceSpec spec)
    {
        if (spec.InputExtents is not null)
            return Known(spec);

        // The oracle reads every tap: large windows take every third extent.
        int step = spec.Taps >= ManyTaps ? 3 : 1;
        IEnumerable<PoolingShape> shapes = spec.Layout == TensorLayout.ChannelsLast ? ChannelsLast(step) : ChannelsFirst(step);
        if (spec.ElementType != typeof(float) && spec.ElementType != typeof(double))
            shapes = shapes.Concat(Wide);
        if (IsGlobal(spec))
            shapes = shapes.Concat(ManyPlanes);
        if (spec.Layout == TensorLayout.ChannelsLast && spec.Taps >= TapsOfTiles)
            shapes = shapes.Append(s_rowOfTiles);
        return shapes.Select(spec.OfRank).Concat(spec is { Rank: 2, OutputSize: null } ? OneWindow(spec) : []);
    }

    /// <summary>Whether a window covers its plane, whatever its extents.</summary>
    public static bool IsGlobal(ReferenceSpec spec) => spec.OutputSize?.All(size => size == 1) == true;

    /// <summary>Where extents are known, planes and channels are all that differs.</summary>
    private static IEnumerable<PoolingShape> Known(ReferenceSpec spec)
    {
        for (int channels = 1; channels <= Longest / 2; channels += 1 + channels / 6)
            yield return spec.OfKnownExtents(1 + channels % 3, channels);
    }

    /// <summary>Planes as large as the window: one, as many as lanes are left over from vectors, and many.</summary>
    private static IEnumerable<PoolingShape> OneWindow(ReferenceSpec spec)
    {
        foreach ((int batch, int channels) in ((int, int)[])[(1, 1), (2, 3), (3, 7), (1, 33)])
            yield return new PoolingShape(batch, channels, spec.Kernel[0], spec.Kernel[1]);
        if (spec.Layout == TensorLayout.ChannelsLast && spec.Taps < ManyTaps)
            yield return new PoolingShape(1, BlocksOfChannels, spec.Kernel[0], spec.Kernel[1]);
        yield return new PoolingShape(1, 2, spec.Kernel[0], spec.Kernel[1] + 1);
    }

    /// <summary>More planes than a vector has lanes, of less than a vector up to more than a few.</summary>
    private static IEnumerable<PoolingShape> ManyPlanes =>
        from extent in (int[])[1, 3, 4, 5, 15, 16, 17, 31, 33, 49, 64, 127, 128, 140]
        select new PoolingShape(1 + extent % 2, 33, 1, extent);

    private static IEnumerable<PoolingShape> ChannelsFirst(int step)
    {
        for (int extent = 1; extent <= Longest; extent += step)
        {
            (int batch, int channels) = s_planes[extent % s_planes.Length];
            yield return new PoolingShape(batch, channels, Short(extent), extent);
            yield return new PoolingShape(batch, channels, extent, Short(extent + 4));
        }
        yield return new PoolingShape(1, 1, 40, 41);
        yield return new PoolingShape(2, 2, 33, 67);

        // Planes that vectors reach beyond, some of them beyond the next one too, as many as pairs need.
        for (int extent = 1; extent <= 9; extent++)
            yield return new PoolingShape(1, 19 + extent, 1 + extent % 3, extent);
        for (int extent = 4; extent <= 9; extent++)
            yield return new PoolingShape(1, 7 + extent, extent, extent + 1);
    }

    private static IEnumerable<PoolingShape> ChannelsLast(int step)
    {
        for (int extent = 1; extent <= Longest; extent += step)
        {
            yield return new PoolingShape(1 + extent % 2, extent, Short(extent), Short(extent + 3));
            if (extent % 4 == 1)
            {
                yield return new PoolingShape(1, 1 + extent % 9, Short(extent), extent);
                yield return new PoolingShape(1, 1 + extent % 9, extent, Short(extent + 4));
            }
        }
        yield return new PoolingShape(2, 19, 30, 31);
    }

    /// <summary>Several vectors of the narrowest elements and their tails, and planes and samples that are converted in several bands.</summary>
    private static IEnumerable<PoolingShape> Wide =>
    [
        new(1, 1, 9, 126), new(1, 2, 7, 127), new(1, 1, 21, 128), new(2, 1, 9, 129), new(1, 1, 4, 150), new(1, 1, 9, 191), new(1, 1, 3, 192),
        new(1, 1, 21, 193), new(1, 1, 5, 257), new(1, 127, 5, 6), new(1, 130, 9, 4), new(2, 193, 3, 5), new(1, 1, 290, 250), new(1, 61, 40, 31),
    ];

    private static int Short(int number) => s_shortExtents[number % s_shortExtents.Length];
}
