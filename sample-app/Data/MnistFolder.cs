using PoolGen.Sample.Network;

namespace PoolGen.Sample.Data;

/// <summary>The MNIST database as its four IDX files in a folder, each plain or with <c>.gz</c> behind its name.</summary>
internal static class MnistFolder
{
    /// <summary>Reads both sets.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FileNotFoundException">One of the four files is missing.</exception>
    /// <exception cref="InvalidDataException">A file is not what its name says.</exception>
    public static DigitCorpus Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException(
                $"--data {folder}: there is no such folder. Name the folder that holds MNIST's four IDX files.");
        }

        return new DigitCorpus(ReadSet(folder, "train"), ReadSet(folder, "t10k"));
    }

    private static DigitSet ReadSet(string folder, string name)
    {
        IdxFile images = IdxFile.Read(Find(folder, $"{name}-images-idx3-ubyte"), axes: 3);
        IdxFile labels = IdxFile.Read(Find(folder, $"{name}-labels-idx1-ubyte"), axes: 1);
        (int count, int height, int width) = (images.Extents[0], images.Extents[1], images.Extents[2]);
        if (count == 0 || height != LeNet.ImageExtent || width != LeNet.ImageExtent)
        {
            throw new InvalidDataException(
                $"{images.Path}: holds {count} images of {height}x{width}, but at least one of {LeNet.ImageExtent}x{LeNet.ImageExtent} "
                + "was expected. The network is built for that extent.");
        }

        if (labels.Extents[0] != count)
        {
            throw new InvalidDataException(
                $"{labels.Path}: holds {labels.Extents[0]} labels, but {images.Path} holds {count} images. "
                + "Take both files from the same set.");
        }

        byte[] digits = labels.Elements.ToArray();
        int bad = digits.AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)(LeNet.Classes - 1));
        if (bad >= 0)
        {
            throw new InvalidDataException(
                $"{labels.Path}: label {bad} is {digits[bad]}, but 0 to {LeNet.Classes - 1} was expected. "
                + "The file is damaged or holds other classes.");
        }

        return new DigitSet(height, width, ToUnit(images.Elements.Span), digits);
    }

    private static float[] ToUnit(ReadOnlySpan<byte> bytes)
    {
        float[] values = new float[bytes.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = bytes[i] / 255f;
        }

        return values;
    }

    private static string Find(string folder, string name)
    {
        string plain = Path.Combine(folder, name);
        string compressed = plain + ".gz";
        if (File.Exists(plain))
        {
            return plain;
        }

        return File.Exists(compressed)
            ? compressed
            : throw new FileNotFoundException(
                $"--data {folder}: neither {name} nor {name}.gz is there. All four MNIST files must be in the folder.", plain);
    }
}
