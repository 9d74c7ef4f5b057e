namespace PoolGen.Kernels.Tests;

/// <summary>Windows whose winners are told by columns: overlapping and not, dilated, empty, at distances with and without lane operations.</summary>
internal static partial class PoolingRegistry
{
    private static IEnumerable<PoolingEntry> OfColumns =>
    [
        Max<MaxColumns7x7>(new(PoolingKind.Max, [7, 7]) { Stride = [2, 2], PadBegin = [3, 3], PadEnd = [3, 3] }),
        Max<MaxColumns7x7Last>(new(PoolingKind.Max, [7, 7]) { Stride = [3, 3], PadBegin = [2, 2], PadEnd = [2, 2], Ties = TieRule.Last }),
        Max<MaxColumnsDilated>(new(PoolingKind.Max, [6, 6]) { Stride = [1, 1], Dilation = [2, 2], PadBegin = [5, 5], PadEnd = [5, 5], Ceil = true }),
        Max<MaxColumnsFar>(new(PoolingKind.Max, [6, 7]) { Stride = [5, 6], PadBegin = [3, 2], PadEnd = [2, 4], Ceil = true, Ties = TieRule.Split }),
        Max<MinColumnsDilatedSplit>(new(PoolingKind.Min, [6, 6]) { Stride = [3, 2], Dilation = [2, 3], PadBegin = [5, 7], PadEnd = [4, 3], Ties = TieRule.Split, NaN = NaNRule.Ignore }),
        Max<MaxColumnsEmpty>(new(PoolingKind.Max, [2, 17]) { Stride = [1, 4], Dilation = [4, 1], PadBegin = [4, 8], PadEnd = [3, 16] }),
        Max<MinColumns20x3>(new(PoolingKind.Min, [20, 3]) { Stride = [7, 3], PadBegin = [6, 1], PadEnd = [19, 0] }),
        Max<MaxColumnsFirst>(new(PoolingKind.Max, [7, 6]) { Stride = [4, 4], PadBegin = [3, 3], PadEnd = [3, 3], Ties = TieRule.First }),
        Max<MinColumnsLookedUp>(new(PoolingKind.Min, [5, 10]) { Stride = [3, 6], Dilation = [2, 1], PadBegin = [6, 4], PadEnd = [3, 9], Ceil = true, Ties = TieRule.Last, NaN = NaNRule.Ignore }),
        Max<MaxColumns17x17>(new(PoolingKind.Max, [17, 17]) { Stride = [17, 17], PadBegin = [8, 5], PadEnd = [0, 8], Ties = TieRule.First }),
        Max<MaxLookedUp5x5Split>(new(PoolingKind.Max, [5, 5]) { Stride = [2, 2], PadBegin = [2, 1], PadEnd = [0, 2], Ties = TieRule.Split }),
        Max<MaxColumns5x5ChannelsLast>(ChannelsLast(new(PoolingKind.Max, [5, 5]) { Stride = [2, 2], PadBegin = [2, 2], PadEnd = [2, 2], Ties = TieRule.Last })),
        Max<MaxColumnsSameChannelsLast>(ChannelsLast(new(PoolingKind.Max, [5, 5]) { Stride = [2, 2], AutoPad = AutoPadding.SameLower, Ties = TieRule.First })),
        Max<MaxColumns4x6ChannelsLast>(ChannelsLast(new(PoolingKind.Max, [4, 6]) { Stride = [6, 1], Ties = TieRule.First, NaN = NaNRule.Ignore })),
        Max<MinColumnsDilatedChannelsLast>(ChannelsLast(new(PoolingKind.Min, [3, 6]) { Stride = [2, 3], Dilation = [3, 2], PadBegin = [6, 4], PadEnd = [5, 9], Ceil = true, Ties = TieRule.Split })),
        Max<MaxColumnsTilesChannelsLast>(ChannelsLast(new(PoolingKind.Max, [3, 17]) { Stride = [3, 17] })),
        Max<MaxCompared32x3>(new(PoolingKind.Max, [32, 3]) { Stride = [2, 2], PadBegin = [15, 1], PadEnd = [20, 1], Ties = TieRule.Split }),
        Max<MinCompared3x33ChannelsLast>(ChannelsLast(new(PoolingKind.Min, [3, 33]) { Stride = [2, 5], PadBegin = [1, 20], PadEnd = [1, 30], NaN = NaNRule.Ignore })),
        Max<MaxSearched2x32>(new(PoolingKind.Max, [2, 32]) { Stride = [3, 33], PadBegin = [1, 16], PadEnd = [1, 20] }),
        Max<MaxColumnsOfRow>(ChannelsLast(new(PoolingKind.Max, [20]) { Stride = [3], PadBegin = [7], PadEnd = [7] })),
        MaxOfDouble<MaxColumnsDouble>(new(PoolingKind.Max, [6, 6]) { Stride = [4, 4], PadBegin = [3, 3], PadEnd = [3, 3] }),
        MaxOfDouble<MaxColumnsDoubleChannelsLast>(ChannelsLast(new(PoolingKind.Max, [5, 5]) { Stride = [3, 3], PadBegin = [1, 1], PadEnd = [1, 1] })),
        Extreme<ByteMaxColumnsChannelsLast, byte>(ChannelsLast(new(PoolingKind.Max, [5, 5]) { Stride = [2, 2], PadBegin = [1, 1], PadEnd = [1, 1], Ties = TieRule.First })),
        Extreme<HalfMinColumns, Half>(new(PoolingKind.Min, [7, 7]) { Stride = [3, 3], PadBegin = [3, 3], PadEnd = [3, 3], Ties = TieRule.Split }),
    ];
}
