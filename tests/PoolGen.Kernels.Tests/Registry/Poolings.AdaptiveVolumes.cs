namespace PoolGen.Kernels.Tests;

// Adaptive and global pooling of volumes.
[Pooling(Kind = PoolingKind.Max, Rank = 3, OutputSizes = [3, 5, 7], Ties = TieRule.First)]
internal sealed partial class AdaptiveMaxVolume;

[Pooling(Kind = PoolingKind.Max, Rank = 3, OutputSizes = [2, 3, 4])]
internal sealed partial class AdaptiveMaxVolumeAll;

[Pooling(Kind = PoolingKind.Max, Rank = 3, OutputSizes = [4, 2, 3], Ties = TieRule.Last, NaN = NaNRule.Ignore)]
internal sealed partial class AdaptiveMaxVolumeLast;

[Pooling(Kind = PoolingKind.Min, Rank = 3, OutputSizes = [3, 4, 17], Ties = TieRule.Split, NaN = NaNRule.Ignore, ElementType = typeof(double))]
internal sealed partial class AdaptiveMinVolumeSplit;

[Pooling(Kind = PoolingKind.Max, Rank = 3, OutputSizes = [3, 2, 4], Ties = TieRule.First, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class AdaptiveMaxVolumeChannelsLast;

[Pooling(Kind = PoolingKind.Max, Rank = 3, OutputSizes = [2, 4, 3], Ties = TieRule.Last, NaN = NaNRule.Ignore, Layout = TensorLayout.ChannelsLast, ElementType = typeof(double))]
internal sealed partial class AdaptiveMaxVolumeLastChannelsLast;

[Pooling(Kind = PoolingKind.Min, Rank = 3, OutputSizes = [4, 3, 2], Layout = TensorLayout.ChannelsLast)]
internal sealed partial class AdaptiveMinVolumeChannelsLast;

[Pooling(Kind = PoolingKind.Max, Rank = 3, OutputSizes = [2, 3, 5], Ties = TieRule.Split, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class AdaptiveMaxVolumeSplitChannelsLast;

[Pooling(Kind = PoolingKind.Average, Rank = 3, OutputSizes = [4, 7, 7])]
internal sealed partial class AdaptiveVolume;

[Pooling(Kind = PoolingKind.Average, Rank = 3, OutputSizes = [4, 3, 5], Layout = TensorLayout.ChannelsLast)]
internal sealed partial class AdaptiveVolumeChannelsLast;

[Pooling(Kind = PoolingKind.Sum, Rank = 3, OutputSizes = [8, 3, 25], ElementType = typeof(double))]
internal sealed partial class AdaptiveSumVolume;

[Pooling(Kind = PoolingKind.Sum, Rank = 3, OutputSizes = [5, 11, 4], Layout = TensorLayout.ChannelsLast, ElementType = typeof(double))]
internal sealed partial class AdaptiveSumVolumeChannelsLast;

[Pooling(Kind = PoolingKind.Lp, Rank = 3, OutputSizes = [2, 3, 4], NormType = 3)]
internal sealed partial class AdaptiveNormVolume;

[Pooling(Kind = PoolingKind.Average, Rank = 3, OutputSize = 1)]
internal sealed partial class GlobalVolume;

[Pooling(Kind = PoolingKind.Average, Rank = 3, OutputSize = 1, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class GlobalVolumeChannelsLast;

[Pooling(Kind = PoolingKind.Max, Rank = 3, OutputSize = 1, Ties = TieRule.First)]
internal sealed partial class GlobalMaxVolume;

[Pooling(Kind = PoolingKind.Max, Rank = 3, OutputSize = 1, ElementType = typeof(double))]
internal sealed partial class GlobalMaxVolumeAll;

[Pooling(Kind = PoolingKind.Min, Rank = 3, OutputSize = 1, Ties = TieRule.Last, NaN = NaNRule.Ignore, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class GlobalMinVolumeChannelsLast;

[Pooling(Kind = PoolingKind.Average, Rank = 3, OutputSizes = [3, 2, 5], InputExtents = [7, 9, 13])]
internal sealed partial class KnownAdaptiveVolume;

[Pooling(Kind = PoolingKind.Max, Rank = 3, OutputSizes = [2, 3, 3], InputExtents = [4, 8, 7], Ties = TieRule.First)]
internal sealed partial class KnownAdaptiveMaxVolume;

[Pooling(Kind = PoolingKind.Max, Rank = 3, OutputSize = 2, InputExtents = [10, 12, 14])]
internal sealed partial class KnownTilesOfVolumes;

[Pooling(Kind = PoolingKind.Max, Rank = 3, OutputSizes = [3, 5, 7], ElementType = typeof(byte))]
internal sealed partial class ByteAdaptiveMaxVolume;

[Pooling(Kind = PoolingKind.Max, Rank = 3, OutputSizes = [3, 2, 4], Ties = TieRule.First, Layout = TensorLayout.ChannelsLast, ElementType = typeof(Half))]
internal sealed partial class HalfAdaptiveMaxVolumeChannelsLast;

[Pooling(Kind = PoolingKind.Average, Rank = 3, OutputSizes = [3, 5, 2], ElementType = typeof(short))]
internal sealed partial class ShortAdaptiveVolume;

[Pooling(Kind = PoolingKind.Average, Rank = 3, OutputSizes = [2, 3, 4], Layout = TensorLayout.ChannelsLast, ElementType = typeof(sbyte))]
internal sealed partial class SByteAdaptiveVolumeChannelsLast;

[Pooling(Kind = PoolingKind.Average, Rank = 3, OutputSize = 1, ElementType = typeof(int))]
internal sealed partial class IntGlobalVolume;

[Pooling(Kind = PoolingKind.Max, Rank = 3, OutputSize = 1, Ties = TieRule.Last, ElementType = typeof(Half))]
internal sealed partial class HalfGlobalMaxVolume;
