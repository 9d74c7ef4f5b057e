namespace PoolGen.Kernels.Tests;

// Each rank in each layout, and each element type; windows that lie apart, overlap, and are padded.
[Unpooling(Kernel = 2, Stride = 2)]
internal sealed partial class Unpool2x2;

[Unpooling(Kernel = 3, Stride = 2, Padding = 1, Layout = TensorLayout.ChannelsLast)]
internal sealed partial class Unpool3x3ChannelsLast;

[Unpooling(KernelShape = [3, 2], Strides = [1, 3], PaddingBegin = [1, 0], PaddingEnd = [0, 1], ElementType = typeof(double))]
internal partial struct UnpoolUnequal;

[Unpooling(Rank = 1, Kernel = 2, ElementType = typeof(Half))]
internal sealed partial class UnpoolRow;

[Unpooling(Rank = 1, Kernel = 3, Layout = TensorLayout.ChannelsLast, ElementType = typeof(short))]
internal sealed partial class UnpoolRowChannelsLast;

[Unpooling(Rank = 3, Kernel = 2, ElementType = typeof(byte))]
internal sealed partial class UnpoolVolume;

[Unpooling(Rank = 3, KernelShape = [1, 2, 3], Layout = TensorLayout.ChannelsLast, ElementType = typeof(sbyte))]
internal sealed partial class UnpoolVolumeChannelsLast;

[Unpooling(Kernel = 2, ElementType = typeof(int))]
internal sealed partial class UnpoolInts;

[Unpooling(Kernel = 2, Layout = TensorLayout.ChannelsLast, ElementType = typeof(double))]
internal sealed partial class UnpoolDoublesChannelsLast;

[Unpooling(Kernel = 2, Stride = 2)]
internal static partial class UnpoolStatic;
