namespace PoolGen.Testing;

/// <summary>Random configurations, valid by construction, and inputs that they accept.</summary>
public static class RandomSpecs
{
    private static readonly PoolingKind[] s_kinds =
        [PoolingKind.Max, PoolingKind.Max, PoolingKind.Min, PoolingKind.Average, PoolingKind.Average, PoolingKind.Sum, PoolingKind.Lp];

    private static readonly Type[] s_elements =
    [
        typeof(float), typeof(float), typeof(float), typeof(float), typeof(double), typeof(double), typeof(Half), typeof(Half),
        typeof(sbyte), typeof(byte), typeof(byte), typeof(short), typeof(int),
    ];

    private static readonly double[] s_norms = [0.5, 1, 2, 2, 2.5, 3];

    private static readonly int[] s_kernels = [1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 5, 6, 7, 9, 13];
    private static readonly int[] s_outputs = [1, 1, 2, 3, 4, 5, 7, 9, 17, 30];
    private static readonly int[] s_outputsOfVolumes = [1, 1, 2, 3, 4, 5, 7, 9];
    private static readonly int[] s_kernelsOfVolumes = [1, 2, 2, 2, 3, 3, 3, 4, 5];
    private static readonly int[] s_dilations = [1, 1, 1, 1, 1, 2, 3];

    /// <summary>A configuration of one to three axes in the given layout.</summary>
    public static ReferenceSpec Spec(Random random, TensorLayout layout)
    {
        ReferenceSpec spec = WithWindows(random, layout);
        return random.Next(4) == 0 ? spec with { InputExtents = Extents(Shape(random, spec)) } : spec;
    }

    private static ReferenceSpec WithWindows(Random random, TensorLayout layout)
    {
        int rank = random.Next(6) switch { 0 => 1, 1 or 2 => 3, _ => 2 };
        if (random.Next(5) == 0)
            return Adaptive(random, rank, layout);

        bool alike = random.Next(2) == 0;
        int[] kernel = PerAxis(rank, alike, () => Pick(random, rank == 3 ? s_kernelsOfVolumes : s_kernels));
        int[] dilation = PerAxis(rank, alike, () => Pick(random, s_dilations));
        int[] stride = random.Next(3) == 0 ? kernel : PerAxis(rank, alike, () => random.Next(1, 6));
        var spec = new ReferenceSpec(Pick(random, s_kinds), kernel)
        {
            Stride = stride,
            Dilation = dilation,
            Layout = layout,
            ElementType = Pick(random, s_elements),
        };
        return WithKindOptions(random, WithPadding(random, alike, OfKindsOfIntegers(spec)));
    }

    /// <summary>Adaptive pooling: to one output and few, and to more than an input may have elements.</summary>
    private static ReferenceSpec Adaptive(Random random, int rank, TensorLayout layout)
    {
        int[] outputSize = PerAxis(rank, random.Next(2) == 0, () => Pick(random, rank == 3 ? s_outputsOfVolumes : s_outputs));
        ReferenceSpec spec = ReferenceSpec.Adaptive(Pick(random, s_kinds), outputSize) with { Layout = layout, ElementType = Pick(random, s_elements) };
        return WithKindOptions(random, OfKindsOfIntegers(spec)) with { CountIncludePad = false, DivisorOverride = null };
    }

    private static int[] Extents(PoolingShape shape) => shape.Rank switch
    {
        1 => [shape.Width],
        2 => [shape.Height, shape.Width],
        _ => [shape.Depth, shape.Height, shape.Width],
    };

    /// <summary>An input of at most a few thousand elements that at least one window fits into.</summary>
    public static PoolingShape Shape(Random random, ReferenceSpec spec)
    {
        if (spec.InputExtents is not null)
            return spec.OfKnownExtents(random.Next(1, 3), spec.Layout == TensorLayout.ChannelsLast ? random.Next(1, 40) : random.Next(1, 4));

        // Extents are short where channels are many, and grow until a dilated window fits.
        for (int longest = spec.Layout == TensorLayout.ChannelsLast ? 16 : 41; ; longest++)
        {
            int channels = spec.Layout == TensorLayout.ChannelsLast ? random.Next(1, 40) : random.Next(1, 4);
            PoolingShape image = new(random.Next(1, 3), channels, random.Next(1, longest), random.Next(1, longest));
            PoolingShape shape = spec.Rank == 3
                ? new(image.Batch, Math.Min(channels, 19), random.Next(1, longest / 2), (image.Height + 1) / 2, image.Width)
                : spec.OfRank(image);
            if (ReferencePooling.Fits(spec, shape))
                return shape;
        }
    }

    /// <summary>Integers have no norms.</summary>
    private static ReferenceSpec OfKindsOfIntegers(ReferenceSpec spec) =>
        spec.Kind == PoolingKind.Lp && spec.HasIntegers ? spec with { Kind = PoolingKind.Sum } : spec;

    private static ReferenceSpec WithPadding(Random random, bool alike, ReferenceSpec spec)
    {
        switch (random.Next(6))
        {
            case 0:
                return spec;
            case 1:
                return spec with { AutoPad = random.Next(5) switch { 0 => AutoPadding.Valid, <= 2 => AutoPadding.SameLower, _ => AutoPadding.SameUpper } };
            default:
                int[] most = [.. spec.Kernel.Zip(spec.Dilation, (kernel, dilation) => dilation * (kernel - 1))];
                int[] begin = alike ? [.. Enumerable.Repeat(random.Next(most.Min() + 1), most.Length)] : [.. most.Select(limit => random.Next(limit + 1))];
                int[] end = random.Next(2) == 0 ? begin : [.. most.Select(limit => random.Next(limit + 1))];
                return spec with { PadBegin = begin, PadEnd = end, Ceil = random.Next(3) == 0 };
        }
    }

    private static ReferenceSpec WithKindOptions(Random random, ReferenceSpec spec) => spec.HasWinners
        ? spec with
        {
            Ties = (TieRule)random.Next(4),
            NaN = random.Next(4) == 0 && !spec.HasIntegers ? NaNRule.Ignore : NaNRule.Propagate,
        }
        : spec.Kind == PoolingKind.Sum ? spec
        : spec.Kind == PoolingKind.Lp ? spec with { NormType = Pick(random, s_norms) }
        : random.Next(4) switch
        {
            0 => spec with { CountIncludePad = true },
            1 => spec with { DivisorOverride = random.Next(1, 20) },
            _ => spec,
        };

    private static int[] PerAxis(int rank, bool alike, Func<int> next)
    {
        int first = next();
        return [first, .. Enumerable.Range(1, rank - 1).Select(_ => alike ? first : next())];
    }

    private static T Pick<T>(Random random, T[] values) => values[random.Next(values.Length)];
}
