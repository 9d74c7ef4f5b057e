using System.Numerics;
using PoolGen.Testing;

namespace PoolGen.Kernels.Tests;

/// <content>Element types that cannot hold their own sums: Half and the integers.</content>
internal static partial class PoolingRegistry
{
    private static PoolingEntry[] OfNarrowElements =>
    [
        Extreme<HalfMax3x3, Half>(new(PoolingKind.Max, [3, 3]) { Stride = [1, 1], PadBegin = [1, 1], PadEnd = [1, 1] }),
        Extreme<HalfMax2x2, Half>(new(PoolingKind.Max, [2, 2]) { Ties = TieRule.First }),
        Extreme<HalfMinChannelsLast, Half>(ChannelsLast(new(PoolingKind.Min, [3, 3]) { Stride = [1, 1], PadBegin = [1, 0], PadEnd = [1, 2], Ties = TieRule.Last })),
        Plain<HalfAverage2x2, Half>(new(PoolingKind.Average, [2, 2])),
        Plain<HalfAverage3x3, Half>(new(PoolingKind.Average, [3, 3]) { Stride = [1, 1], PadBegin = [1, 1], PadEnd = [1, 1] }),
        Plain<HalfSum3x3, Half>(new(PoolingKind.Sum, [3, 3]) { Stride = [1, 1], PadBegin = [1, 1], PadEnd = [1, 1] }),
        Extreme<ByteMax3x3, byte>(new(PoolingKind.Max, [3, 3]) { Stride = [1, 1], PadBegin = [1, 1], PadEnd = [1, 1] }),
        Extreme<ByteMax2x2, byte>(new(PoolingKind.Max, [2, 2]) { Ties = TieRule.First }),
        Extreme<ByteMinChannelsLast, byte>(ChannelsLast(new(PoolingKind.Min, [3, 3]) { Stride = [1, 1], PadBegin = [1, 0], PadEnd = [1, 2], Ties = TieRule.Last })),
        Plain<ByteAverage2x2, byte>(new(PoolingKind.Average, [2, 2])),
        Plain<ByteAverage3x3, byte>(new(PoolingKind.Average, [3, 3]) { Stride = [1, 1], PadBegin = [1, 1], PadEnd = [1, 1] }),
        Plain<ByteSum3x3, byte>(new(PoolingKind.Sum, [3, 3]) { Stride = [1, 1], PadBegin = [1, 1], PadEnd = [1, 1] }),
        Extreme<SByteMax3x3, sbyte>(new(PoolingKind.Max, [3, 3]) { Stride = [1, 1], PadBegin = [1, 1], PadEnd = [1, 1] }),
        Extreme<SByteMax2x2, sbyte>(new(PoolingKind.Max, [2, 2]) { Ties = TieRule.First }),
        Extreme<SByteMinChannelsLast, sbyte>(ChannelsLast(new(PoolingKind.Min, [3, 3]) { Stride = [1, 1], PadBegin = [1, 0], PadEnd = [1, 2], Ties = TieRule.Last })),
        Plain<SByteAverage2x2, sbyte>(new(PoolingKind.Average, [2, 2])),
        Plain<SByteAverage3x3, sbyte>(new(PoolingKind.Average, [3, 3]) { Stride = [1, 1], PadBegin = [1, 1], PadEnd = [1, 1] }),
        Plain<SByteSum3x3, sbyte>(new(PoolingKind.Sum, [3, 3]) { Stride = [1, 1], PadBegin = [1, 1], PadEnd = [1, 1] }),
        Extreme<ShortMax3x3, short>(new(PoolingKind.Max, [3, 3]) { Stride = [1, 1], PadBegin = [1, 1], PadEnd = [1, 1] }),
        Extreme<ShortMax2x2, short>(new(PoolingKind.Max, [2, 2]) { Ties = TieRule.First }),
        Extreme<ShortMinChannelsLast, short>(ChannelsLast(new(PoolingKind.Min, [3, 3]) { Stride = [1, 1], PadBegin = [1, 0], PadEnd = [1, 2], Ties = TieRule.Last })),
        Plain<ShortAverage2x2, short>(new(PoolingKind.Average, [2, 2])),
        Plain<ShortAverage3x3, short>(new(PoolingKind.Average, [3, 3]) { Stride = [1, 1], PadBegin = [1, 1], PadEnd = [1, 1] }),
        Plain<ShortSum3x3, short>(new(PoolingKind.Sum, [3, 3]) { Stride = [1, 1], PadBegin = [1, 1], PadEnd = [1, 1] }),
        Extreme<IntMax3x3, int>(new(PoolingKind.Max, [3, 3]) { Stride = [1, 1], PadBegin = [1, 1], PadEnd = [1, 1] }),
        Extreme<IntMax2x2, int>(new(PoolingKind.Max, [2, 2]) { Ties = TieRule.First }),
        Extreme<IntMinChannelsLast, int>(ChannelsLast(new(PoolingKind.Min, [3, 3]) { Stride = [1, 1], PadBegin = [1, 0], PadEnd = [1, 2], Ties = TieRule.Last })),
        Plain<IntAverage2x2, int>(new(PoolingKind.Average, [2, 2])),
        Plain<IntAverage3x3, int>(new(PoolingKind.Average, [3, 3]) { Stride = [1, 1], PadBegin = [1, 1], PadEnd = [1, 1] }),
        Plain<IntSum3x3, int>(new(PoolingKind.Sum, [3, 3]) { Stride = [1, 1], PadBegin = [1, 1], PadEnd = [1, 1] }),
        Extreme<HalfMaxIgnoresNaN, Half>(new(PoolingKind.Max, [3, 3]) { Stride = [2, 2], PadBegin = [1, 1], PadEnd = [1, 1], Ceil = true, Ties = TieRule.Split, NaN = NaNRule.Ignore }),
        Extreme<HalfMinIgnoresNaN, Half>(new(PoolingKind.Min, [2, 3]) { Stride = [1, 1], Dilation = [1, 2], PadBegin = [1, 4], PadEnd = [1, 4], NaN = NaNRule.Ignore }),
        Plain<HalfAverageChannelsLast, Half>(ChannelsLast(new(PoolingKind.Average, [3, 3]) { Stride = [2, 2], AutoPad = AutoPadding.SameLower, CountIncludePad = true })),
        Plain<HalfAverage13x13, Half>(new(PoolingKind.Average, [13, 13]) { Stride = [1, 1], PadBegin = [6, 6], PadEnd = [6, 6] }),
        Plain<HalfNorm3x3, Half>(new(PoolingKind.Lp, [3, 3]) { Stride = [1, 1], PadBegin = [1, 1], PadEnd = [1, 1] }),
        Plain<HalfNorm3ChannelsLast, Half>(ChannelsLast(new(PoolingKind.Lp, [2, 2]) { NormType = 3 })),
        Extreme<HalfMaxRow, Half>(new(PoolingKind.Max, [3]) { Stride = [1], PadBegin = [1], PadEnd = [1], Ties = TieRule.First }),
        Extreme<ByteMax3x3Stride2, byte>(new(PoolingKind.Max, [3, 3]) { Stride = [2, 2], PadBegin = [1, 1], PadEnd = [1, 1], Ties = TieRule.First }),
        Extreme<ByteMax13x13, byte>(new(PoolingKind.Max, [13, 13]) { Stride = [1, 1], PadBegin = [6, 6], PadEnd = [6, 6] }),
        Extreme<ByteMax13x13ChannelsLast, byte>(ChannelsLast(new(PoolingKind.Max, [13, 13]) { Stride = [1, 1], PadBegin = [6, 6], PadEnd = [6, 6] })),
        Extreme<SByteMin11x11Stride3, sbyte>(new(PoolingKind.Min, [11, 11]) { Stride = [3, 3] }),
        Extreme<ByteMax3x3Tiles, byte>(new(PoolingKind.Max, [3, 3])),
        Extreme<ByteMax5x5ChannelsLast, byte>(ChannelsLast(new(PoolingKind.Max, [5, 5]) { Stride = [1, 1], PadBegin = [2, 2], PadEnd = [2, 2], Ties = TieRule.First })),
        Extreme<ByteMaxDilated, byte>(new(PoolingKind.Max, [3, 2]) { Stride = [1, 1], Dilation = [2, 3], PadBegin = [2, 1], PadEnd = [1, 2] }),
        Extreme<ByteMaxEmptyWindows, byte>(new(PoolingKind.Max, [2, 2]) { Stride = [1, 1], Dilation = [5, 5], PadBegin = [4, 4], PadEnd = [4, 4] }),
        Extreme<ByteMinStride4, byte>(new(PoolingKind.Min, [4, 4]) { Stride = [3, 4], Ties = TieRule.Last }),
        Plain<ByteAverageChannelsLast, byte>(ChannelsLast(new(PoolingKind.Average, [3, 3]) { Stride = [2, 2], PadBegin = [1, 1], PadEnd = [1, 1], Ceil = true, CountIncludePad = true })),
        Plain<ByteAverage20x20, byte>(new(PoolingKind.Average, [20, 20]) { Stride = [3, 3], PadBegin = [7, 7], PadEnd = [7, 7] }),
        Plain<ByteAverageDivisor, byte>(new(PoolingKind.Average, [3, 3]) { Stride = [1, 1], DivisorOverride = 2 }),
        Plain<ByteAverageRow, byte>(new(PoolingKind.Average, [5]) { Stride = [2], PadBegin = [2], PadEnd = [2] }),
        Extreme<SByteMax20x20, sbyte>(new(PoolingKind.Max, [20, 20]) { Stride = [3, 3], PadBegin = [7, 7], PadEnd = [7, 7], Ties = TieRule.Last }),
        Extreme<SByteMin3x3Stride3, sbyte>(new(PoolingKind.Min, [3, 3]) { PadBegin = [1, 2], PadEnd = [0, 1] }),
        Plain<SByteAverageSame, sbyte>(new(PoolingKind.Average, [4, 4]) { Stride = [1, 1], AutoPad = AutoPadding.SameUpper }),
        Extreme<ShortMax4x4, short>(new(PoolingKind.Max, [4, 4]) { Stride = [2, 2], PadBegin = [1, 1], PadEnd = [1, 1] }),
        Extreme<ShortMax3x3Tiles, short>(new(PoolingKind.Max, [3, 3]) { Ties = TieRule.Split }),
        Extreme<ShortMin9x9ChannelsLast, short>(ChannelsLast(new(PoolingKind.Min, [9, 9]) { Stride = [1, 1], PadBegin = [4, 4], PadEnd = [4, 4] })),
        Plain<ShortAverage16x16, short>(new(PoolingKind.Average, [16, 16]) { Stride = [4, 4] }),
        Plain<ShortSumChannelsLast, short>(ChannelsLast(new(PoolingKind.Sum, [3, 3]) { Stride = [2, 2], PadBegin = [1, 1], PadEnd = [1, 1], Ceil = true })),
        Extreme<IntMax3x3Stride2, int>(new(PoolingKind.Max, [3, 3]) { Stride = [2, 2], PadBegin = [1, 1], PadEnd = [1, 1], Ties = TieRule.First }),
        Extreme<IntMaxSplit, int>(new(PoolingKind.Max, [3, 3]) { Stride = [1, 1], Ties = TieRule.Split }),
        Extreme<IntMax13x13, int>(new(PoolingKind.Max, [13, 13]) { Stride = [1, 1], PadBegin = [6, 6], PadEnd = [6, 6] }),
        Plain<IntAverageChannelsLast, int>(ChannelsLast(new(PoolingKind.Average, [5, 3]) { Stride = [1, 1], PadBegin = [2, 1], PadEnd = [2, 1] })),
        Plain<IntAveragePaddingCounts, int>(new(PoolingKind.Average, [3, 3]) { Stride = [2, 2], PadBegin = [1, 1], PadEnd = [1, 1], Ceil = true, CountIncludePad = true }),
    ];

    private static PoolingEntry<T> Extreme<TPooling, T>(ReferenceSpec spec)
        where TPooling : IIndexedPooling<T>
        where T : unmanaged, INumber<T>, IMinMaxValue<T> =>
        new(typeof(TPooling), spec with { ElementType = typeof(T) }, new IndexedPoolingUnderTest<TPooling, T>());

    private static PoolingEntry<T> Plain<TPooling, T>(ReferenceSpec spec)
        where TPooling : IPooling<T>
        where T : unmanaged, INumber<T>, IMinMaxValue<T> =>
        new(typeof(TPooling), spec with { ElementType = typeof(T) }, new PlainPoolingUnderTest<TPooling, T>());
}
