namespace PoolGen.Kernels.Tests;

// Windows of many taps that are not neighbours: winners are told by columns.
[Pooling(Kind = PoolingKind.Max, Kernel = 7, Stride = 2, Padding = 3)]
internal sealed partial class MaxColumns7x7;

[Pooling(Kind = PoolingKind.Max, Kernel = 7, Stride = 3, Padding = 2, Ties = TieRule.Last)]
internal sealed partial class MaxColumns7x7Last;

[Pooling(Kind = PoolingKind.Max, Kernel = 6, Stride = 1, Dilation = 2, Padding = 5, CeilMode = true)]
internal sealed partial class MaxColumnsDilated;

[Pooling(Kind = PoolingKind.Max, KernelShape = [6, 7], Strides = [5, 6], PaddingBegin = [3, 2], PaddingEnd = [2, 4], CeilMode = true, Ties = TieRule.Split)]
internal sealed partial class MaxColumnsFar;

[Pooling(
    Kind = PoolingKind.Min, KernelShape = [6, 6], Strides = [3, 2], Dilations = [2, 3], PaddingBegin = [5, 7], PaddingEnd = [4, 3], Ties = TieRule.Split,
    NaN = NaNRule.Ignore)]
internal sealed partial class MinColumnsDilatedSplit;

[Pooling(Kind = PoolingKind.Max, KernelShape = [2, 17], Strides = [1, 4], Dilations = [4, 1], PaddingBegin = [4, 8], PaddingEnd = [3, 16])]
internal sealed partial class MaxColumnsEmpty;

[Pooling(Kind = PoolingKind.Min, KernelShape = [20, 3], Strides = [7, 3], PaddingBegin = [6, 1], PaddingEnd = [19, 0])]
internal sealed partial class MinColumns20x3;

[Pooling(Kind = PoolingKind.Max, Kernel = 5, Stride = 2, Padding = 2, Ties = TieRule.Last, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class MaxColumns5x5ChannelsLast;

[Pooling(Kind = PoolingKind.Max, Kernel = 5, Stride = 2, AutoPad = AutoPadding.SameLower, Ties = TieRule.First, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class MaxColumnsSameChannelsLast;

[Pooling(Kind = PoolingKind.Max, KernelShape = [4, 6], Strides = [6, 1], Ties = TieRule.First, NaN = NaNRule.Ignore, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class MaxColumns4x6ChannelsLast;

[Pooling(
    Kind = PoolingKind.Min, KernelShape = [3, 6], Strides = [2, 3], Dilations = [3, 2], PaddingBegin = [6, 4], PaddingEnd = [5, 9], CeilMode = true, Ties = TieRule.Split,
    Layout = TensorLayout.ChannelsLast)]
internal sealed partial class MinColumnsDilatedChannelsLast;

[Pooling(Kind = PoolingKind.Max, KernelShape = [3, 17], Strides = [3, 17], Layout = TensorLayout.ChannelsLast)]
internal sealed partial class MaxColumnsTilesChannelsLast;

[Pooling(Kind = PoolingKind.Max, Kernel = 6, Stride = 4, Padding = 3, ElementType = typeof(double))]
internal sealed partial class MaxColumnsDouble;

[Pooling(Kind = PoolingKind.Max, Kernel = 5, Stride = 3, Padding = 1, Layout = TensorLayout.ChannelsLast, ElementType = typeof(double))]
internal sealed partial class MaxColumnsDoubleChannelsLast;

[Pooling(Kind = PoolingKind.Max, Kernel = 5, Stride = 2, Padding = 1, Ties = TieRule.First, Layout = TensorLayout.ChannelsLast, ElementType = typeof(byte))]
internal sealed partial class ByteMaxColumnsChannelsLast;

[Pooling(Kind = PoolingKind.Min, Kernel = 7, Stride = 3, Padding = 3, Ties = TieRule.Split, ElementType = typeof(Half))]
internal sealed partial class HalfMinColumns;

// Windows of more rows or columns than a record of columns has bits.
[Pooling(Kind = PoolingKind.Max, KernelShape = [32, 3], Stride = 2, PaddingBegin = [15, 1], PaddingEnd = [20, 1], Ties = TieRule.Split)]
internal sealed partial class MaxCompared32x3;

[Pooling(Kind = PoolingKind.Min, KernelShape = [3, 33], Strides = [2, 5], PaddingBegin = [1, 20], PaddingEnd = [1, 30], NaN = NaNRule.Ignore, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class MinCompared3x33ChannelsLast;

[Pooling(Kind = PoolingKind.Max, KernelShape = [2, 32], Strides = [3, 33], PaddingBegin = [1, 16], PaddingEnd = [1, 20])]
internal sealed partial class MaxSearched2x32;

[Pooling(Kind = PoolingKind.Max, Rank = 1, Kernel = 20, Stride = 3, Padding = 7, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class MaxColumnsOfRow;

// One winner by columns, looked up in narrow planes.
[Pooling(Kind = PoolingKind.Max, KernelShape = [7, 6], Stride = 4, Padding = 3, Ties = TieRule.First)]
internal sealed partial class MaxColumnsFirst;

// Always looked up: rows dilated, more columns than a byte has bits, more taps than a table has places.
[Pooling(
    Kind = PoolingKind.Min, KernelShape = [5, 10], Strides = [3, 6], Dilations = [2, 1], PaddingBegin = [6, 4], PaddingEnd = [3, 9], CeilMode = true, Ties = TieRule.Last,
    NaN = NaNRule.Ignore)]
internal sealed partial class MinColumnsLookedUp;

[Pooling(Kind = PoolingKind.Max, Kernel = 17, Stride = 17, PaddingBegin = [8, 5], PaddingEnd = [0, 8], Ties = TieRule.First)]
internal sealed partial class MaxColumns17x17;

// Not by columns: a bit for each of many taps.
[Pooling(Kind = PoolingKind.Max, Kernel = 5, Stride = 2, PaddingBegin = [2, 1], PaddingEnd = [0, 2], Ties = TieRule.Split)]
internal sealed partial class MaxLookedUp5x5Split;
