namespace PoolGen.Sample.Network;

/// <summary>
/// A network in the style of LeNet-5 (LeCun et al., "Gradient-based learning applied to document recognition", 1998): two rounds of
/// convolution and pooling, then dense layers. Input N x 1 x 28 x 28, output N x 10.
/// </summary>
internal static class LeNet
{
    /// <summary>The extent of the input images on both axes, in pixels.</summary>
    public const int ImageExtent = 28;

    /// <summary>The number of classes.</summary>
    public const int Classes = 10;

    /// <summary>The network with the generated pooling layers.</summary>
    public static Sequential WithPooling(int seed) => Create(seed, new Pooling(new MaxPool2x2()), new Pooling(new MaxPool3x3()));

    /// <summary>The same network, its pooling replaced by keeping one output of every window's extent.</summary>
    public static Sequential WithSubsampling(int seed) => Create(seed, new Subsampling(2), new Subsampling(3));

    /// <summary>The network around a layer that halves both spatial extents and one that divides them by 3.</summary>
    public static Sequential Create(int seed, ILayer halving, ILayer thirding)
    {
        var random = new Random(seed);
        return new Sequential(
            new Convolution(1, 6, kernel: 5, random),           // 6 x 24 x 24
            new Relu(),
            halving,                                            // 6 x 12 x 12
            new Convolution(6, 16, kernel: 4, random),          // 16 x 9 x 9
            new Relu(),
            thirding,                                           // 16 x 3 x 3
            new Dense(16 * 3 * 3, 84, random),
            new Relu(),
            new Dense(84, Classes, random));
    }
}
