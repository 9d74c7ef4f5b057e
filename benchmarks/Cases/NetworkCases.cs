namespace PoolGen.Benchmarks.Cases;

/// <summary>
/// Shapes of real networks. Those of benchdnn are from oneDNN's tests (<c>tests/benchdnn/inputs/pool</c>, the file is named), with a
/// batch that lets the tensors stay below 128 MB.
/// </summary>
internal static class NetworkCases
{
    private static readonly Window s_max3Stride2 = new(PoolingKind.Max, 3, 2, 0, 0);
    private static readonly Window s_max3 = new(PoolingKind.Max, 3, 1, 1, 1);
    private static readonly Window s_max2 = new(PoolingKind.Max, 2, 2, 0, 0);
    private static readonly Window s_average3 = new(PoolingKind.Average, 3, 1, 1, 1);
    private static readonly Window s_average2 = new(PoolingKind.Average, 2, 2, 0, 0);

    public static IReadOnlyList<Case> All { get; } =
    [
        new("alexnet1", "benchdnn shapes_alexnet, max_pool1", s_max3Stride2, 16, 96, 55, 55),
        new("alexnet2", "benchdnn shapes_alexnet, max_pool2", s_max3Stride2, 16, 256, 27, 27),
        new("alexnet5", "benchdnn shapes_alexnet, max_pool5", s_max3Stride2, 16, 256, 13, 13),
        new("googlenet2", "benchdnn shapes_googlenet_v1, max_pool2/3x3_s2", s_max3Stride2, 16, 192, 57, 57),
        new("googlenet3b", "benchdnn shapes_googlenet_v1, inception_3b/max_pool", s_max3, 16, 256, 28, 28),
        new("googlenet4b", "benchdnn shapes_googlenet_v1, inception_4b/max_pool", s_max3, 16, 512, 14, 14),
        new("googlenet5a", "benchdnn shapes_googlenet_v1, inception_5a/max_pool", s_max3, 16, 832, 7, 7),
        new("inception35", "benchdnn shapes_googlenet_v3, ave_pool_mixed_2_pool", s_average3, 8, 288, 35, 35),
        new("inception8", "benchdnn shapes_googlenet_v3, ave_pool_mixed_9_pool", s_average3, 16, 1280, 8, 8),
        new("inception17", "benchdnn shapes_googlenet_v3, max_pool_mixed_8_pool", s_max3Stride2, 16, 768, 17, 17),
        new("inceptionglobal", "benchdnn shapes_2d_small, googlenet_v3:ave_global_pool", new(PoolingKind.Average, 8, 1, 0, 0), 2, 2048, 8, 8),
        new("resnetglobal", "benchdnn shapes_2d_small, resnet_50:ave_pool5", new(PoolingKind.Average, 7, 1, 0, 0), 2, 2048, 7, 7),
        new("same32", "benchdnn shapes_2d, padding at the end only as TensorFlow's SAME", new(PoolingKind.Max, 3, 2, 0, 1), 16, 64, 32, 32),
        new("vgg2", "torchvision vgg16, pool 2", s_max2, 2, 128, 112, 112),
        new("vgg5", "torchvision vgg16, pool 5", s_max2, 16, 512, 14, 14),
        new("densenet1", "torchvision densenet121, transition1", s_average2, 4, 128, 56, 56),
        new("densenet3", "torchvision densenet121, transition3", s_average2, 16, 512, 14, 14),
        new("shufflenet3", "ShuffleNet v1, shortcut of stage 3", new(PoolingKind.Average, 3, 2, 1, 1), 16, 240, 28, 28),
        new("lenet", "LeNet-5, S4", s_average2, 128, 16, 10, 10),
    ];
}
