namespace PoolGen.Kernels.Tests;

/// <summary>Windows that do not overlap: with gaps, padded at either end, as many columns as a vector and as few as three.</summary>
internal static partial class PoolingRegistry
{
    private static IEnumerable<PoolingEntry> OfTiles =>
    [
        Max<MaxTiles6x6>(new(PoolingKind.Max, [6, 6])),
        Max<MaxTiles6x6First>(new(PoolingKind.Max, [6, 6]) { Ties = TieRule.First }),
        Max<MaxTilesApart>(new(PoolingKind.Max, [7, 5]) { Stride = [8, 6], PadBegin = [3, 2], PadEnd = [5, 3], Ceil = true }),
        Max<MinTilesLast>(new(PoolingKind.Min, [5, 6]) { Stride = [5, 7], PadBegin = [2, 3], PadEnd = [4, 2], Ceil = true, Ties = TieRule.Last }),
        Max<MaxTilesSplit>(new(PoolingKind.Max, [6, 8]) { PadBegin = [0, 5], PadEnd = [3, 0], Ties = TieRule.Split, NaN = NaNRule.Ignore }),
        Max<MinTilesSame>(new(PoolingKind.Min, [6, 6]) { Stride = [7, 6], AutoPad = AutoPadding.SameUpper, Ties = TieRule.First, NaN = NaNRule.Ignore }),
        Max<MaxTiles12x3>(new(PoolingKind.Max, [12, 3]) { PadBegin = [1, 1], PadEnd = [1, 1] }),
        Max<MaxTiles2x16>(new(PoolingKind.Max, [2, 16]) { Stride = [3, 16], PadBegin = [0, 9] }),
        Max<MinTiles20x5>(new(PoolingKind.Min, [20, 5]) { PadBegin = [7, 0] }),
        Max<MaxTilesLookedUp>(new(PoolingKind.Max, [9, 9]) { PadBegin = [4, 2], PadEnd = [0, 5] }),
        MaxOfDouble<MaxTilesDouble>(new(PoolingKind.Max, [7, 7]) { PadBegin = [3, 3], PadEnd = [3, 3] }),
        MaxOfDouble<MaxTilesDoubleFirst>(new(PoolingKind.Max, [5, 5]) { Stride = [5, 8], PadBegin = [2, 2], PadEnd = [2, 2], Ties = TieRule.First }),
        Extreme<IntMaxTiles, int>(new(PoolingKind.Max, [6, 6])),
        Extreme<HalfMinTiles, Half>(new(PoolingKind.Min, [5, 5]) { PadBegin = [2, 2], PadEnd = [2, 2], Ties = TieRule.Last }),
    ];
}
