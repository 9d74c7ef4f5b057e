using PoolGen.Testing;

namespace PoolGen.Kernels.Tests;

/// <summary>Adaptive and global pooling of volumes.</summary>
internal static partial class PoolingRegistry
{
    private static IEnumerable<PoolingEntry> OfAdaptiveVolumes =>
    [
        Extreme<AdaptiveMaxVolume, float>(ReferenceSpec.Adaptive(PoolingKind.Max, 3, 5, 7) with { Ties = TieRule.First }),
        Extreme<AdaptiveMaxVolumeAll, float>(ReferenceSpec.Adaptive(PoolingKind.Max, 2, 3, 4)),
        Extreme<AdaptiveMaxVolumeLast, float>(ReferenceSpec.Adaptive(PoolingKind.Max, 4, 2, 3) with { Ties = TieRule.Last, NaN = NaNRule.Ignore }),
        Extreme<AdaptiveMinVolumeSplit, double>(ReferenceSpec.Adaptive(PoolingKind.Min, 3, 4, 17) with { Ties = TieRule.Split, NaN = NaNRule.Ignore }),
        Extreme<AdaptiveMaxVolumeChannelsLast, float>(ChannelsLast(ReferenceSpec.Adaptive(PoolingKind.Max, 3, 2, 4) with { Ties = TieRule.First })),
        Extreme<AdaptiveMaxVolumeLastChannelsLast, double>(ChannelsLast(ReferenceSpec.Adaptive(PoolingKind.Max, 2, 4, 3) with { Ties = TieRule.Last, NaN = NaNRule.Ignore })),
        Extreme<AdaptiveMinVolumeChannelsLast, float>(ChannelsLast(ReferenceSpec.Adaptive(PoolingKind.Min, 4, 3, 2))),
        Extreme<AdaptiveMaxVolumeSplitChannelsLast, float>(ChannelsLast(ReferenceSpec.Adaptive(PoolingKind.Max, 2, 3, 5) with { Ties = TieRule.Split })),
        Plain<AdaptiveVolume, float>(ReferenceSpec.Adaptive(PoolingKind.Average, 4, 7, 7)),
        Plain<AdaptiveVolumeChannelsLast, float>(ChannelsLast(ReferenceSpec.Adaptive(PoolingKind.Average, 4, 3, 5))),
        Plain<AdaptiveSumVolume, double>(ReferenceSpec.Adaptive(PoolingKind.Sum, 8, 3, 25)),
        Plain<AdaptiveSumVolumeChannelsLast, double>(ChannelsLast(ReferenceSpec.Adaptive(PoolingKind.Sum, 5, 11, 4))),
        Plain<AdaptiveNormVolume, float>(ReferenceSpec.Adaptive(PoolingKind.Lp, 2, 3, 4) with { NormType = 3 }),
        Plain<GlobalVolume, float>(ReferenceSpec.Adaptive(PoolingKind.Average, 1, 1, 1)),
        Plain<GlobalVolumeChannelsLast, float>(ChannelsLast(ReferenceSpec.Adaptive(PoolingKind.Average, 1, 1, 1))),
        Extreme<GlobalMaxVolume, float>(ReferenceSpec.Adaptive(PoolingKind.Max, 1, 1, 1) with { Ties = TieRule.First }),
        Extreme<GlobalMaxVolumeAll, double>(ReferenceSpec.Adaptive(PoolingKind.Max, 1, 1, 1)),
        Extreme<GlobalMinVolumeChannelsLast, float>(ChannelsLast(ReferenceSpec.Adaptive(PoolingKind.Min, 1, 1, 1) with { Ties = TieRule.Last, NaN = NaNRule.Ignore })),
        Plain<KnownAdaptiveVolume, float>(ReferenceSpec.Adaptive(PoolingKind.Average, 3, 2, 5) with { InputExtents = [7, 9, 13] }),
        Extreme<KnownAdaptiveMaxVolume, float>(ReferenceSpec.Adaptive(PoolingKind.Max, 2, 3, 3) with { Ties = TieRule.First, InputExtents = [4, 8, 7] }),
        Extreme<KnownTilesOfVolumes, float>(ReferenceSpec.Adaptive(PoolingKind.Max, 2, 2, 2) with { InputExtents = [10, 12, 14] }),
        Extreme<ByteAdaptiveMaxVolume, byte>(ReferenceSpec.Adaptive(PoolingKind.Max, 3, 5, 7)),
        Extreme<HalfAdaptiveMaxVolumeChannelsLast, Half>(ChannelsLast(ReferenceSpec.Adaptive(PoolingKind.Max, 3, 2, 4) with { Ties = TieRule.First })),
        Plain<ShortAdaptiveVolume, short>(ReferenceSpec.Adaptive(PoolingKind.Average, 3, 5, 2)),
        Plain<SByteAdaptiveVolumeChannelsLast, sbyte>(ChannelsLast(ReferenceSpec.Adaptive(PoolingKind.Average, 2, 3, 4))),
        Plain<IntGlobalVolume, int>(ReferenceSpec.Adaptive(PoolingKind.Average, 1, 1, 1)),
        Extreme<HalfGlobalMaxVolume, Half>(ReferenceSpec.Adaptive(PoolingKind.Max, 1, 1, 1) with { Ties = TieRule.Last }),
    ];
}
