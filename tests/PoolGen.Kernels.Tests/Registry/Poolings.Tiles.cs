namespace PoolGen.Kernels.Tests;

// Windows that do not overlap, side by side in a vector.
[Pooling(Kind = PoolingKind.Max, Kernel = 6)]
internal sealed partial class MaxTiles6x6;

[Pooling(Kind = PoolingKind.Max, Kernel = 6, Ties = TieRule.First)]
internal sealed partial class MaxTiles6x6First;

[Pooling(Kind = PoolingKind.Max, KernelShape = [7, 5], Strides = [8, 6], PaddingBegin = [3, 2], PaddingEnd = [5, 3], CeilMode = true)]
internal sealed partial class MaxTilesApart;

[Pooling(Kind = PoolingKind.Min, KernelShape = [5, 6], Strides = [5, 7], PaddingBegin = [2, 3], PaddingEnd = [4, 2], CeilMode = true, Ties = TieRule.Last)]
internal sealed partial class MinTilesLast;

[Pooling(Kind = PoolingKind.Max, KernelShape = [6, 8], PaddingBegin = [0, 5], PaddingEnd = [3, 0], Ties = TieRule.Split, NaN = NaNRule.Ignore)]
internal sealed partial class MaxTilesSplit;

[Pooling(Kind = PoolingKind.Min, Kernel = 6, Strides = [7, 6], AutoPad = AutoPadding.SameUpper, Ties = TieRule.First, NaN = NaNRule.Ignore)]
internal sealed partial class MinTilesSame;

[Pooling(Kind = PoolingKind.Max, KernelShape = [12, 3], Padding = 1)]
internal sealed partial class MaxTiles12x3;

[Pooling(Kind = PoolingKind.Max, KernelShape = [2, 16], Strides = [3, 16], PaddingBegin = [0, 9])]
internal sealed partial class MaxTiles2x16;

[Pooling(Kind = PoolingKind.Min, KernelShape = [20, 5], PaddingBegin = [7, 0])]
internal sealed partial class MinTiles20x5;

[Pooling(Kind = PoolingKind.Max, Kernel = 7, Padding = 3, ElementType = typeof(double))]
internal sealed partial class MaxTilesDouble;

[Pooling(Kind = PoolingKind.Max, Kernel = 5, Strides = [5, 8], Padding = 2, Ties = TieRule.First, ElementType = typeof(double))]
internal sealed partial class MaxTilesDoubleFirst;

[Pooling(Kind = PoolingKind.Max, Kernel = 6, ElementType = typeof(int))]
internal sealed partial class IntMaxTiles;

[Pooling(Kind = PoolingKind.Min, Kernel = 5, Padding = 2, Ties = TieRule.Last, ElementType = typeof(Half))]
internal sealed partial class HalfMinTiles;

[Pooling(Kind = PoolingKind.Max, Kernel = 9, PaddingBegin = [4, 2], PaddingEnd = [0, 5])]
internal sealed partial class MaxTilesLookedUp;
