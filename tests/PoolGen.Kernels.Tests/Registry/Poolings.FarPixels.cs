namespace PoolGen.Kernels.Tests;

// Windows without pixels between them, channels last: their winners are found pixel by pixel where pixels are wide and far away.
[Pooling(
    Kind = PoolingKind.Min, KernelShape = [3, 5], Strides = [2, 3], PaddingBegin = [1, 2], PaddingEnd = [2, 1], Ties = TieRule.Last, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class Min3x5LastChannelsLast;

[Pooling(Kind = PoolingKind.Max, KernelShape = [2, 4], Strides = [3, 2], PaddingBegin = [0, 1], PaddingEnd = [1, 3], CeilMode = true, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class Max2x4ChannelsLast;

[Pooling(
    Kind = PoolingKind.Max, Kernel = 3, Strides = [2, 1], PaddingBegin = [2, 0], PaddingEnd = [1, 2], Ties = TieRule.First, NaN = NaNRule.Ignore,
    Layout = TensorLayout.ChannelsLast)]
internal sealed partial class Max3x3Strides2x1FirstChannelsLast;

[Pooling(Kind = PoolingKind.Min, KernelShape = [3, 2], Strides = [1, 2], Ties = TieRule.Split, ElementType = typeof(double), Layout = TensorLayout.ChannelsLast)]
internal sealed partial class Min3x2SplitChannelsLastDouble;
