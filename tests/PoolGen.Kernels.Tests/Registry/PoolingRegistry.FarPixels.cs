namespace PoolGen.Kernels.Tests;

/// <summary>Windows without pixels between them, channels last: padded at either end, sharing rows or columns alone, and with rows between them.</summary>
internal static partial class PoolingRegistry
{
    private static IEnumerable<PoolingEntry> OfFarPixels =>
    [
        Max<Min3x5LastChannelsLast>(ChannelsLast(new(PoolingKind.Min, [3, 5]) { Stride = [2, 3], PadBegin = [1, 2], PadEnd = [2, 1], Ties = TieRule.Last })),
        Max<Max2x4ChannelsLast>(ChannelsLast(new(PoolingKind.Max, [2, 4]) { Stride = [3, 2], PadBegin = [0, 1], PadEnd = [1, 3], Ceil = true })),
        Max<Max3x3Strides2x1FirstChannelsLast>(
            ChannelsLast(new(PoolingKind.Max, [3, 3]) { Stride = [2, 1], PadBegin = [2, 0], PadEnd = [1, 2], Ties = TieRule.First, NaN = NaNRule.Ignore })),
        MaxOfDouble<Min3x2SplitChannelsLastDouble>(ChannelsLast(new(PoolingKind.Min, [3, 2]) { Stride = [1, 2], Ties = TieRule.Split })),
    ];
}
