using System.Buffers.Binary;
using System.IO.Compression;

namespace PoolGen.Sample.Data;

/// <summary>
/// An IDX file of unsigned bytes, the format of the MNIST database: two zero bytes, the element type (8), the number of axes, one
/// big-endian 32-bit extent per axis, then the elements. Compressed with gzip or plain.
/// </summary>
/// <param name="Path">Where it was read from.</param>
/// <param name="Extents">The extent of each axis.</param>
/// <param name="Elements">The elements, row-major.</param>
internal sealed record IdxFile(string Path, IReadOnlyList<int> Extents, ReadOnlyMemory<byte> Elements)
{
    private const int UnsignedByte = 0x08;

    /// <summary>Reads and checks a file.</summary>
    /// <param name="path">The file; whether it is compressed is seen from its content.</param>
    /// <param name="axes">How many axes it must have: 3 for images, 1 for labels.</param>
    /// <exception cref="InvalidDataException">It is not such a file; the message names what was found and what was expected.</exception>
    public static IdxFile Read(string path, int axes)
    {
        byte[] content = ReadUncompressed(path);
        int headerLength = 4 + (4 * axes);
        if (content.Length < headerLength)
        {
            throw Bad(
                path,
                $"it has {content.Length} bytes, but the header of {axes} axes alone takes {headerLength}",
                "The file is truncated; get it again.");
        }

        uint magic = BinaryPrimitives.ReadUInt32BigEndian(content);
        uint expected = (UnsignedByte << 8) | (uint)axes;
        if (magic != expected)
        {
            throw Bad(
                path,
                $"its magic number is 0x{magic:X8}, but 0x{expected:X8} (unsigned bytes, {axes} axes) was expected",
                "Is it another file under this name?");
        }

        uint[] extents =
            [.. Enumerable.Range(1, axes).Select(axis => BinaryPrimitives.ReadUInt32BigEndian(content.AsSpan(4 * axis)))];
        int elements = content.Length - headerLength;
        if (extents.Aggregate(UInt128.One, (product, extent) => product * extent) != (UInt128)elements)
        {
            throw Bad(
                path,
                $"its header announces {string.Join('x', extents)} elements, but {elements} bytes follow",
                "The file is truncated or damaged; get it again.");
        }

        return new IdxFile(path, [.. extents.Select(extent => checked((int)extent))], content.AsMemory(headerLength));
    }

    private static byte[] ReadUncompressed(string path)
    {
        byte[] content = File.ReadAllBytes(path);
        if (content is not [0x1F, 0x8B, ..])
        {
            return content;
        }

        try
        {
            using var gzip = new GZipStream(new MemoryStream(content), CompressionMode.Decompress);
            using var plain = new MemoryStream();
            gzip.CopyTo(plain);
            return plain.ToArray();
        }
        catch (InvalidDataException error)
        {
            throw Bad(path, $"it begins as a gzip file but cannot be decompressed ({error.Message})", "The file is damaged; get it again.");
        }
    }

    private static InvalidDataException Bad(string path, string what, string cure) =>
        new($"{path}: not the expected IDX file: {what}. {cure}");
}
