using System.Buffers.Binary;
using System.IO.Compression;
using PoolGen.Sample.Data;

namespace PoolGen.Sample.Tests;

public sealed class IdxTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("poolgen-idx-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_good_folder_is_read(bool compressed)
    {
        WriteCorpus(compressed);
        DigitCorpus corpus = MnistFolder.Read(folder.FullName);
        Assert.Equal(3, corpus.Train.Count);
        Assert.Equal(2, corpus.Test.Count);
        Assert.Equal([0, 1, 2], Enumerable.Range(0, 3).Select(index => (int)corpus.Train.Label(index)));
        Assert.Equal(2 / 255f, corpus.Train.Image(2)[0]);
        Assert.Equal(784, corpus.Train.Image(2).Length);
    }

    [Fact]
    public void A_missing_folder_is_named()
    {
        string missing = Path.Combine(folder.FullName, "nowhere");
        var error = Assert.Throws<DirectoryNotFoundException>(() => MnistFolder.Read(missing));
        Assert.Contains(missing, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        WriteCorpus(compressed: false);
        File.Delete(Path.Combine(folder.FullName, "t10k-labels-idx1-ubyte"));
        var error = Assert.Throws<FileNotFoundException>(() => MnistFolder.Read(folder.FullName));
        Assert.Contains("t10k-labels-idx1-ubyte.gz", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_magic_number_is_shown_beside_the_expected_one() =>
        Refused("train-images-idx3-ubyte", Idx([3], [0, 1, 2, .. new byte[40]]), "0x00000801", "0x00000803");

    [Fact]
    public void A_truncated_header_is_refused() => Refused("train-images-idx3-ubyte", [0, 0, 8], "3 bytes", "takes 16");

    [Fact]
    public void A_truncated_body_is_refused() =>
        Refused("train-images-idx3-ubyte", Idx([3, 28, 28], new byte[2000]), "3x28x28", "2000 bytes");

    [Fact]
    public void Bytes_behind_the_elements_are_refused() =>
        Refused("train-labels-idx1-ubyte", Idx([3], new byte[4]), "announces 3", "4 bytes");

    [Fact]
    public void Extents_whose_product_overflows_are_refused() =>
        Refused("train-images-idx3-ubyte", Idx([-1, -1, -1], new byte[8]), "4294967295x4294967295x4294967295", "8 bytes");

    [Fact]
    public void Another_number_of_labels_is_refused() => Refused("train-labels-idx1-ubyte", Idx([2], new byte[2]), "2 labels", "3 images");

    [Fact]
    public void A_label_above_9_is_refused() => Refused("train-labels-idx1-ubyte", Idx([3], [1, 10, 2]), "label 1 is 10", "0 to 9");

    [Fact]
    public void Another_image_extent_is_refused() =>
        Refused("train-images-idx3-ubyte", Idx([3, 2, 2], new byte[12]), "3 images of 2x2", "28x28");

    [Fact]
    public void A_damaged_gzip_file_is_refused() => Refused("train-labels-idx1-ubyte", [0x1F, 0x8B, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9], "gzip");

    private void Refused(string file, byte[] content, params string[] words)
    {
        WriteCorpus(compressed: false);
        string path = Path.Combine(folder.FullName, file);
        File.WriteAllBytes(path, content);
        var error = Assert.Throws<InvalidDataException>(() => MnistFolder.Read(folder.FullName));
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.All(words, word => Assert.Contains(word, error.Message, StringComparison.Ordinal));
    }

    /// <summary>Three training and two test digits; image n holds the value n everywhere and is labelled n.</summary>
    private void WriteCorpus(bool compressed)
    {
        foreach ((string name, int count) in (ReadOnlySpan<(string, int)>)[("train", 3), ("t10k", 2)])
        {
            byte[] labels = [.. Enumerable.Range(0, count).Select(label => (byte)label)];
            byte[] pixels = [.. labels.SelectMany(label => Enumerable.Repeat(label, 784))];
            Write($"{name}-labels-idx1-ubyte", Idx([count], labels), compressed);
            Write($"{name}-images-idx3-ubyte", Idx([count, 28, 28], pixels), compressed);
        }
    }

    private void Write(string name, byte[] content, bool compressed)
    {
        string path = Path.Combine(folder.FullName, name);
        if (!compressed)
        {
            File.WriteAllBytes(path, content);
            return;
        }

        using var gzip = new GZipStream(File.Create(path + ".gz"), CompressionLevel.Fastest);
        gzip.Write(content);
    }

    private static byte[] Idx(int[] extents, byte[] elements)
    {
        byte[] header = new byte[4 + (4 * extents.Length)];
        BinaryPrimitives.WriteInt32BigEndian(header, 0x0800 | extents.Length);
        for (int axis = 0; axis < extents.Length; axis++)
        {
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4 + (4 * axis)), extents[axis]);
        }

        return [.. header, .. elements];
    }
}
