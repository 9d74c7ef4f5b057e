namespace PoolGen.Testing;

/// <summary>Random configurations of unpoolings, and shapes that they accept.</summary>
public static class RandomUnpoolings
{
    private const int MostElements = 1 << 17;

    /// <summary>Random windows.</summary>
    public static ReferenceUnpoolingSpec Spec(Random random, int rank, TensorLayout layout, Type element)
    {
        int[] kernel = [.. Enumerable.Range(0, rank).Select(_ => random.Next(1, 5))];
        return new(kernel)
        {
            Stride = random.Next(2) == 0 ? kernel : [.. kernel.Select(_ => random.Next(1, 5))],
            PadBegin = [.. kernel.Select(extent => random.Next(extent))],
            PadEnd = [.. kernel.Select(extent => random.Next(extent))],
            Layout = layout,
            ElementType = element,
        };
    }

    /// <summary>An input whose output has elements, and that output's shape: the one that follows, or another.</summary>
    public static (PoolingShape Input, PoolingShape Output, bool IsDefault) Shapes(Random random, ReferenceUnpoolingSpec spec)
    {
        while (true)
        {
            int channels = spec.Layout == TensorLayout.ChannelsLast ? random.Next(1, 40) : random.Next(1, 5);
            int longest = spec.Rank switch { 1 => 60, 2 => 12, _ => 6 };
            int[] extents = [.. Enumerable.Range(0, spec.Rank).Select(_ => random.Next(1, longest))];
            PoolingShape input = ReferenceUnpooling.OfExtents(new(random.Next(1, 4), channels, 1), extents);
            if (ReferenceUnpooling.OutputShape(spec, input) is not { } output)
                continue;
            bool isDefault = random.Next(3) > 0;
            if (!isDefault)
                output = ReferenceUnpooling.OfExtents(input, [.. ReferenceUnpooling.Extents(output).Select(extent => Math.Max(1, extent + random.Next(-2, 4)))]);
            if (output.ElementCount <= MostElements)
                return (input, output, isDefault);
        }
    }
}
