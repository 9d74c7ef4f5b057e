namespace PoolGen.Kernels.Tests;

// Three spatial axes.
[Pooling(Kind = PoolingKind.Max, Rank = 3, Kernel = 2)]
internal sealed partial class MaxVolume2x2x2;

[Pooling(Kind = PoolingKind.Max, Rank = 3, Kernel = 2, Ties = TieRule.First, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class MaxVolume2x2x2ChannelsLast;

[Pooling(Kind = PoolingKind.Max, Rank = 3, Kernel = 3, Stride = 1, Padding = 1)]
internal sealed partial class MaxVolume3x3x3;

[Pooling(Kind = PoolingKind.Max, Rank = 3, Kernel = 3, Stride = 1, Padding = 1, Ties = TieRule.First)]
internal sealed partial class MaxVolume3x3x3First;

[Pooling(Kind = PoolingKind.Max, Rank = 3, Kernel = 3, Stride = 2, Padding = 1, Ties = TieRule.Last)]
internal sealed partial class MaxVolumeStride2;

[Pooling(
    Kind = PoolingKind.Max, Rank = 3, KernelShape = [2, 3, 4], Strides = [1, 2, 3], Dilations = [2, 1, 2], PaddingBegin = [1, 0, 3],
    PaddingEnd = [0, 2, 1], CeilMode = true, Ties = TieRule.Split)]
internal sealed partial class MaxVolumeUnequal;

[Pooling(
    Kind = PoolingKind.Max, Rank = 3, KernelShape = [3, 1, 2], Strides = [2, 1, 1], AutoPad = AutoPadding.SameLower, Ties = TieRule.First,
    Layout = TensorLayout.ChannelsLast)]
internal sealed partial class MaxVolumeSameChannelsLast;

[Pooling(Kind = PoolingKind.Max, Rank = 3, Kernel = 4, Stride = 2, PaddingBegin = [0, 1, 2], PaddingEnd = [3, 0, 1], Ties = TieRule.Split)]
internal sealed partial class MaxVolume4x4x4;

[Pooling(
    Kind = PoolingKind.Min, Rank = 3, Kernel = 3, Stride = 2, Padding = 1, Ties = TieRule.Last, NaN = NaNRule.Ignore,
    ElementType = typeof(double))]
internal sealed partial class MinVolumeDouble;

[Pooling(
    Kind = PoolingKind.Min, Rank = 3, Kernel = 3, Stride = 1, Padding = 2, NaN = NaNRule.Ignore, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class MinVolumeChannelsLast;

[Pooling(Kind = PoolingKind.Average, Rank = 3, Kernel = 2)]
internal sealed partial class AverageVolume2x2x2;

[Pooling(Kind = PoolingKind.Average, Rank = 3, Kernel = 3, Stride = 1, Padding = 1)]
internal sealed partial class AverageVolume3x3x3;

[Pooling(
    Kind = PoolingKind.Average, Rank = 3, KernelShape = [2, 3, 4], Strides = [3, 1, 2], PaddingBegin = [1, 0, 3], PaddingEnd = [0, 2, 1],
    CeilMode = true, CountIncludePad = true)]
internal sealed partial class AverageVolumeUnequal;

[Pooling(Kind = PoolingKind.Average, Rank = 3, Kernel = 3, Stride = 2, Padding = 1, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class AverageVolumeChannelsLast;

[Pooling(
    Kind = PoolingKind.Average, Rank = 3, Kernel = 3, Stride = 1, Padding = 1, DivisorOverride = 7, Layout = TensorLayout.ChannelsLast,
    ElementType = typeof(double))]
internal sealed partial class AverageVolumeDivisorDouble;

[Pooling(Kind = PoolingKind.Sum, Rank = 3, KernelShape = [3, 2, 3], Strides = [2, 2, 4], Dilations = [1, 3, 2], PaddingBegin = [2, 3, 4], PaddingEnd = [0, 1, 2])]
internal sealed partial class SumVolumeDilated;

[Pooling(Kind = PoolingKind.Lp, Rank = 3, Kernel = 2, Stride = 1, ElementType = typeof(double))]
internal sealed partial class NormVolumeDouble;
