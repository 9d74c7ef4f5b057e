namespace PoolGen.Sample;

/// <summary>The first pooling of the network: the strongest response of every 2x2 block.</summary>
[Pooling(Kind = PoolingKind.Max, Kernel = 2)]
public partial class MaxPool2x2;

/// <summary>The second pooling of the network: the strongest response of every 3x3 block.</summary>
[Pooling(Kind = PoolingKind.Max, Kernel = 3)]
public partial class MaxPool3x3;

/// <summary>The worked example's maximum: overlapping windows, and every winner of a tie receives the gradient.</summary>
[Pooling(Kind = PoolingKind.Max, Kernel = 3, Stride = 1, Ties = TieRule.All)]
public partial class SlidingMax3x3;

/// <summary>The worked example's mean.</summary>
[Pooling(Kind = PoolingKind.Average, Kernel = 3, Stride = 1)]
public partial class SlidingMean3x3;
