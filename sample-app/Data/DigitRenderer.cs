namespace PoolGen.Sample.Data;

/// <summary>
/// Renders digits as a hand might write them: a style of the digit, bent and mapped at random, drawn with a pen of random width and
/// sharpness, then noise. An image depends on its seed and number only, so any part of a set can be rendered again, on any thread.
/// </summary>
internal static class DigitRenderer
{
    private const int Extent = Network.LeNet.ImageExtent;
    private const float NoiseDeviation = 0.12f;

    /// <summary>Images 0 to <paramref name="count"/> − 1 of a seed. The digits take turns, so classes are balanced.</summary>
    public static DigitSet Render(int seed, int count)
    {
        float[] pixels = new float[count * Extent * Extent];
        byte[] labels = new byte[count];
        Parallel.For(0, count, index =>
        {
            labels[index] = (byte)(index % DigitStyles.All.Count);
            RenderImage(ImageRandom(seed, index), labels[index], pixels.AsSpan(index * Extent * Extent, Extent * Extent));
        });
        return new DigitSet(Extent, Extent, pixels, labels);
    }

    private static void RenderImage(Random random, int digit, Span<float> image)
    {
        IReadOnlyList<IReadOnlyList<Stroke>> styles = DigitStyles.All[digit];
        IReadOnlyList<Stroke> style = styles[random.Next(styles.Count)];
        var distortion = new Distortion(random, Extent);
        var pen = new Pen(
            HalfWidth: 0.55f + (0.95f * random.NextSingle()),
            Blur: 0.5f + random.NextSingle(),
            Ink: 0.6f + (0.4f * random.NextSingle()));
        foreach (Stroke stroke in style)
        {
            pen.Draw(stroke.Map(distortion.Apply), image, Extent);
        }

        foreach (ref float pixel in image)
        {
            pixel = Math.Clamp(pixel + (NoiseDeviation * (float)random.NextGaussian()), 0, 1);
        }
    }

    /// <summary>Neighbouring images get unrelated generators: the number is spread over all bits first.</summary>
    private static Random ImageRandom(int seed, int index)
    {
        uint mixed = unchecked(((uint)seed * 0x9E3779B1u) ^ ((uint)index * 0x85EBCA77u));
        mixed = unchecked((mixed ^ (mixed >> 15)) * 0xC2B2AE3Du);
        return new Random(unchecked((int)(mixed ^ (mixed >> 13))));
    }
}
