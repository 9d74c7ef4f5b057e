namespace PoolGen.Benchmarks.Cases;

/// <summary>One case or more for each class of algorithm, in the cache and out of it.</summary>
internal static class KernelCases
{
    private static readonly Window s_max3Stride2 = new(PoolingKind.Max, 3, 2, 1, 1);
    private static readonly Window s_max2 = new(PoolingKind.Max, 2, 2, 0, 0);
    private static readonly Window s_max3 = new(PoolingKind.Max, 3, 1, 1, 1);
    private static readonly Window s_max5 = new(PoolingKind.Max, 5, 1, 2, 2);
    private static readonly Window s_average2 = new(PoolingKind.Average, 2, 2, 0, 0);

    public static IReadOnlyList<Case> All { get; } =
    [
        new("a1", "ResNet, the first pooling", s_max3Stride2, 1, 64, 112, 112),
        new("a32", "ResNet, the first pooling", s_max3Stride2, 32, 64, 112, 112),
        new("b1", "VGG, the first pooling", s_max2, 1, 64, 224, 224),
        new("b8", "VGG, the first pooling", s_max2, 8, 64, 224, 224),
        new("c1", "GoogLeNet, Inception 3a", s_max3, 1, 192, 28, 28),
        new("c32", "GoogLeNet, Inception 3a", s_max3, 32, 192, 28, 28),
        new("cavg", "Inception v3, mixed", new(PoolingKind.Average, 3, 1, 1, 1, CountsPadding: true), 32, 256, 35, 35),
        new("cavgx", "Inception v3, mixed, padding left out", new(PoolingKind.Average, 3, 1, 1, 1), 32, 256, 35, 35),
        new("d20", "YOLO, SPPF", s_max5, 1, 256, 20, 20),
        new("d80", "YOLO, SPPF at a larger image", s_max5, 1, 256, 80, 80),
        new("d13", "YOLO, SPP", new(PoolingKind.Max, 13, 1, 6, 6), 1, 256, 20, 20),
        new("e1", "halving an image by means", s_average2, 1, 64, 224, 224),
        new("e2", "LeNet-5, S2", s_average2, 100, 6, 24, 24),
        new("f", "ResNet-50, the last pooling", new(PoolingKind.Average, 7, 1, 0, 0), 32, 2048, 7, 7),
        new("gmax", "without padding", new(PoolingKind.Max, 3, 1, 0, 0), 64, 32, 56, 56),
        new("gavg", "without padding", new(PoolingKind.Average, 3, 1, 0, 0), 64, 32, 56, 56),
        new("tiny", "what a call costs", s_max2, 1, 16, 8, 8),
    ];
}
