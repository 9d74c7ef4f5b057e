namespace PoolGen.Kernels.Tests;

// Elements that are computed in wider types, and those whose extremes have narrow lanes.
[Pooling(Kind = PoolingKind.Max, Kernel = 3, Stride = 1, Padding = 1, ElementType = typeof(Half))]
internal sealed partial class HalfMax3x3;

[Pooling(Kind = PoolingKind.Max, Kernel = 2, Ties = TieRule.First, ElementType = typeof(Half))]
internal sealed partial class HalfMax2x2;

[Pooling(
    Kind = PoolingKind.Min, Kernel = 3, Stride = 1, PaddingBegin = [1, 0], PaddingEnd = [1, 2], Ties = TieRule.Last,
    Layout = TensorLayout.ChannelsLast, ElementType = typeof(Half))]
internal sealed partial class HalfMinChannelsLast;

[Pooling(Kind = PoolingKind.Average, Kernel = 2, ElementType = typeof(Half))]
internal sealed partial class HalfAverage2x2;

[Pooling(Kind = PoolingKind.Average, Kernel = 3, Stride = 1, Padding = 1, ElementType = typeof(Half))]
internal sealed partial class HalfAverage3x3;

[Pooling(Kind = PoolingKind.Sum, Kernel = 3, Stride = 1, Padding = 1, ElementType = typeof(Half))]
internal sealed partial class HalfSum3x3;

[Pooling(Kind = PoolingKind.Max, Kernel = 3, Stride = 1, Padding = 1, ElementType = typeof(byte))]
internal sealed partial class ByteMax3x3;

[Pooling(Kind = PoolingKind.Max, Kernel = 2, Ties = TieRule.First, ElementType = typeof(byte))]
internal sealed partial class ByteMax2x2;

[Pooling(
    Kind = PoolingKind.Min, Kernel = 3, Stride = 1, PaddingBegin = [1, 0], PaddingEnd = [1, 2], Ties = TieRule.Last,
    Layout = TensorLayout.ChannelsLast, ElementType = typeof(byte))]
internal sealed partial class ByteMinChannelsLast;

[Pooling(Kind = PoolingKind.Average, Kernel = 2, ElementType = typeof(byte))]
internal sealed partial class ByteAverage2x2;

[Pooling(Kind = PoolingKind.Average, Kernel = 3, Stride = 1, Padding = 1, ElementType = typeof(byte))]
internal sealed partial class ByteAverage3x3;

[Pooling(Kind = PoolingKind.Sum, Kernel = 3, Stride = 1, Padding = 1, ElementType = typeof(byte))]
internal sealed partial class ByteSum3x3;

[Pooling(Kind = PoolingKind.Max, Kernel = 3, Stride = 1, Padding = 1, ElementType = typeof(sbyte))]
internal sealed partial class SByteMax3x3;

[Pooling(Kind = PoolingKind.Max, Kernel = 2, Ties = TieRule.First, ElementType = typeof(sbyte))]
internal sealed partial class SByteMax2x2;

[Pooling(
    Kind = PoolingKind.Min, Kernel = 3, Stride = 1, PaddingBegin = [1, 0], PaddingEnd = [1, 2], Ties = TieRule.Last,
    Layout = TensorLayout.ChannelsLast, ElementType = typeof(sbyte))]
internal sealed partial class SByteMinChannelsLast;

[Pooling(Kind = PoolingKind.Average, Kernel = 2, ElementType = typeof(sbyte))]
internal sealed partial class SByteAverage2x2;

[Pooling(Kind = PoolingKind.Average, Kernel = 3, Stride = 1, Padding = 1, ElementType = typeof(sbyte))]
internal sealed partial class SByteAverage3x3;

[Pooling(Kind = PoolingKind.Sum, Kernel = 3, Stride = 1, Padding = 1, ElementType = typeof(sbyte))]
internal sealed partial class SByteSum3x3;

[Pooling(Kind = PoolingKind.Max, Kernel = 3, Stride = 1, Padding = 1, ElementType = typeof(short))]
internal sealed partial class ShortMax3x3;

[Pooling(Kind = PoolingKind.Max, Kernel = 2, Ties = TieRule.First, ElementType = typeof(short))]
internal sealed partial class ShortMax2x2;

[Pooling(
    Kind = PoolingKind.Min, Kernel = 3, Stride = 1, PaddingBegin = [1, 0], PaddingEnd = [1, 2], Ties = TieRule.Last,
    Layout = TensorLayout.ChannelsLast, ElementType = typeof(short))]
internal sealed partial class ShortMinChannelsLast;

[Pooling(Kind = PoolingKind.Average, Kernel = 2, ElementType = typeof(short))]
internal sealed partial class ShortAverage2x2;

[Pooling(Kind = PoolingKind.Average, Kernel = 3, Stride = 1, Padding = 1, ElementType = typeof(short))]
internal sealed partial class ShortAverage3x3;

[Pooling(Kind = PoolingKind.Sum, Kernel = 3, Stride = 1, Padding = 1, ElementType = typeof(short))]
internal sealed partial class ShortSum3x3;

[Pooling(Kind = PoolingKind.Max, Kernel = 3, Stride = 1, Padding = 1, ElementType = typeof(int))]
internal sealed partial class IntMax3x3;

[Pooling(Kind = PoolingKind.Max, Kernel = 2, Ties = TieRule.First, ElementType = typeof(int))]
internal sealed partial class IntMax2x2;

[Pooling(
    Kind = PoolingKind.Min, Kernel = 3, Stride = 1, PaddingBegin = [1, 0], PaddingEnd = [1, 2], Ties = TieRule.Last,
    Layout = TensorLayout.ChannelsLast, ElementType = typeof(int))]
internal sealed partial class IntMinChannelsLast;

[Pooling(Kind = PoolingKind.Average, Kernel = 2, ElementType = typeof(int))]
internal sealed partial class IntAverage2x2;

[Pooling(Kind = PoolingKind.Average, Kernel = 3, Stride = 1, Padding = 1, ElementType = typeof(int))]
internal sealed partial class IntAverage3x3;

[Pooling(Kind = PoolingKind.Sum, Kernel = 3, Stride = 1, Padding = 1, ElementType = typeof(int))]
internal sealed partial class IntSum3x3;

[Pooling(
    Kind = PoolingKind.Max, Kernel = 3, Stride = 2, Padding = 1, CeilMode = true, Ties = TieRule.Split, NaN = NaNRule.Ignore,
    ElementType = typeof(Half))]
internal sealed partial class HalfMaxIgnoresNaN;

[Pooling(
    Kind = PoolingKind.Min, KernelShape = [2, 3], Stride = 1, Dilations = [1, 2], PaddingBegin = [1, 4], PaddingEnd = [1, 4],
    NaN = NaNRule.Ignore, ElementType = typeof(Half))]
internal sealed partial class HalfMinIgnoresNaN;

[Pooling(
    Kind = PoolingKind.Average, Kernel = 3, Stride = 2, AutoPad = AutoPadding.SameLower, CountIncludePad = true,
    Layout = TensorLayout.ChannelsLast, ElementType = typeof(Half))]
internal sealed partial class HalfAverageChannelsLast;

[Pooling(Kind = PoolingKind.Average, Kernel = 13, Stride = 1, Padding = 6, ElementType = typeof(Half))]
internal sealed partial class HalfAverage13x13;

[Pooling(Kind = PoolingKind.Lp, Kernel = 3, Stride = 1, Padding = 1, ElementType = typeof(Half))]
internal sealed partial class HalfNorm3x3;

[Pooling(Kind = PoolingKind.Lp, Kernel = 2, NormType = 3, Layout = TensorLayout.ChannelsLast, ElementType = typeof(Half))]
internal sealed partial class HalfNorm3ChannelsLast;

[Pooling(Kind = PoolingKind.Max, Rank = 1, Kernel = 3, Stride = 1, Padding = 1, Ties = TieRule.First, ElementType = typeof(Half))]
internal sealed partial class HalfMaxRow;

[Pooling(Kind = PoolingKind.Max, Kernel = 3, Stride = 2, Padding = 1, Ties = TieRule.First, ElementType = typeof(byte))]
internal sealed partial class ByteMax3x3Stride2;

[Pooling(Kind = PoolingKind.Max, Kernel = 13, Stride = 1, Padding = 6, ElementType = typeof(byte))]
internal sealed partial class ByteMax13x13;

[Pooling(Kind = PoolingKind.Max, Kernel = 13, Stride = 1, Padding = 6, ElementType = typeof(byte), Layout = TensorLayout.ChannelsLast)]
internal sealed partial class ByteMax13x13ChannelsLast;

[Pooling(Kind = PoolingKind.Min, Kernel = 11, Stride = 3, ElementType = typeof(sbyte))]
internal sealed partial class SByteMin11x11Stride3;

[Pooling(Kind = PoolingKind.Max, Kernel = 3, ElementType = typeof(byte))]
internal sealed partial class ByteMax3x3Tiles;

[Pooling(
    Kind = PoolingKind.Max, Kernel = 5, Stride = 1, Padding = 2, Ties = TieRule.First, Layout = TensorLayout.ChannelsLast,
    ElementType = typeof(byte))]
internal sealed partial class ByteMax5x5ChannelsLast;

[Pooling(
    Kind = PoolingKind.Max, KernelShape = [3, 2], Stride = 1, Dilations = [2, 3], PaddingBegin = [2, 1], PaddingEnd = [1, 2],
    ElementType = typeof(byte))]
internal sealed partial class ByteMaxDilated;

[Pooling(Kind = PoolingKind.Max, Kernel = 2, Stride = 1, Dilation = 5, Padding = 4, ElementType = typeof(byte))]
internal sealed partial class ByteMaxEmptyWindows;

[Pooling(Kind = PoolingKind.Min, Kernel = 4, Strides = [3, 4], Ties = TieRule.Last, ElementType = typeof(byte))]
internal sealed partial class ByteMinStride4;

[Pooling(
    Kind = PoolingKind.Average, Kernel = 3, Stride = 2, Padding = 1, CeilMode = true, CountIncludePad = true,
    Layout = TensorLayout.ChannelsLast, ElementType = typeof(byte))]
internal sealed partial class ByteAverageChannelsLast;

[Pooling(Kind = PoolingKind.Average, Kernel = 20, Stride = 3, Padding = 7, ElementType = typeof(byte))]
internal sealed partial class ByteAverage20x20;

[Pooling(Kind = PoolingKind.Average, Kernel = 3, Stride = 1, DivisorOverride = 2, ElementType = typeof(byte))]
internal sealed partial class ByteAverageDivisor;

[Pooling(Kind = PoolingKind.Average, Rank = 1, Kernel = 5, Stride = 2, Padding = 2, ElementType = typeof(byte))]
internal sealed partial class ByteAverageRow;

[Pooling(Kind = PoolingKind.Max, Kernel = 20, Stride = 3, Padding = 7, Ties = TieRule.Last, ElementType = typeof(sbyte))]
internal sealed partial class SByteMax20x20;

[Pooling(Kind = PoolingKind.Min, Kernel = 3, Stride = 3, PaddingBegin = [1, 2], PaddingEnd = [0, 1], ElementType = typeof(sbyte))]
internal sealed partial class SByteMin3x3Stride3;

[Pooling(Kind = PoolingKind.Average, Kernel = 4, Stride = 1, AutoPad = AutoPadding.SameUpper, ElementType = typeof(sbyte))]
internal sealed partial class SByteAverageSame;

[Pooling(Kind = PoolingKind.Max, Kernel = 4, Stride = 2, Padding = 1, ElementType = typeof(short))]
internal sealed partial class ShortMax4x4;

[Pooling(Kind = PoolingKind.Max, Kernel = 3, Ties = TieRule.Split, ElementType = typeof(short))]
internal sealed partial class ShortMax3x3Tiles;

[Pooling(Kind = PoolingKind.Min, Kernel = 9, Stride = 1, Padding = 4, Layout = TensorLayout.ChannelsLast, ElementType = typeof(short))]
internal sealed partial class ShortMin9x9ChannelsLast;

[Pooling(Kind = PoolingKind.Average, Kernel = 16, Stride = 4, ElementType = typeof(short))]
internal sealed partial class ShortAverage16x16;

[Pooling(
    Kind = PoolingKind.Sum, Kernel = 3, Stride = 2, Padding = 1, CeilMode = true, Layout = TensorLayout.ChannelsLast,
    ElementType = typeof(short))]
internal sealed partial class ShortSumChannelsLast;

[Pooling(Kind = PoolingKind.Max, Kernel = 3, Stride = 2, Padding = 1, Ties = TieRule.First, ElementType = typeof(int))]
internal sealed partial class IntMax3x3Stride2;

[Pooling(Kind = PoolingKind.Max, Kernel = 3, Stride = 1, Ties = TieRule.Split, ElementType = typeof(int))]
internal sealed partial class IntMaxSplit;

[Pooling(Kind = PoolingKind.Max, Kernel = 13, Stride = 1, Padding = 6, ElementType = typeof(int))]
internal sealed partial class IntMax13x13;

[Pooling(
    Kind = PoolingKind.Average, KernelShape = [5, 3], Stride = 1, PaddingBegin = [2, 1], PaddingEnd = [2, 1],
    Layout = TensorLayout.ChannelsLast, ElementType = typeof(int))]
internal sealed partial class IntAverageChannelsLast;

[Pooling(Kind = PoolingKind.Average, Kernel = 3, Stride = 2, Padding = 1, CeilMode = true, CountIncludePad = true, ElementType = typeof(int))]
internal sealed partial class IntAveragePaddingCounts;
