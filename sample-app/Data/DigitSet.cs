namespace PoolGen.Sample.Data;

/// <summary>Grey images of digits with their labels. Pixels lie in 0 (paper) to 1 (ink), row-major.</summary>
internal sealed class DigitSet
{
    private readonly float[] pixels;
    private readonly byte[] labels;

    /// <param name="height">The extent of an image, in rows.</param>
    /// <param name="width">The extent of an image, in columns.</param>
    /// <param name="pixels">The images one after another.</param>
    /// <param name="labels">The digit of each image.</param>
    /// <exception cref="ArgumentException">The number of pixels does not match the labels and the extents.</exception>
    public DigitSet(int height, int width, float[] pixels, byte[] labels)
    {
        long expected = (long)labels.Length * height * width;
        if (pixels.Length != expected)
        {
            throw new ArgumentException(
                $"{labels.Length} images of {height}x{width} have {expected} pixels, but {pixels.Length} were given.",
                nameof(pixels));
        }

        (Height, Width, this.pixels, this.labels) = (height, width, pixels, labels);
    }

    public int Count => labels.Length;

    public int Height { get; }

    public int Width { get; }

    public ReadOnlySpan<float> Image(int index) => pixels.AsSpan(index * Height * Width, Height * Width);

    public byte Label(int index) => labels[index];
}

/// <summary>A digit set to learn from, and another to be judged by.</summary>
/// <param name="Train">What the network sees.</param>
/// <param name="Test">What it does not.</param>
internal sealed record DigitCorpus(DigitSet Train, DigitSet Test);
