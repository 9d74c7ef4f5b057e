namespace PoolGen.Kernels.Tests;

// The annotated types of these tests; their expectations are in PoolingRegistry, in the same order. Adaptive windows and volumes have files of their own.

// Kernels and strides of networks.
[Pooling(Kind = PoolingKind.Max, Kernel = 1)]
internal sealed partial class Max1x1;

[Pooling(Kind = PoolingKind.Max, Kernel = 2)]
internal sealed partial class Max2x2;

[Pooling(Kind = PoolingKind.Average, Kernel = 2)]
internal sealed partial class Average2x2;

[Pooling(Kind = PoolingKind.Max, Kernel = 3, Stride = 1)]
internal sealed partial class Max3x3;

[Pooling(Kind = PoolingKind.Max, Kernel = 3, Stride = 1, Ties = TieRule.First)]
internal sealed partial class Max3x3First;

[Pooling(Kind = PoolingKind.Max, Kernel = 3, Stride = 1, Ties = TieRule.Last)]
internal sealed partial class Max3x3Last;

[Pooling(Kind = PoolingKind.Max, Kernel = 3, Stride = 1, Ties = TieRule.Split)]
internal sealed partial class Max3x3Split;

[Pooling(Kind = PoolingKind.Average, Kernel = 3, Stride = 1)]
internal sealed partial class Average3x3;

[Pooling(Kind = PoolingKind.Max, Kernel = 3, Stride = 1, Padding = 1, Ties = TieRule.First)]
internal sealed partial class Max3x3Padded;

[Pooling(Kind = PoolingKind.Average, Kernel = 3, Stride = 1, Padding = 1)]
internal sealed partial class Average3x3Padded;

[Pooling(Kind = PoolingKind.Average, Kernel = 3, Stride = 1, Padding = 1, CountIncludePad = true)]
internal sealed partial class Average3x3PaddingCounts;

[Pooling(Kind = PoolingKind.Max, Kernel = 3, Stride = 1, Padding = 2)]
internal sealed partial class Max3x3WidePadding;

[Pooling(Kind = PoolingKind.Max, Kernel = 3, Stride = 2, Padding = 1, Ties = TieRule.First)]
internal sealed partial class Max3x3Stride2;

[Pooling(Kind = PoolingKind.Max, Kernel = 3, Stride = 2, Padding = 1)]
internal sealed partial class Max3x3Stride2All;

[Pooling(Kind = PoolingKind.Average, Kernel = 3, Stride = 2, Padding = 1)]
internal sealed partial class Average3x3Stride2;

[Pooling(Kind = PoolingKind.Max, KernelShape = [4, 6], Strides = [2, 1], Ties = TieRule.First)]
internal sealed partial class Max4x6Strides2x1;

[Pooling(Kind = PoolingKind.Max, Kernel = 3, Strides = [2, 1], Padding = 1, Ties = TieRule.Split)]
internal sealed partial class Max3x3Strides2x1Split;

[Pooling(Kind = PoolingKind.Max, KernelShape = [4, 2], Strides = [1, 4], PaddingBegin = [1, 0], Ties = TieRule.Last)]
internal sealed partial class Max4x2Strides1x4;

[Pooling(Kind = PoolingKind.Max, KernelShape = [3, 12], Strides = [2, 3], Padding = 1, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class Max3x12ChannelsLast;

[Pooling(Kind = PoolingKind.Max, Kernel = 5, Stride = 1, Padding = 2, Ties = TieRule.First)]
internal sealed partial class Max5x5;

[Pooling(Kind = PoolingKind.Average, Kernel = 5, Stride = 1, Padding = 2)]
internal sealed partial class Average5x5;

[Pooling(Kind = PoolingKind.Max, Kernel = 7, Stride = 2, Padding = 3, Ties = TieRule.First)]
internal sealed partial class Max7x7Stride2;

[Pooling(Kind = PoolingKind.Max, Kernel = 7, Stride = 3)]
internal sealed partial class Max7x7Stride3;

[Pooling(Kind = PoolingKind.Max, Kernel = 2, Stride = 1)]
internal sealed partial class Max2x2Stride1;

[Pooling(Kind = PoolingKind.Max, Kernel = 4, Ties = TieRule.Split)]
internal sealed partial class Max4x4;

[Pooling(Kind = PoolingKind.Average, Kernel = 4)]
internal sealed partial class Average4x4;

[Pooling(Kind = PoolingKind.Max, Kernel = 13, Stride = 1, Padding = 6, Ties = TieRule.First)]
internal sealed partial class Max13x13;

[Pooling(Kind = PoolingKind.Average, Kernel = 13, Stride = 1, Padding = 6)]
internal sealed partial class Average13x13;

// Neighbouring windows, whose winners are told by rows and columns: every tie rule, both layouts, axes and paddings that differ.
[Pooling(Kind = PoolingKind.Max, KernelShape = [2, 5], Stride = 1, PaddingBegin = [1, 0], PaddingEnd = [0, 3], Ties = TieRule.Last)]
internal sealed partial class Max2x5Last;

[Pooling(Kind = PoolingKind.Max, Kernel = 4, Stride = 1, AutoPad = AutoPadding.SameLower, Ties = TieRule.Split)]
internal sealed partial class Max4x4SameSplit;

[Pooling(Kind = PoolingKind.Max, KernelShape = [10, 3], Stride = 1, Padding = 1, Ties = TieRule.Split)]
internal sealed partial class Max10x3Split;

[Pooling(Kind = PoolingKind.Max, KernelShape = [3, 4], Stride = 1, PaddingBegin = [2, 1], PaddingEnd = [0, 2], Ties = TieRule.First, NaN = NaNRule.Ignore)]
internal sealed partial class Max3x4IgnoresNaN;

[Pooling(Kind = PoolingKind.Max, Kernel = 13, Stride = 1, Padding = 6)]
internal sealed partial class Max13x13All;

[Pooling(Kind = PoolingKind.Max, Kernel = 3, Stride = 1, Padding = 1, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class Max3x3ChannelsLast;

[Pooling(Kind = PoolingKind.Max, KernelShape = [5, 3], Stride = 1, PaddingBegin = [2, 0], PaddingEnd = [4, 2], Ties = TieRule.Split, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class Max5x3SplitChannelsLast;

[Pooling(Kind = PoolingKind.Max, Kernel = 4, Stride = 1, AutoPad = AutoPadding.SameUpper, Ties = TieRule.Last, NaN = NaNRule.Ignore, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class Max4x4SameChannelsLast;

[Pooling(Kind = PoolingKind.Min, Kernel = 3, Stride = 1, Ties = TieRule.First, ElementType = typeof(double), Layout = TensorLayout.ChannelsLast)]
internal sealed partial class MinDoubleChannelsLast;

// More taps than a byte numbers.
[Pooling(Kind = PoolingKind.Max, Kernel = 20, Stride = 3, Padding = 7, Ties = TieRule.Last)]
internal sealed partial class Max20x20;

// Windows of many taps, and windows as large as their planes.
[Pooling(Kind = PoolingKind.Max, KernelShape = [10, 17], Strides = [1, 2], PaddingBegin = [4, 0], PaddingEnd = [7, 9], NaN = NaNRule.Ignore)]
internal sealed partial class Max10x17;

[Pooling(Kind = PoolingKind.Max, KernelShape = [1, 70], Stride = 1, PaddingBegin = [0, 40], PaddingEnd = [0, 47], Ties = TieRule.First)]
internal sealed partial class Max1x70;

[Pooling(Kind = PoolingKind.Average, KernelShape = [12, 31], Stride = 1, PaddingBegin = [3, 30], PaddingEnd = [11, 2])]
internal sealed partial class Average12x31;

[Pooling(Kind = PoolingKind.Average, Kernel = 11, Stride = 1, Padding = 4, CountIncludePad = true)]
internal sealed partial class Average11x11PaddingCounts;

[Pooling(Kind = PoolingKind.Average, KernelShape = [9, 14], Strides = [4, 3], Padding = 2, CeilMode = true, CountIncludePad = true)]
internal sealed partial class Average9x14Ceil;

[Pooling(Kind = PoolingKind.Average, Kernel = 8, Stride = 5, AutoPad = AutoPadding.SameUpper)]
internal sealed partial class Average8x8Same;

[Pooling(Kind = PoolingKind.Average, Kernel = 7, Stride = 1)]
internal sealed partial class Average7x7;

[Pooling(Kind = PoolingKind.Max, KernelShape = [5, 4], Stride = 1, Ties = TieRule.First, NaN = NaNRule.Ignore)]
internal sealed partial class Max5x4;

[Pooling(Kind = PoolingKind.Max, Kernel = 7, Stride = 1)]
internal sealed partial class Max7x7;

[Pooling(Kind = PoolingKind.Max, Kernel = 5, Stride = 1, Padding = 2)]
internal sealed partial class Max5x5All;

[Pooling(Kind = PoolingKind.Max, KernelShape = [8, 6], Stride = 1, AutoPad = AutoPadding.SameUpper, Ties = TieRule.Split, NaN = NaNRule.Ignore)]
internal sealed partial class Max8x6SameSplit;

[Pooling(Kind = PoolingKind.Max, KernelShape = [9, 8], Strides = [3, 2], Padding = 4)]
internal sealed partial class Max9x8All;

[Pooling(Kind = PoolingKind.Max, KernelShape = [6, 7], Stride = 3, AutoPad = AutoPadding.SameLower, Ties = TieRule.Split)]
internal sealed partial class Max6x7SameSplit;

[Pooling(Kind = PoolingKind.Min, KernelShape = [4, 9], Strides = [5, 4], PaddingBegin = [3, 0], PaddingEnd = [2, 6], CeilMode = true, NaN = NaNRule.Ignore, ElementType = typeof(double))]
internal sealed partial class Min4x9Double;

[Pooling(Kind = PoolingKind.Max, KernelShape = [7, 16], Stride = 1, Padding = 3, Ties = TieRule.Split, NaN = NaNRule.Ignore)]
internal sealed partial class Max7x16Split;

[Pooling(Kind = PoolingKind.Max, KernelShape = [8, 7], Strides = [3, 2], Padding = 3, CeilMode = true, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class Max8x7AllChannelsLast;

[Pooling(Kind = PoolingKind.Min, KernelShape = [5, 9], Strides = [2, 7], AutoPad = AutoPadding.SameUpper, Ties = TieRule.Split, NaN = NaNRule.Ignore, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class Min5x9SplitChannelsLast;

[Pooling(Kind = PoolingKind.Min, KernelShape = [6, 3], Stride = 1, PaddingBegin = [5, 0], PaddingEnd = [3, 1], ElementType = typeof(double))]
internal sealed partial class Min6x3Double;

[Pooling(Kind = PoolingKind.Max, KernelShape = [6, 5], Stride = 1, Ties = TieRule.First)]
internal sealed partial class Max6x5First;

[Pooling(Kind = PoolingKind.Min, KernelShape = [4, 8], Stride = 1, Ties = TieRule.Last, ElementType = typeof(double))]
internal sealed partial class Min4x8LastDouble;

[Pooling(Kind = PoolingKind.Max, Kernel = 4, Stride = 1, Ties = TieRule.Split, NaN = NaNRule.Ignore)]
internal sealed partial class Max4x4Split;

[Pooling(Kind = PoolingKind.Max, Kernel = 7, Stride = 1, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class Max7x7ChannelsLast;

[Pooling(Kind = PoolingKind.Max, KernelShape = [4, 5], Stride = 1, Ties = TieRule.First, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class Max4x5FirstChannelsLast;

[Pooling(Kind = PoolingKind.Min, KernelShape = [5, 4], Stride = 1, Ties = TieRule.Last, ElementType = typeof(double), Layout = TensorLayout.ChannelsLast)]
internal sealed partial class Min5x4LastChannelsLastDouble;

[Pooling(Kind = PoolingKind.Max, KernelShape = [6, 4], Stride = 1, Ties = TieRule.Split, NaN = NaNRule.Ignore, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class Max6x4SplitChannelsLast;

[Pooling(Kind = PoolingKind.Average, Kernel = 7, Stride = 1, DivisorOverride = 10, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class Average7x7ChannelsLast;

[Pooling(Kind = PoolingKind.Max, Kernel = 5, Ties = TieRule.Last, NaN = NaNRule.Ignore, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class Max5x5TilesChannelsLast;

// Axes that differ.
[Pooling(Kind = PoolingKind.Max, KernelShape = [3, 5], Strides = [1, 2], PaddingBegin = [1, 0], PaddingEnd = [0, 3])]
internal sealed partial class Max3x5;

[Pooling(Kind = PoolingKind.Average, KernelShape = [3, 5], Strides = [2, 1], PaddingBegin = [0, 2], PaddingEnd = [1, 4], CountIncludePad = true)]
internal sealed partial class Average3x5;

[Pooling(Kind = PoolingKind.Max, KernelShape = [1, 7], Stride = 1, PaddingBegin = [0, 3], PaddingEnd = [0, 3], Ties = TieRule.First)]
internal sealed partial class Max1x7;

[Pooling(Kind = PoolingKind.Average, KernelShape = [7, 1], Strides = [2, 1], PaddingBegin = [3, 0], PaddingEnd = [2, 0])]
internal sealed partial class Average7x1;

// Strides beyond the kernel, and all others up to 5.
[Pooling(Kind = PoolingKind.Max, Kernel = 2, Stride = 3, Ties = TieRule.First)]
internal sealed partial class Max2x2Stride3;

[Pooling(Kind = PoolingKind.Average, Kernel = 3, Stride = 4, Padding = 1)]
internal sealed partial class Average3x3Stride4;

[Pooling(Kind = PoolingKind.Max, Kernel = 6, Stride = 5, Padding = 2, Ties = TieRule.Split)]
internal sealed partial class Max6x6Stride5;

// Windows whose winners are looked up, searched, or summed by row; tiles that leave something over.
[Pooling(
    Kind = PoolingKind.Max, KernelShape = [3, 5], Strides = [1, 6], Dilations = [3, 1], PaddingBegin = [2, 1], PaddingEnd = [1, 2], Ties = TieRule.Split,
    NaN = NaNRule.Ignore)]
internal sealed partial class Max3x5Stride6;

[Pooling(
    Kind = PoolingKind.Min, KernelShape = [8, 7], Strides = [2, 1], Dilations = [2, 1], PaddingBegin = [4, 3], PaddingEnd = [0, 1], NaN = NaNRule.Ignore)]
internal sealed partial class Min8x7Stride2;

[Pooling(Kind = PoolingKind.Max, Kernel = 3, Strides = [2, 1], Dilations = [4, 2], PaddingBegin = [2, 1], PaddingEnd = [0, 2])]
internal sealed partial class MaxDilatedAll;

// The same, channels last: rows of pixels.
[Pooling(
    Kind = PoolingKind.Max, KernelShape = [3, 4], Strides = [1, 2], Dilations = [2, 3], PaddingBegin = [2, 4], PaddingEnd = [1, 5], Ties = TieRule.First,
    Layout = TensorLayout.ChannelsLast)]
internal sealed partial class MaxDilatedChannelsLast;

[Pooling(Kind = PoolingKind.Min, Kernel = 3, Stride = 1, Dilations = [1, 4], Padding = 2, NaN = NaNRule.Ignore, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class MinDilatedChannelsLast;

[Pooling(Kind = PoolingKind.Average, Kernel = 3, Stride = 1, Dilation = 2, Padding = 2, CountIncludePad = false, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class AverageDilatedChannelsLast;

[Pooling(Kind = PoolingKind.Average, KernelShape = [7, 6])]
internal sealed partial class Average7x6Tiles;

// Strided windows with carried columns, clipped ends and every record of winners.
[Pooling(Kind = PoolingKind.Max, Kernel = 5, Stride = 2, Padding = 2, Ties = TieRule.Last)]
internal sealed partial class Max5x5Stride2;

[Pooling(Kind = PoolingKind.Min, KernelShape = [2, 4], Strides = [3, 3], PaddingBegin = [1, 2], PaddingEnd = [0, 3], CeilMode = true, Ties = TieRule.Split)]
internal sealed partial class Min2x4Stride3;

[Pooling(Kind = PoolingKind.Max, KernelShape = [3, 7], Strides = [2, 4], AutoPad = AutoPadding.SameLower, Ties = TieRule.First)]
internal sealed partial class Max3x7Same;

[Pooling(Kind = PoolingKind.Max, Kernel = 3, Padding = 1, CeilMode = true, Ties = TieRule.First, NaN = NaNRule.Ignore)]
internal sealed partial class Max3x3IgnoresNaN;

[Pooling(Kind = PoolingKind.Max, KernelShape = [3, 4], Stride = 2, Padding = 1, NaN = NaNRule.Ignore, ElementType = typeof(double))]
internal sealed partial class Max3x4Double;

[Pooling(Kind = PoolingKind.Average, Kernel = 5, Stride = 3, PaddingBegin = [1, 2], PaddingEnd = [2, 1], CeilMode = true)]
internal sealed partial class Average5x5Stride3;

[Pooling(Kind = PoolingKind.Average, Kernel = 3, ElementType = typeof(double))]
internal sealed partial class Average3x3Double;

// Dilation, ceil mode, derived padding, divisors.
[Pooling(Kind = PoolingKind.Max, KernelShape = [3, 2], Stride = 1, Dilations = [2, 3], PaddingBegin = [2, 1], PaddingEnd = [1, 2], Ties = TieRule.First)]
internal sealed partial class MaxDilated;

[Pooling(Kind = PoolingKind.Average, Kernel = 3, Stride = 2, Dilation = 2, Padding = 3)]
internal sealed partial class AverageDilated;

// A window may have no tap inside the input.
[Pooling(Kind = PoolingKind.Max, Kernel = 2, Stride = 1, Dilation = 5, Padding = 4)]
internal sealed partial class MaxEmptyWindows;

[Pooling(Kind = PoolingKind.Max, Kernel = 3, Stride = 2, Padding = 1, CeilMode = true, Ties = TieRule.First)]
internal sealed partial class MaxCeil;

// The last windows of planes with an even number of rows hang over, though rows of windows take two rows each.
[Pooling(Kind = PoolingKind.Max, Kernel = 3, Stride = 2, CeilMode = true, Ties = TieRule.First)]
internal sealed partial class MaxCeilUnpadded;

[Pooling(Kind = PoolingKind.Average, KernelShape = [2, 3], Strides = [3, 4], PaddingBegin = [1, 0], PaddingEnd = [0, 2], CeilMode = true, CountIncludePad = true)]
internal sealed partial class AverageCeil;

[Pooling(Kind = PoolingKind.Max, Kernel = 3, Stride = 2, AutoPad = AutoPadding.SameUpper)]
internal sealed partial class MaxSameUpper;

[Pooling(Kind = PoolingKind.Average, Kernel = 4, Stride = 1, AutoPad = AutoPadding.SameLower)]
internal sealed partial class AverageSameLower;

[Pooling(Kind = PoolingKind.Average, Kernel = 3, Stride = 2, AutoPad = AutoPadding.SameUpper, CountIncludePad = true)]
internal sealed partial class AverageSamePaddingCounts;

[Pooling(Kind = PoolingKind.Max, Kernel = 3, Stride = 2, AutoPad = AutoPadding.Valid)]
internal sealed partial class MaxValid;

[Pooling(Kind = PoolingKind.Average, Kernel = 3, Stride = 1, Padding = 1, DivisorOverride = 7)]
internal sealed partial class AverageDivisor;

// NaN never wins.
[Pooling(Kind = PoolingKind.Max, Kernel = 3, Stride = 1, Padding = 1, NaN = NaNRule.Ignore)]
internal sealed partial class MaxIgnoresNaN;

[Pooling(Kind = PoolingKind.Max, Kernel = 2, Ties = TieRule.Last, NaN = NaNRule.Ignore)]
internal sealed partial class Max2x2IgnoresNaN;

// Channels last.
[Pooling(Kind = PoolingKind.Max, Kernel = 3, Stride = 1, Padding = 1, Ties = TieRule.First, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class MaxChannelsLast;

[Pooling(Kind = PoolingKind.Max, Kernel = 2, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class Max2x2ChannelsLast;

[Pooling(Kind = PoolingKind.Max, Kernel = 3, Stride = 2, CeilMode = true, Ties = TieRule.Split, NaN = NaNRule.Ignore, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class MaxCeilChannelsLast;

[Pooling(Kind = PoolingKind.Average, Kernel = 3, Stride = 1, Padding = 1, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class AverageChannelsLast;

[Pooling(Kind = PoolingKind.Average, Kernel = 3, Stride = 2, AutoPad = AutoPadding.SameLower, CountIncludePad = true, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class AverageSameChannelsLast;

[Pooling(Kind = PoolingKind.Max, Kernel = 3, Stride = 1, Ties = TieRule.Last, NaN = NaNRule.Ignore, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class MaxIgnoresNaNChannelsLast;

[Pooling(Kind = PoolingKind.Max, Kernel = 5, Stride = 1, Padding = 2, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class Max5x5ChannelsLast;

[Pooling(Kind = PoolingKind.Max, Kernel = 13, Stride = 1, Padding = 6, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class Max13x13ChannelsLast;

[Pooling(Kind = PoolingKind.Max, KernelShape = [2, 5], Strides = [1, 3], PaddingBegin = [1, 0], PaddingEnd = [0, 3], Ties = TieRule.Split, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class Max2x5ChannelsLast;

[Pooling(Kind = PoolingKind.Max, KernelShape = [1, 7], Strides = [2, 1], PaddingBegin = [0, 3], PaddingEnd = [0, 3], Ties = TieRule.First, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class Max1x7ChannelsLast;

[Pooling(Kind = PoolingKind.Max, Kernel = 3, Stride = 2, Padding = 1, Ties = TieRule.First, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class Max3x3Stride2ChannelsLast;

[Pooling(Kind = PoolingKind.Max, Kernel = 3, Stride = 2, Padding = 1, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class Max3x3Stride2AllChannelsLast;

[Pooling(Kind = PoolingKind.Max, Kernel = 4, Stride = 2, AutoPad = AutoPadding.SameLower, Ties = TieRule.Last, ElementType = typeof(double), Layout = TensorLayout.ChannelsLast)]
internal sealed partial class Max4x4Stride2ChannelsLast;

[Pooling(Kind = PoolingKind.Min, KernelShape = [3, 2], Strides = [1, 2], PaddingBegin = [2, 1], PaddingEnd = [1, 0], CeilMode = true, Ties = TieRule.First, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class Min3x2ChannelsLast;

[Pooling(Kind = PoolingKind.Min, KernelShape = [4, 3], Strides = [3, 1], PaddingBegin = [0, 2], PaddingEnd = [3, 2], Layout = TensorLayout.ChannelsLast)]
internal sealed partial class Min4x3ChannelsLast;

[Pooling(Kind = PoolingKind.Average, Kernel = 3, Stride = 1, Padding = 1, CountIncludePad = true, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class AveragePaddingCountsChannelsLast;

[Pooling(Kind = PoolingKind.Average, KernelShape = [4, 5], Stride = 1, PaddingBegin = [3, 1], PaddingEnd = [1, 4], Layout = TensorLayout.ChannelsLast)]
internal sealed partial class Average4x5ChannelsLast;

[Pooling(Kind = PoolingKind.Average, Kernel = 11, Stride = 1, Padding = 5, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class Average11x11ChannelsLast;

[Pooling(Kind = PoolingKind.Average, KernelShape = [5, 3], Stride = 2, Padding = 1, CeilMode = true, CountIncludePad = true, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class AverageCeilChannelsLast;

[Pooling(Kind = PoolingKind.Average, KernelShape = [7, 1], Stride = 1, AutoPad = AutoPadding.SameUpper, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class Average7x1ChannelsLast;

[Pooling(Kind = PoolingKind.Average, Kernel = 2, Stride = 1, DivisorOverride = 3, ElementType = typeof(double), Layout = TensorLayout.ChannelsLast)]
internal sealed partial class AverageDoubleChannelsLast;

// Double.
[Pooling(Kind = PoolingKind.Max, Kernel = 3, Stride = 1, Padding = 1, Ties = TieRule.First, ElementType = typeof(double))]
internal sealed partial class MaxDouble;

[Pooling(Kind = PoolingKind.Max, Kernel = 2, Ties = TieRule.Split, ElementType = typeof(double))]
internal sealed partial class Max2x2Double;

[Pooling(Kind = PoolingKind.Average, Kernel = 3, Stride = 2, Padding = 1, ElementType = typeof(double))]
internal sealed partial class AverageDouble;

[Pooling(Kind = PoolingKind.Max, Kernel = 17, Stride = 2, Padding = 8, ElementType = typeof(double), Layout = TensorLayout.ChannelsLast)]
internal sealed partial class MaxDoubleChannelsLast;

[Pooling(Kind = PoolingKind.Average, Kernel = 5, Stride = 1, PaddingBegin = [1, 2], PaddingEnd = [3, 0], ElementType = typeof(double))]
internal sealed partial class Average5x5Double;

[Pooling(Kind = PoolingKind.Average, Kernel = 9, Stride = 1, PaddingBegin = [1, 2], PaddingEnd = [3, 0], ElementType = typeof(double))]
internal sealed partial class Average9x9Double;

[Pooling(Kind = PoolingKind.Max, Kernel = 15, Stride = 1, Padding = 3, Ties = TieRule.Last, ElementType = typeof(double))]
internal sealed partial class Max15x15Double;

[Pooling(Kind = PoolingKind.Average, Kernel = 6, ElementType = typeof(double))]
internal sealed partial class Average6x6Double;

// One spatial axis.
[Pooling(Kind = PoolingKind.Max, Rank = 1, Kernel = 3, Stride = 1, Padding = 1)]
internal sealed partial class MaxRow;

[Pooling(Kind = PoolingKind.Max, Rank = 1, Kernel = 2, Ties = TieRule.First)]
internal sealed partial class MaxRowFirst;

[Pooling(
    Kind = PoolingKind.Max, Rank = 1, KernelShape = [4], Strides = [3], Dilations = [2], PaddingBegin = [3], PaddingEnd = [1], CeilMode = true,
    Ties = TieRule.Split)]
internal sealed partial class MaxRowDilated;

[Pooling(Kind = PoolingKind.Average, Rank = 1, Kernel = 5, Stride = 2, Padding = 2)]
internal sealed partial class AverageRow;

[Pooling(Kind = PoolingKind.Average, Rank = 1, Kernel = 3, Stride = 1, AutoPad = AutoPadding.SameUpper, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class AverageRowChannelsLast;

[Pooling(
    Kind = PoolingKind.Max, Rank = 1, Kernel = 13, Stride = 1, Padding = 6, Ties = TieRule.Last, Layout = TensorLayout.ChannelsLast,
    ElementType = typeof(double))]
internal sealed partial class MaxRowChannelsLast;

// Every tap but one of a window may lie in the padding.
[Pooling(Kind = PoolingKind.Average, Kernel = 2, Stride = 1, Padding = 1)]
internal sealed partial class Average2x2FullyPadded;

[Pooling(Kind = PoolingKind.Average, KernelShape = [3, 2], Stride = 1, PaddingBegin = [2, 1], PaddingEnd = [0, 1])]
internal sealed partial class Average3x2FullyPadded;

// The other kinds.
[Pooling(Kind = PoolingKind.Min, Kernel = 3, Stride = 1, Padding = 1, Ties = TieRule.First)]
internal sealed partial class Min3x3;

[Pooling(Kind = PoolingKind.Min, Kernel = 3, Stride = 2, PaddingBegin = [1, 0], PaddingEnd = [0, 2])]
internal sealed partial class Min3x3Stride2;

[Pooling(Kind = PoolingKind.Min, Kernel = 2, Ties = TieRule.Last, NaN = NaNRule.Ignore)]
internal sealed partial class Min2x2IgnoresNaN;

[Pooling(Kind = PoolingKind.Min, Kernel = 3, Stride = 1, Padding = 1, Ties = TieRule.Split, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class MinChannelsLast;

[Pooling(Kind = PoolingKind.Min, Kernel = 5, Stride = 1, Padding = 2, NaN = NaNRule.Ignore, ElementType = typeof(double))]
internal sealed partial class MinDouble;

[Pooling(Kind = PoolingKind.Sum, Kernel = 3, Stride = 1, Padding = 1)]
internal sealed partial class Sum3x3;

[Pooling(Kind = PoolingKind.Lp, Kernel = 3, Stride = 1, Padding = 1)]
internal sealed partial class Norm3x3;

[Pooling(Kind = PoolingKind.Lp, Kernel = 2, NormType = 1)]
internal sealed partial class Norm1;

[Pooling(Kind = PoolingKind.Lp, Kernel = 3, Stride = 2, Padding = 1, CeilMode = true, NormType = 3, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class Norm3ChannelsLast;

[Pooling(Kind = PoolingKind.Lp, KernelShape = [2, 3], Strides = [2, 1], NormType = 0.5, ElementType = typeof(double))]
internal sealed partial class NormHalfDouble;

[Pooling(Kind = PoolingKind.Sum, Kernel = 2)]
internal sealed partial class Sum2x2;

[Pooling(Kind = PoolingKind.Sum, Kernel = 3, Stride = 2, Padding = 1, CeilMode = true, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class SumCeilChannelsLast;

[Pooling(Kind = PoolingKind.Sum, KernelShape = [4, 3], Stride = 2, Padding = 1, ElementType = typeof(double))]
internal sealed partial class SumDouble;

// Every shape of target.
[Pooling(Kind = PoolingKind.Max, Kernel = 2)]
internal partial struct MaxStruct;

[Pooling(Kind = PoolingKind.Average, Kernel = 2)]
internal partial record struct AverageRecordStruct;

[Pooling(Kind = PoolingKind.Max, Kernel = 2, Ties = TieRule.First)]
internal static partial class MaxStatic;

internal static partial class Outer<TUnused>
{
    internal partial interface IInner
    {
        [Pooling(Kind = PoolingKind.Max, Kernel = 2, Ties = TieRule.Last)]
        internal sealed partial class MaxNested;
    }
}
