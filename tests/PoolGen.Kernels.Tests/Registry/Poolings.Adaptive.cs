namespace PoolGen.Kernels.Tests;

// Adaptive and global pooling, and input extents that are known.
[Pooling(Kind = PoolingKind.Average, OutputSize = 1)]
internal sealed partial class GlobalAverage;

[Pooling(Kind = PoolingKind.Average, OutputSize = 1, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class GlobalAverageChannelsLast;

[Pooling(Kind = PoolingKind.Max, OutputSize = 1, Ties = TieRule.First)]
internal sealed partial class GlobalMax;

[Pooling(Kind = PoolingKind.Min, OutputSizes = [1, 1], Ties = TieRule.Split, NaN = NaNRule.Ignore, ElementType = typeof(double), Layout = TensorLayout.ChannelsLast)]
internal sealed partial class GlobalMinChannelsLast;

[Pooling(Kind = PoolingKind.Max, Rank = 1, OutputSize = 1, Ties = TieRule.Last)]
internal sealed partial class GlobalMaxRow;

[Pooling(Kind = PoolingKind.Average, OutputSize = 7)]
internal sealed partial class Adaptive7;

[Pooling(Kind = PoolingKind.Average, OutputSize = 7, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class Adaptive7ChannelsLast;

[Pooling(Kind = PoolingKind.Max, OutputSize = 7, Ties = TieRule.First)]
internal sealed partial class AdaptiveMax7;

[Pooling(Kind = PoolingKind.Max, OutputSizes = [2, 3])]
internal sealed partial class AdaptiveMax2x3;

[Pooling(Kind = PoolingKind.Max, OutputSizes = [2, 3], Ties = TieRule.Last, NaN = NaNRule.Ignore)]
internal sealed partial class AdaptiveMax2x3Last;

[Pooling(Kind = PoolingKind.Max, OutputSizes = [5, 2], Ties = TieRule.Split, NaN = NaNRule.Ignore)]
internal sealed partial class AdaptiveMax5x2Split;

[Pooling(Kind = PoolingKind.Max, OutputSizes = [2, 3], Ties = TieRule.First, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class AdaptiveMaxChannelsLast;

[Pooling(Kind = PoolingKind.Min, OutputSizes = [3, 2], Layout = TensorLayout.ChannelsLast)]
internal sealed partial class AdaptiveMinChannelsLast;

[Pooling(Kind = PoolingKind.Max, OutputSizes = [3, 4], Ties = TieRule.Last, NaN = NaNRule.Ignore, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class AdaptiveMaxLastChannelsLast;

[Pooling(Kind = PoolingKind.Average, OutputSizes = [40, 25])]
internal sealed partial class AdaptiveLarge;

[Pooling(Kind = PoolingKind.Sum, OutputSizes = [3, 5], ElementType = typeof(double))]
internal sealed partial class AdaptiveSum;

[Pooling(Kind = PoolingKind.Sum, OutputSizes = [11, 10], ElementType = typeof(double), Layout = TensorLayout.ChannelsLast)]
internal sealed partial class AdaptiveSumChannelsLast;

[Pooling(Kind = PoolingKind.Min, OutputSizes = [17, 19], Ties = TieRule.Split, ElementType = typeof(double))]
internal sealed partial class AdaptiveMinDouble;

[Pooling(Kind = PoolingKind.Lp, OutputSizes = [3, 4], NormType = 3)]
internal sealed partial class AdaptiveNorm;

[Pooling(Kind = PoolingKind.Average, Rank = 1, OutputSize = 4)]
internal sealed partial class AdaptiveRow;

[Pooling(Kind = PoolingKind.Max, Rank = 1, OutputSize = 3, Ties = TieRule.First)]
internal sealed partial class AdaptiveMaxRow;

[Pooling(Kind = PoolingKind.Max, Rank = 1, OutputSize = 5)]
internal sealed partial class AdaptiveMaxRowAll;

[Pooling(Kind = PoolingKind.Max, Rank = 1, OutputSizes = [6], Ties = TieRule.Split, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class AdaptiveMaxRowChannelsLast;

[Pooling(Kind = PoolingKind.Average, OutputSize = 7, InputExtents = [56, 56])]
internal sealed partial class KnownAdaptive7Of56;

[Pooling(Kind = PoolingKind.Max, OutputSize = 7, InputExtents = [50, 50], Ties = TieRule.First)]
internal sealed partial class KnownAdaptiveMax7Of50;

[Pooling(Kind = PoolingKind.Max, OutputSize = 4, InputExtents = [10, 31], Ties = TieRule.First)]
internal sealed partial class KnownAdaptiveMax4Of10x31;

[Pooling(Kind = PoolingKind.Average, OutputSize = 5, InputExtents = [13, 32])]
internal sealed partial class KnownAdaptiveAverage5Of13;

[Pooling(Kind = PoolingKind.Max, OutputSizes = [5, 3], InputExtents = [1, 1], Ties = TieRule.Last)]
internal sealed partial class KnownAdaptiveMaxOfOne;

[Pooling(Kind = PoolingKind.Average, OutputSizes = [4, 3], InputExtents = [9, 10], Layout = TensorLayout.ChannelsLast)]
internal sealed partial class KnownAdaptiveChannelsLast;

[Pooling(Kind = PoolingKind.Average, OutputSize = 1, InputExtents = [7, 7])]
internal sealed partial class KnownGlobalAverage;

[Pooling(Kind = PoolingKind.Max, Kernel = 8, InputExtents = [8, 8], Ties = TieRule.First, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class KnownGlobalMaxChannelsLast;

[Pooling(Kind = PoolingKind.Max, Kernel = 3, Stride = 2, Padding = 1, InputExtents = [28, 29], Ties = TieRule.First)]
internal sealed partial class KnownMax3x3Stride2;

[Pooling(Kind = PoolingKind.Max, Kernel = 3, Stride = 2, Padding = 1, Ties = TieRule.First, InputExtents = [13, 13])]
internal sealed partial class KnownMax3x3Stride2Narrow;

[Pooling(Kind = PoolingKind.Average, Kernel = 3, Stride = 2, AutoPad = AutoPadding.SameUpper, InputExtents = [20, 33])]
internal sealed partial class KnownAverageSame;

[Pooling(Kind = PoolingKind.Average, Kernel = 3, Stride = 2, PaddingBegin = [0, 1], PaddingEnd = [0, 1], CeilMode = true, CountIncludePad = true, InputExtents = [14, 17])]
internal sealed partial class KnownAverageCeil;

[Pooling(Kind = PoolingKind.Max, KernelShape = [2, 3], Stride = 2, CeilMode = true, InputExtents = [7, 10], Layout = TensorLayout.ChannelsLast)]
internal sealed partial class KnownMaxCeilChannelsLast;

[Pooling(Kind = PoolingKind.Max, Rank = 1, Kernel = 5, Stride = 3, AutoPad = AutoPadding.SameLower, InputExtents = [44], Ties = TieRule.Split)]
internal sealed partial class KnownMaxRow;
