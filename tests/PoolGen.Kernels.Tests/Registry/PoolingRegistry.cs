using PoolGen.Testing;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>
/// Every pooling of these tests with its expectation, stated a second time: a test compares it with the attribute, so that neither
/// can drift.
/// </summary>
internal static partial class PoolingRegistry
{
    public static IReadOnlyList<PoolingEntry> All { get; } =
    [
        Max<Max1x1>(new(PoolingKind.Max, [1, 1])),
        Max<Max2x2>(new(PoolingKind.Max, [2, 2])),
        Mean<Average2x2>(new(PoolingKind.Average, [2, 2])),
        Max<Max3x3>(new(PoolingKind.Max, [3, 3]) { Stride = [1, 1] }),
        Max<Max3x3First>(new(PoolingKind.Max, [3, 3]) { Stride = [1, 1], Ties = TieRule.First }),
        Max<Max3x3Last>(new(PoolingKind.Max, [3, 3]) { Stride = [1, 1], Ties = TieRule.Last }),
        Max<Max3x3Split>(new(PoolingKind.Max, [3, 3]) { Stride = [1, 1], Ties = TieRule.Split }),
        Mean<Average3x3>(new(PoolingKind.Average, [3, 3]) { Stride = [1, 1] }),
        Max<Max3x3Padded>(new(PoolingKind.Max, [3, 3]) { Stride = [1, 1], PadBegin = [1, 1], PadEnd = [1, 1], Ties = TieRule.First }),
        Mean<Average3x3Padded>(new(PoolingKind.Average, [3, 3]) { Stride = [1, 1], PadBegin = [1, 1], PadEnd = [1, 1] }),
        Mean<Average3x3PaddingCounts>(new(PoolingKind.Average, [3, 3]) { Stride = [1, 1], PadBegin = [1, 1], PadEnd = [1, 1], CountIncludePad = true }),
        Mean<Average2x2FullyPadded>(new(PoolingKind.Average, [2, 2]) { Stride = [1, 1], PadBegin = [1, 1], PadEnd = [1, 1] }),
        Mean<Average3x2FullyPadded>(new(PoolingKind.Average, [3, 2]) { Stride = [1, 1], PadBegin = [2, 1], PadEnd = [0, 1] }),
        Max<Max3x3WidePadding>(new(PoolingKind.Max, [3, 3]) { Stride = [1, 1], PadBegin = [2, 2], PadEnd = [2, 2] }),
        Max<Max3x3Stride2>(new(PoolingKind.Max, [3, 3]) { Stride = [2, 2], PadBegin = [1, 1], PadEnd = [1, 1], Ties = TieRule.First }),
        Max<Max3x3Stride2All>(new(PoolingKind.Max, [3, 3]) { Stride = [2, 2], PadBegin = [1, 1], PadEnd = [1, 1] }),
        Mean<Average3x3Stride2>(new(PoolingKind.Average, [3, 3]) { Stride = [2, 2], PadBegin = [1, 1], PadEnd = [1, 1] }),
        Max<Max5x5>(new(PoolingKind.Max, [5, 5]) { Stride = [1, 1], PadBegin = [2, 2], PadEnd = [2, 2], Ties = TieRule.First }),
        Mean<Average5x5>(new(PoolingKind.Average, [5, 5]) { Stride = [1, 1], PadBegin = [2, 2], PadEnd = [2, 2] }),
        Max<Max7x7Stride3>(new(PoolingKind.Max, [7, 7]) { Stride = [3, 3] }),
        Max<Max2x2Stride1>(new(PoolingKind.Max, [2, 2]) { Stride = [1, 1] }),
        Max<Max4x4>(new(PoolingKind.Max, [4, 4]) { Ties = TieRule.Split }),
        Mean<Average4x4>(new(PoolingKind.Average, [4, 4])),
        Max<Max13x13>(new(PoolingKind.Max, [13, 13]) { Stride = [1, 1], PadBegin = [6, 6], PadEnd = [6, 6], Ties = TieRule.First }),
        Mean<Average13x13>(new(PoolingKind.Average, [13, 13]) { Stride = [1, 1], PadBegin = [6, 6], PadEnd = [6, 6] }),
        Max<Max2x5Last>(new(PoolingKind.Max, [2, 5]) { Stride = [1, 1], PadBegin = [1, 0], PadEnd = [0, 3], Ties = TieRule.Last }),
        Max<Max4x4SameSplit>(new(PoolingKind.Max, [4, 4]) { Stride = [1, 1], AutoPad = AutoPadding.SameLower, Ties = TieRule.Split }),
        Max<Max3x4IgnoresNaN>(new(PoolingKind.Max, [3, 4]) { Stride = [1, 1], PadBegin = [2, 1], PadEnd = [0, 2], Ties = TieRule.First, NaN = NaNRule.Ignore }),
        Max<Max13x13All>(new(PoolingKind.Max, [13, 13]) { Stride = [1, 1], PadBegin = [6, 6], PadEnd = [6, 6] }),
        Max<Max3x3ChannelsLast>(ChannelsLast(new(PoolingKind.Max, [3, 3]) { Stride = [1, 1], PadBegin = [1, 1], PadEnd = [1, 1] })),
        Max<Max5x3SplitChannelsLast>(ChannelsLast(new(PoolingKind.Max, [5, 3]) { Stride = [1, 1], PadBegin = [2, 0], PadEnd = [4, 2], Ties = TieRule.Split })),
        Max<Max4x4SameChannelsLast>(ChannelsLast(new(PoolingKind.Max, [4, 4]) { Stride = [1, 1], AutoPad = AutoPadding.SameUpper, Ties = TieRule.Last, NaN = NaNRule.Ignore })),
        MaxOfDouble<MinDoubleChannelsLast>(ChannelsLast(new(PoolingKind.Min, [3, 3]) { Stride = [1, 1], Ties = TieRule.First })),
        Max<Max20x20>(new(PoolingKind.Max, [20, 20]) { Stride = [3, 3], PadBegin = [7, 7], PadEnd = [7, 7], Ties = TieRule.Last }),
        Max<Max10x17>(new(PoolingKind.Max, [10, 17]) { Stride = [1, 2], PadBegin = [4, 0], PadEnd = [7, 9], NaN = NaNRule.Ignore }),
        Max<Max1x70>(new(PoolingKind.Max, [1, 70]) { Stride = [1, 1], PadBegin = [0, 40], PadEnd = [0, 47], Ties = TieRule.First }),
        Mean<Average12x31>(new(PoolingKind.Average, [12, 31]) { Stride = [1, 1], PadBegin = [3, 30], PadEnd = [11, 2] }),
        Mean<Average11x11PaddingCounts>(new(PoolingKind.Average, [11, 11]) { Stride = [1, 1], PadBegin = [4, 4], PadEnd = [4, 4], CountIncludePad = true }),
        Mean<Average9x14Ceil>(new(PoolingKind.Average, [9, 14]) { Stride = [4, 3], PadBegin = [2, 2], PadEnd = [2, 2], Ceil = true, CountIncludePad = true }),
        Mean<Average8x8Same>(new(PoolingKind.Average, [8, 8]) { Stride = [5, 5], AutoPad = AutoPadding.SameUpper }),
        Mean<Average7x7>(new(PoolingKind.Average, [7, 7]) { Stride = [1, 1] }),
        Max<Max5x4>(new(PoolingKind.Max, [5, 4]) { Stride = [1, 1], Ties = TieRule.First, NaN = NaNRule.Ignore }),
        Mean<Average7x7ChannelsLast>(ChannelsLast(new(PoolingKind.Average, [7, 7]) { Stride = [1, 1], DivisorOverride = 10 })),
        Max<Max5x5TilesChannelsLast>(ChannelsLast(new(PoolingKind.Max, [5, 5]) { Ties = TieRule.Last, NaN = NaNRule.Ignore })),
        Max<Max3x5>(new(PoolingKind.Max, [3, 5]) { Stride = [1, 2], PadBegin = [1, 0], PadEnd = [0, 3] }),
        Mean<Average3x5>(new(PoolingKind.Average, [3, 5]) { Stride = [2, 1], PadBegin = [0, 2], PadEnd = [1, 4], CountIncludePad = true }),
        Max<Max1x7>(new(PoolingKind.Max, [1, 7]) { Stride = [1, 1], PadBegin = [0, 3], PadEnd = [0, 3], Ties = TieRule.First }),
        Mean<Average7x1>(new(PoolingKind.Average, [7, 1]) { Stride = [2, 1], PadBegin = [3, 0], PadEnd = [2, 0] }),
        Max<Max2x2Stride3>(new(PoolingKind.Max, [2, 2]) { Stride = [3, 3], Ties = TieRule.First }),
        Mean<Average3x3Stride4>(new(PoolingKind.Average, [3, 3]) { Stride = [4, 4], PadBegin = [1, 1], PadEnd = [1, 1] }),
        Max<Max6x6Stride5>(new(PoolingKind.Max, [6, 6]) { Stride = [5, 5], PadBegin = [2, 2], PadEnd = [2, 2], Ties = TieRule.Split }),
        Max<Max5x5Stride2>(new(PoolingKind.Max, [5, 5]) { Stride = [2, 2], PadBegin = [2, 2], PadEnd = [2, 2], Ties = TieRule.Last }),
        Max<Min2x4Stride3>(new(PoolingKind.Min, [2, 4]) { Stride = [3, 3], PadBegin = [1, 2], PadEnd = [0, 3], Ceil = true, Ties = TieRule.Split }),
        Max<Max3x7Same>(new(PoolingKind.Max, [3, 7]) { Stride = [2, 4], AutoPad = AutoPadding.SameLower, Ties = TieRule.First }),
        Max<Max3x3IgnoresNaN>(new(PoolingKind.Max, [3, 3]) { PadBegin = [1, 1], PadEnd = [1, 1], Ceil = true, Ties = TieRule.First, NaN = NaNRule.Ignore }),
        MaxOfDouble<Max3x4Double>(new(PoolingKind.Max, [3, 4]) { Stride = [2, 2], PadBegin = [1, 1], PadEnd = [1, 1], NaN = NaNRule.Ignore }),
        Mean<Average5x5Stride3>(new(PoolingKind.Average, [5, 5]) { Stride = [3, 3], PadBegin = [1, 2], PadEnd = [2, 1], Ceil = true }),
        MeanOfDouble<Average3x3Double>(new(PoolingKind.Average, [3, 3])),
        Max<MaxDilated>(new(PoolingKind.Max, [3, 2]) { Stride = [1, 1], Dilation = [2, 3], PadBegin = [2, 1], PadEnd = [1, 2], Ties = TieRule.First }),
        Mean<AverageDilated>(new(PoolingKind.Average, [3, 3]) { Stride = [2, 2], Dilation = [2, 2], PadBegin = [3, 3], PadEnd = [3, 3] }),
        Max<MaxEmptyWindows>(new(PoolingKind.Max, [2, 2]) { Stride = [1, 1], Dilation = [5, 5], PadBegin = [4, 4], PadEnd = [4, 4] }),
        Max<MaxCeil>(new(PoolingKind.Max, [3, 3]) { Stride = [2, 2], PadBegin = [1, 1], PadEnd = [1, 1], Ceil = true, Ties = TieRule.First }),
        Mean<AverageCeil>(new(PoolingKind.Average, [2, 3]) { Stride = [3, 4], PadBegin = [1, 0], PadEnd = [0, 2], Ceil = true, CountIncludePad = true }),
        Max<MaxSameUpper>(new(PoolingKind.Max, [3, 3]) { Stride = [2, 2], AutoPad = AutoPadding.SameUpper }),
        Mean<AverageSameLower>(new(PoolingKind.Average, [4, 4]) { Stride = [1, 1], AutoPad = AutoPadding.SameLower }),
        Mean<AverageSamePaddingCounts>(new(PoolingKind.Average, [3, 3]) { Stride = [2, 2], AutoPad = AutoPadding.SameUpper, CountIncludePad = true }),
        Max<MaxValid>(new(PoolingKind.Max, [3, 3]) { Stride = [2, 2], AutoPad = AutoPadding.Valid }),
        Mean<AverageDivisor>(new(PoolingKind.Average, [3, 3]) { Stride = [1, 1], PadBegin = [1, 1], PadEnd = [1, 1], DivisorOverride = 7 }),
        Max<MaxIgnoresNaN>(new(PoolingKind.Max, [3, 3]) { Stride = [1, 1], PadBegin = [1, 1], PadEnd = [1, 1], NaN = NaNRule.Ignore }),
        Max<Max2x2IgnoresNaN>(new(PoolingKind.Max, [2, 2]) { Ties = TieRule.Last, NaN = NaNRule.Ignore }),
        Max<MaxChannelsLast>(ChannelsLast(new(PoolingKind.Max, [3, 3]) { Stride = [1, 1], PadBegin = [1, 1], PadEnd = [1, 1], Ties = TieRule.First })),
        Max<Max2x2ChannelsLast>(ChannelsLast(new(PoolingKind.Max, [2, 2]))),
        Max<MaxCeilChannelsLast>(ChannelsLast(new(PoolingKind.Max, [3, 3]) { Stride = [2, 2], Ceil = true, Ties = TieRule.Split, NaN = NaNRule.Ignore })),
        Mean<AverageChannelsLast>(ChannelsLast(new(PoolingKind.Average, [3, 3]) { Stride = [1, 1], PadBegin = [1, 1], PadEnd = [1, 1] })),
        Mean<AverageSameChannelsLast>(ChannelsLast(new(PoolingKind.Average, [3, 3]) { Stride = [2, 2], AutoPad = AutoPadding.SameLower, CountIncludePad = true })),
        Max<MaxIgnoresNaNChannelsLast>(ChannelsLast(new(PoolingKind.Max, [3, 3]) { Stride = [1, 1], Ties = TieRule.Last, NaN = NaNRule.Ignore })),
        Max<Max5x5ChannelsLast>(ChannelsLast(new(PoolingKind.Max, [5, 5]) { Stride = [1, 1], PadBegin = [2, 2], PadEnd = [2, 2] })),
        Max<Max13x13ChannelsLast>(ChannelsLast(new(PoolingKind.Max, [13, 13]) { Stride = [1, 1], PadBegin = [6, 6], PadEnd = [6, 6] })),
        Max<Max2x5ChannelsLast>(ChannelsLast(new(PoolingKind.Max, [2, 5]) { Stride = [1, 3], PadBegin = [1, 0], PadEnd = [0, 3], Ties = TieRule.Split })),
        Max<Max1x7ChannelsLast>(ChannelsLast(new(PoolingKind.Max, [1, 7]) { Stride = [2, 1], PadBegin = [0, 3], PadEnd = [0, 3], Ties = TieRule.First })),
        Max<Max3x3Stride2ChannelsLast>(ChannelsLast(new(PoolingKind.Max, [3, 3]) { Stride = [2, 2], PadBegin = [1, 1], PadEnd = [1, 1], Ties = TieRule.First })),
        Max<Max3x3Stride2AllChannelsLast>(ChannelsLast(new(PoolingKind.Max, [3, 3]) { Stride = [2, 2], PadBegin = [1, 1], PadEnd = [1, 1] })),
        MaxOfDouble<Max4x4Stride2ChannelsLast>(ChannelsLast(new(PoolingKind.Max, [4, 4]) { Stride = [2, 2], AutoPad = AutoPadding.SameLower, Ties = TieRule.Last })),
        Max<Min3x2ChannelsLast>(ChannelsLast(new(PoolingKind.Min, [3, 2]) { Stride = [1, 2], PadBegin = [2, 1], PadEnd = [1, 0], Ceil = true, Ties = TieRule.First })),
        Max<Min4x3ChannelsLast>(ChannelsLast(new(PoolingKind.Min, [4, 3]) { Stride = [3, 1], PadBegin = [0, 2], PadEnd = [3, 2] })),
        Mean<AveragePaddingCountsChannelsLast>(ChannelsLast(new(PoolingKind.Average, [3, 3]) { Stride = [1, 1], PadBegin = [1, 1], PadEnd = [1, 1], CountIncludePad = true })),
        Mean<Average4x5ChannelsLast>(ChannelsLast(new(PoolingKind.Average, [4, 5]) { Stride = [1, 1], PadBegin = [3, 1], PadEnd = [1, 4] })),
        Mean<Average11x11ChannelsLast>(ChannelsLast(new(PoolingKind.Average, [11, 11]) { Stride = [1, 1], PadBegin = [5, 5], PadEnd = [5, 5] })),
        Mean<AverageCeilChannelsLast>(ChannelsLast(new(PoolingKind.Average, [5, 3]) { Stride = [2, 2], PadBegin = [1, 1], PadEnd = [1, 1], Ceil = true, CountIncludePad = true })),
        Mean<Average7x1ChannelsLast>(ChannelsLast(new(PoolingKind.Average, [7, 1]) { Stride = [1, 1], AutoPad = AutoPadding.SameUpper })),
        MeanOfDouble<AverageDoubleChannelsLast>(ChannelsLast(new(PoolingKind.Average, [2, 2]) { Stride = [1, 1], DivisorOverride = 3 })),
        MaxOfDouble<MaxDouble>(new(PoolingKind.Max, [3, 3]) { Stride = [1, 1], PadBegin = [1, 1], PadEnd = [1, 1], Ties = TieRule.First }),
        MaxOfDouble<Max2x2Double>(new(PoolingKind.Max, [2, 2]) { Ties = TieRule.Split }),
        MeanOfDouble<AverageDouble>(new(PoolingKind.Average, [3, 3]) { Stride = [2, 2], PadBegin = [1, 1], PadEnd = [1, 1] }),
        MaxOfDouble<MaxDoubleChannelsLast>(ChannelsLast(new(PoolingKind.Max, [17, 17]) { Stride = [2, 2], PadBegin = [8, 8], PadEnd = [8, 8] })),
        MeanOfDouble<Average5x5Double>(new(PoolingKind.Average, [5, 5]) { Stride = [1, 1], PadBegin = [1, 2], PadEnd = [3, 0] }),
        MeanOfDouble<Average9x9Double>(new(PoolingKind.Average, [9, 9]) { Stride = [1, 1], PadBegin = [1, 2], PadEnd = [3, 0] }),
        MaxOfDouble<Max15x15Double>(new(PoolingKind.Max, [15, 15]) { Stride = [1, 1], PadBegin = [3, 3], PadEnd = [3, 3], Ties = TieRule.Last }),
        MeanOfDouble<Average6x6Double>(new(PoolingKind.Average, [6, 6])),
        Max<MaxRow>(new(PoolingKind.Max, [3]) { Stride = [1], PadBegin = [1], PadEnd = [1] }),
        Max<MaxRowFirst>(new(PoolingKind.Max, [2]) { Ties = TieRule.First }),
        Max<MaxRowDilated>(new(PoolingKind.Max, [4]) { Stride = [3], Dilation = [2], PadBegin = [3], PadEnd = [1], Ties = TieRule.Split, Ceil = true }),
        Mean<AverageRow>(new(PoolingKind.Average, [5]) { Stride = [2], PadBegin = [2], PadEnd = [2] }),
        Mean<AverageRowChannelsLast>(ChannelsLast(new(PoolingKind.Average, [3]) { Stride = [1], AutoPad = AutoPadding.SameUpper })),
        MaxOfDouble<MaxRowChannelsLast>(ChannelsLast(new(PoolingKind.Max, [13]) { Stride = [1], PadBegin = [6], PadEnd = [6], Ties = TieRule.Last })),
        Max<Min3x3>(new(PoolingKind.Min, [3, 3]) { Stride = [1, 1], PadBegin = [1, 1], PadEnd = [1, 1], Ties = TieRule.First }),
        Max<Min3x3Stride2>(new(PoolingKind.Min, [3, 3]) { Stride = [2, 2], PadBegin = [1, 0], PadEnd = [0, 2] }),
        Max<Min2x2IgnoresNaN>(new(PoolingKind.Min, [2, 2]) { Ties = TieRule.Last, NaN = NaNRule.Ignore }),
        Max<MinChannelsLast>(ChannelsLast(new(PoolingKind.Min, [3, 3]) { Stride = [1, 1], PadBegin = [1, 1], PadEnd = [1, 1], Ties = TieRule.Split })),
        MaxOfDouble<MinDouble>(new(PoolingKind.Min, [5, 5]) { Stride = [1, 1], PadBegin = [2, 2], PadEnd = [2, 2], NaN = NaNRule.Ignore }),
        Mean<Sum3x3>(new(PoolingKind.Sum, [3, 3]) { Stride = [1, 1], PadBegin = [1, 1], PadEnd = [1, 1] }),
        Mean<Sum2x2>(new(PoolingKind.Sum, [2, 2])),
        Mean<SumCeilChannelsLast>(ChannelsLast(new(PoolingKind.Sum, [3, 3]) { Stride = [2, 2], PadBegin = [1, 1], PadEnd = [1, 1], Ceil = true })),
        MeanOfDouble<SumDouble>(new(PoolingKind.Sum, [4, 3]) { Stride = [2, 2], PadBegin = [1, 1], PadEnd = [1, 1] }),
        Mean<Norm3x3>(new(PoolingKind.Lp, [3, 3]) { Stride = [1, 1], PadBegin = [1, 1], PadEnd = [1, 1] }),
        Mean<Norm1>(new(PoolingKind.Lp, [2, 2]) { NormType = 1 }),
        Mean<Norm3ChannelsLast>(ChannelsLast(new(PoolingKind.Lp, [3, 3]) { Stride = [2, 2], PadBegin = [1, 1], PadEnd = [1, 1], Ceil = true, NormType = 3 })),
        MeanOfDouble<NormHalfDouble>(new(PoolingKind.Lp, [2, 3]) { Stride = [2, 1], NormType = 0.5 }),
        Max<MaxStruct>(new(PoolingKind.Max, [2, 2])),
        Mean<AverageRecordStruct>(new(PoolingKind.Average, [2, 2])),
        new PoolingEntry<float>(
            typeof(MaxStatic), new(PoolingKind.Max, [2, 2]) { Ties = TieRule.First }, new IndexedPoolingUnderTest<StaticPooling, float>()),
        Max<Outer<string>.IInner.MaxNested>(new(PoolingKind.Max, [2, 2]) { Ties = TieRule.Last }),
        .. OfNarrowElements,
    ];

    /// <summary>The names of all, for theories.</summary>
    public static TheoryData<string> Names => [.. All.Select(entry => entry.Name)];

    public static PoolingEntry Find(string name) => All.Single(entry => entry.Name == name);

    private static PoolingEntry<float> Max<TPooling>(ReferenceSpec spec)
        where TPooling : IIndexedPooling<float> => new(typeof(TPooling), spec, new IndexedPoolingUnderTest<TPooling, float>());

    private static PoolingEntry<float> Mean<TPooling>(ReferenceSpec spec)
        where TPooling : IPooling<float> => new(typeof(TPooling), spec, new PlainPoolingUnderTest<TPooling, float>());

    private static PoolingEntry<double> MaxOfDouble<TPooling>(ReferenceSpec spec)
        where TPooling : IIndexedPooling<double> =>
        new(typeof(TPooling), spec with { ElementType = typeof(double) }, new IndexedPoolingUnderTest<TPooling, double>());

    private static PoolingEntry<double> MeanOfDouble<TPooling>(ReferenceSpec spec)
        where TPooling : IPooling<double> =>
        new(typeof(TPooling), spec with { ElementType = typeof(double) }, new PlainPoolingUnderTest<TPooling, double>());

    private static ReferenceSpec ChannelsLast(ReferenceSpec spec) => spec with { Layout = TensorLayout.ChannelsLast };
}
