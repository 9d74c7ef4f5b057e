namespace PoolGen.Kernels.Tests;

// Narrow elements beyond one and two axes with a kernel: volumes, adaptive windows and known extents.
[Pooling(Kind = PoolingKind.Max, Rank = 3, Kernel = 3, Stride = 1, Padding = 1, ElementType = typeof(byte))]
internal sealed partial class ByteMaxVolume;

[Pooling(Kind = PoolingKind.Max, Rank = 3, Kernel = 2, Ties = TieRule.First, ElementType = typeof(byte))]
internal sealed partial class ByteMaxVolumeTiles;

[Pooling(
    Kind = PoolingKind.Min, Rank = 3, KernelShape = [2, 3, 4], Strides = [1, 2, 3], Dilations = [2, 1, 2], PaddingBegin = [1, 0, 3], PaddingEnd = [0, 2, 1],
    CeilMode = true, Ties = TieRule.Last, ElementType = typeof(sbyte))]
internal sealed partial class SByteMinVolumeUnequal;

[Pooling(Kind = PoolingKind.Max, Rank = 3, Kernel = 3, Stride = 2, Padding = 1, Layout = TensorLayout.ChannelsLast, ElementType = typeof(Half))]
internal sealed partial class HalfMaxVolumeChannelsLast;

[Pooling(
    Kind = PoolingKind.Min, Rank = 3, Kernel = 3, Stride = 1, Padding = 2, Ties = TieRule.Split, NaN = NaNRule.Ignore, ElementType = typeof(Half))]
internal sealed partial class HalfMinVolumeIgnoresNaN;

[Pooling(Kind = PoolingKind.Max, Rank = 3, Kernel = 4, Stride = 2, Padding = 1, Ties = TieRule.Split, ElementType = typeof(short))]
internal sealed partial class ShortMaxVolume;

[Pooling(Kind = PoolingKind.Max, Rank = 3, KernelShape = [3, 1, 2], Strides = [2, 1, 1], AutoPad = AutoPadding.SameLower, Ties = TieRule.First, Layout = TensorLayout.ChannelsLast, ElementType = typeof(byte))]
internal sealed partial class ByteMaxVolumeSameChannelsLast;

[Pooling(Kind = PoolingKind.Average, Rank = 3, Kernel = 3, Stride = 1, Padding = 1, ElementType = typeof(byte))]
internal sealed partial class ByteAverageVolume;

[Pooling(
    Kind = PoolingKind.Average, Rank = 3, KernelShape = [3, 2, 4], Strides = [3, 1, 2], PaddingBegin = [2, 0, 3], PaddingEnd = [2, 1, 1], CeilMode = true,
    CountIncludePad = true, Layout = TensorLayout.ChannelsLast, ElementType = typeof(sbyte))]
internal sealed partial class SByteAverageVolumeChannelsLast;

[Pooling(Kind = PoolingKind.Average, Rank = 3, Kernel = 2, ElementType = typeof(Half))]
internal sealed partial class HalfAverageVolume;

[Pooling(Kind = PoolingKind.Sum, Rank = 3, Kernel = 3, Stride = 2, Padding = 1, ElementType = typeof(int))]
internal sealed partial class IntSumVolume;

[Pooling(Kind = PoolingKind.Lp, Rank = 3, Kernel = 2, Stride = 1, ElementType = typeof(Half))]
internal sealed partial class HalfNormVolume;

[Pooling(Kind = PoolingKind.Max, OutputSizes = [5, 7], ElementType = typeof(byte))]
internal sealed partial class ByteAdaptiveMax;

[Pooling(Kind = PoolingKind.Min, OutputSizes = [4, 3], Ties = TieRule.First, Layout = TensorLayout.ChannelsLast, ElementType = typeof(short))]
internal sealed partial class ShortAdaptiveMinChannelsLast;

[Pooling(Kind = PoolingKind.Max, OutputSize = 7, Ties = TieRule.Last, NaN = NaNRule.Ignore, ElementType = typeof(Half))]
internal sealed partial class HalfAdaptiveMax;

[Pooling(Kind = PoolingKind.Average, OutputSizes = [60, 5], ElementType = typeof(byte))]
internal sealed partial class ByteAdaptiveAverage;

[Pooling(Kind = PoolingKind.Average, OutputSize = 7, Layout = TensorLayout.ChannelsLast, ElementType = typeof(Half))]
internal sealed partial class HalfAdaptiveAverageChannelsLast;

[Pooling(Kind = PoolingKind.Sum, Rank = 1, OutputSize = 4, ElementType = typeof(sbyte))]
internal sealed partial class SByteAdaptiveSumRow;

[Pooling(Kind = PoolingKind.Average, Rank = 1, OutputSize = 3, Layout = TensorLayout.ChannelsLast, ElementType = typeof(int))]
internal sealed partial class IntAdaptiveAverageRow;

[Pooling(Kind = PoolingKind.Max, OutputSize = 1, Ties = TieRule.First, ElementType = typeof(byte))]
internal sealed partial class ByteGlobalMax;

[Pooling(Kind = PoolingKind.Average, OutputSize = 1, ElementType = typeof(int))]
internal sealed partial class IntGlobalAverage;

[Pooling(Kind = PoolingKind.Average, OutputSize = 1, Layout = TensorLayout.ChannelsLast, ElementType = typeof(Half))]
internal sealed partial class HalfGlobalAverageChannelsLast;

[Pooling(Kind = PoolingKind.Max, OutputSize = 4, InputExtents = [10, 31], ElementType = typeof(byte))]
internal sealed partial class KnownByteAdaptiveMax;

[Pooling(Kind = PoolingKind.Average, OutputSize = 5, InputExtents = [13, 32], ElementType = typeof(short))]
internal sealed partial class KnownShortAdaptiveAverage;

// Samples of many channels are converted in bands.
[Pooling(
    Kind = PoolingKind.Average, Kernel = 3, Stride = 2, PaddingBegin = [0, 1], PaddingEnd = [0, 1], CeilMode = true, CountIncludePad = true, InputExtents = [40, 31],
    Layout = TensorLayout.ChannelsLast, ElementType = typeof(int))]
internal sealed partial class KnownIntAverageChannelsLast;
