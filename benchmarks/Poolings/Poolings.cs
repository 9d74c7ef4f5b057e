using static PoolGen.PoolingKind;
using static PoolGen.TensorLayout;
using static PoolGen.TieRule;

namespace PoolGen.Benchmarks.Poolings;

// What a user of the package writes: every window of the cases, in both layouts, maxima under both tie rules. Nothing but the attribute
// tells what a type is for; PoolingCatalog reads it.

[Pooling(Kind = Max, Kernel = 2, Ties = First)]
internal readonly partial struct Max2First;

[Pooling(Kind = Max, Kernel = 2)]
internal readonly partial struct Max2All;

[Pooling(Kind = Max, Kernel = 2, Ties = First, Layout = ChannelsLast)]
internal readonly partial struct Max2FirstChannelsLast;

[Pooling(Kind = Max, Kernel = 2, Layout = ChannelsLast)]
internal readonly partial struct Max2AllChannelsLast;

[Pooling(Kind = Max, Kernel = 3, Stride = 1, Ties = First)]
internal readonly partial struct Max3Stride1First;

[Pooling(Kind = Max, Kernel = 3, Stride = 1)]
internal readonly partial struct Max3Stride1All;

[Pooling(Kind = Max, Kernel = 3, Stride = 1, Ties = First, Layout = ChannelsLast)]
internal readonly partial struct Max3Stride1FirstChannelsLast;

[Pooling(Kind = Max, Kernel = 3, Stride = 1, Layout = ChannelsLast)]
internal readonly partial struct Max3Stride1AllChannelsLast;

[Pooling(Kind = Max, Kernel = 3, Stride = 1, Padding = 1, Ties = First)]
internal readonly partial struct Max3Stride1PaddedFirst;

[Pooling(Kind = Max, Kernel = 3, Stride = 1, Padding = 1)]
internal readonly partial struct Max3Stride1PaddedAll;

[Pooling(Kind = Max, Kernel = 3, Stride = 1, Padding = 1, Ties = First, Layout = ChannelsLast)]
internal readonly partial struct Max3Stride1PaddedFirstChannelsLast;

[Pooling(Kind = Max, Kernel = 3, Stride = 1, Padding = 1, Layout = ChannelsLast)]
internal readonly partial struct Max3Stride1PaddedAllChannelsLast;

[Pooling(Kind = Max, Kernel = 3, Stride = 2, Ties = First)]
internal readonly partial struct Max3Stride2First;

[Pooling(Kind = Max, Kernel = 3, Stride = 2)]
internal readonly partial struct Max3Stride2All;

[Pooling(Kind = Max, Kernel = 3, Stride = 2, Ties = First, Layout = ChannelsLast)]
internal readonly partial struct Max3Stride2FirstChannelsLast;

[Pooling(Kind = Max, Kernel = 3, Stride = 2, Layout = ChannelsLast)]
internal readonly partial struct Max3Stride2AllChannelsLast;

[Pooling(Kind = Max, Kernel = 3, Stride = 2, Padding = 1, Ties = First)]
internal readonly partial struct Max3Stride2PaddedFirst;

[Pooling(Kind = Max, Kernel = 3, Stride = 2, Padding = 1)]
internal readonly partial struct Max3Stride2PaddedAll;

[Pooling(Kind = Max, Kernel = 3, Stride = 2, Padding = 1, Ties = First, Layout = ChannelsLast)]
internal readonly partial struct Max3Stride2PaddedFirstChannelsLast;

[Pooling(Kind = Max, Kernel = 3, Stride = 2, Padding = 1, Layout = ChannelsLast)]
internal readonly partial struct Max3Stride2PaddedAllChannelsLast;

[Pooling(Kind = Max, Kernel = 3, Stride = 2, PaddingBegin = [0, 0], PaddingEnd = [1, 1], Ties = First)]
internal readonly partial struct Max3Stride2PaddedAtEndFirst;

[Pooling(Kind = Max, Kernel = 3, Stride = 2, PaddingBegin = [0, 0], PaddingEnd = [1, 1])]
internal readonly partial struct Max3Stride2PaddedAtEndAll;

[Pooling(Kind = Max, Kernel = 3, Stride = 2, PaddingBegin = [0, 0], PaddingEnd = [1, 1], Ties = First, Layout = ChannelsLast)]
internal readonly partial struct Max3Stride2PaddedAtEndFirstChannelsLast;

[Pooling(Kind = Max, Kernel = 3, Stride = 2, PaddingBegin = [0, 0], PaddingEnd = [1, 1], Layout = ChannelsLast)]
internal readonly partial struct Max3Stride2PaddedAtEndAllChannelsLast;

[Pooling(Kind = Max, Kernel = 5, Stride = 1, Padding = 2, Ties = First)]
internal readonly partial struct Max5Stride1PaddedFirst;

[Pooling(Kind = Max, Kernel = 5, Stride = 1, Padding = 2)]
internal readonly partial struct Max5Stride1PaddedAll;

[Pooling(Kind = Max, Kernel = 5, Stride = 1, Padding = 2, Ties = First, Layout = ChannelsLast)]
internal readonly partial struct Max5Stride1PaddedFirstChannelsLast;

[Pooling(Kind = Max, Kernel = 5, Stride = 1, Padding = 2, Layout = ChannelsLast)]
internal readonly partial struct Max5Stride1PaddedAllChannelsLast;

[Pooling(Kind = Max, Kernel = 13, Stride = 1, Padding = 6, Ties = First)]
internal readonly partial struct Max13Stride1PaddedFirst;

[Pooling(Kind = Max, Kernel = 13, Stride = 1, Padding = 6)]
internal readonly partial struct Max13Stride1PaddedAll;

[Pooling(Kind = Max, Kernel = 13, Stride = 1, Padding = 6, Ties = First, Layout = ChannelsLast)]
internal readonly partial struct Max13Stride1PaddedFirstChannelsLast;

[Pooling(Kind = Max, Kernel = 13, Stride = 1, Padding = 6, Layout = ChannelsLast)]
internal readonly partial struct Max13Stride1PaddedAllChannelsLast;

[Pooling(Kind = Average, Kernel = 2)]
internal readonly partial struct Average2;

[Pooling(Kind = Average, Kernel = 2, Layout = ChannelsLast)]
internal readonly partial struct Average2ChannelsLast;

[Pooling(Kind = Average, Kernel = 3, Stride = 1)]
internal readonly partial struct Average3Stride1;

[Pooling(Kind = Average, Kernel = 3, Stride = 1, Layout = ChannelsLast)]
internal readonly partial struct Average3Stride1ChannelsLast;

[Pooling(Kind = Average, Kernel = 3, Stride = 1, Padding = 1)]
internal readonly partial struct Average3Stride1Padded;

[Pooling(Kind = Average, Kernel = 3, Stride = 1, Padding = 1, Layout = ChannelsLast)]
internal readonly partial struct Average3Stride1PaddedChannelsLast;

[Pooling(Kind = Average, Kernel = 3, Stride = 1, Padding = 1, CountIncludePad = true)]
internal readonly partial struct Average3Stride1PaddingCounts;

[Pooling(Kind = Average, Kernel = 3, Stride = 1, Padding = 1, CountIncludePad = true, Layout = ChannelsLast)]
internal readonly partial struct Average3Stride1PaddingCountsChannelsLast;

[Pooling(Kind = Average, Kernel = 3, Stride = 2, Padding = 1)]
internal readonly partial struct Average3Stride2Padded;

[Pooling(Kind = Average, Kernel = 3, Stride = 2, Padding = 1, Layout = ChannelsLast)]
internal readonly partial struct Average3Stride2PaddedChannelsLast;

[Pooling(Kind = Average, Kernel = 7, Stride = 1)]
internal readonly partial struct Average7;

[Pooling(Kind = Average, Kernel = 7, Stride = 1, Layout = ChannelsLast)]
internal readonly partial struct Average7ChannelsLast;

[Pooling(Kind = Average, Kernel = 8, Stride = 1)]
internal readonly partial struct Average8;

[Pooling(Kind = Average, Kernel = 8, Stride = 1, Layout = ChannelsLast)]
internal readonly partial struct Average8ChannelsLast;
