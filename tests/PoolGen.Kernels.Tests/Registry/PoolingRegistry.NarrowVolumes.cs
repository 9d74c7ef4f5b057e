using PoolGen.Testing;

namespace PoolGen.Kernels.Tests;

/// <summary>Narrow elements beyond one and two axes with a kernel.</summary>
internal static partial class PoolingRegistry
{
    private static IEnumerable<PoolingEntry> OfNarrowVolumes =>
    [
        Extreme<ByteMaxVolume, byte>(Padded(new(PoolingKind.Max, [3, 3, 3]) { Stride = [1, 1, 1] })),
        Extreme<ByteMaxVolumeTiles, byte>(new(PoolingKind.Max, [2, 2, 2]) { Ties = TieRule.First }),
        Extreme<SByteMinVolumeUnequal, sbyte>(new(PoolingKind.Min, [2, 3, 4]) { Stride = [1, 2, 3], Dilation = [2, 1, 2], PadBegin = [1, 0, 3], PadEnd = [0, 2, 1], Ceil = true, Ties = TieRule.Last }),
        Extreme<HalfMaxVolumeChannelsLast, Half>(ChannelsLast(Padded(new(PoolingKind.Max, [3, 3, 3]) { Stride = [2, 2, 2] }))),
        Extreme<HalfMinVolumeIgnoresNaN, Half>(new(PoolingKind.Min, [3, 3, 3]) { Stride = [1, 1, 1], PadBegin = [2, 2, 2], PadEnd = [2, 2, 2], Ties = TieRule.Split, NaN = NaNRule.Ignore }),
        Extreme<ShortMaxVolume, short>(Padded(new(PoolingKind.Max, [4, 4, 4]) { Stride = [2, 2, 2], Ties = TieRule.Split })),
        Extreme<ByteMaxVolumeSameChannelsLast, byte>(ChannelsLast(new(PoolingKind.Max, [3, 1, 2]) { Stride = [2, 1, 1], AutoPad = AutoPadding.SameLower, Ties = TieRule.First })),
        Plain<ByteAverageVolume, byte>(Padded(new(PoolingKind.Average, [3, 3, 3]) { Stride = [1, 1, 1] })),
        Plain<SByteAverageVolumeChannelsLast, sbyte>(ChannelsLast(new(PoolingKind.Average, [3, 2, 4]) { Stride = [3, 1, 2], PadBegin = [2, 0, 3], PadEnd = [2, 1, 1], Ceil = true, CountIncludePad = true })),
        Plain<HalfAverageVolume, Half>(new(PoolingKind.Average, [2, 2, 2])),
        Plain<IntSumVolume, int>(Padded(new(PoolingKind.Sum, [3, 3, 3]) { Stride = [2, 2, 2] })),
        Plain<HalfNormVolume, Half>(new(PoolingKind.Lp, [2, 2, 2]) { Stride = [1, 1, 1] }),
        Extreme<ByteAdaptiveMax, byte>(ReferenceSpec.Adaptive(PoolingKind.Max, 5, 7)),
        Extreme<ShortAdaptiveMinChannelsLast, short>(ChannelsLast(ReferenceSpec.Adaptive(PoolingKind.Min, 4, 3) with { Ties = TieRule.First })),
        Extreme<HalfAdaptiveMax, Half>(ReferenceSpec.Adaptive(PoolingKind.Max, 7, 7) with { Ties = TieRule.Last, NaN = NaNRule.Ignore }),
        Plain<ByteAdaptiveAverage, byte>(ReferenceSpec.Adaptive(PoolingKind.Average, 60, 5)),
        Plain<HalfAdaptiveAverageChannelsLast, Half>(ChannelsLast(ReferenceSpec.Adaptive(PoolingKind.Average, 7, 7))),
        Plain<SByteAdaptiveSumRow, sbyte>(ReferenceSpec.Adaptive(PoolingKind.Sum, 4)),
        Plain<IntAdaptiveAverageRow, int>(ChannelsLast(ReferenceSpec.Adaptive(PoolingKind.Average, 3))),
        Extreme<ByteGlobalMax, byte>(ReferenceSpec.Adaptive(PoolingKind.Max, 1, 1) with { Ties = TieRule.First }),
        Plain<IntGlobalAverage, int>(ReferenceSpec.Adaptive(PoolingKind.Average, 1, 1)),
        Plain<HalfGlobalAverageChannelsLast, Half>(ChannelsLast(ReferenceSpec.Adaptive(PoolingKind.Average, 1, 1))),
        Extreme<KnownByteAdaptiveMax, byte>(ReferenceSpec.Adaptive(PoolingKind.Max, 4, 4) with { InputExtents = [10, 31] }),
        Plain<KnownShortAdaptiveAverage, short>(ReferenceSpec.Adaptive(PoolingKind.Average, 5, 5) with { InputExtents = [13, 32] }),
        Plain<KnownIntAverageChannelsLast, int>(ChannelsLast(new(PoolingKind.Average, [3, 3]) { Stride = [2, 2], PadBegin = [0, 1], PadEnd = [0, 1], Ceil = true, CountIncludePad = true, InputExtents = [40, 31] })),
    ];
}
