namespace PoolGen.Runtime;

/// <summary>How a run of planes is computed backward in chunks, and where a chunk's parts lie in scratch memory.</summary>
internal readonly struct FlatChunks
{
    // A row's gradients and the tensors' own lines fit the first-level cache; half of it or double takes a few percent more.
    private const int ChunkBytes = 4 << 10;

    private readonly int _elements;
    private readonly int _elementBytes;

    /// <param name="geometry">The call.</param>
    /// <param name="lanes">The elements of a vector.</param>
    /// <param name="elementBytes">The bytes of an element.</param>
    public FlatChunks(in PoolingGeometry geometry, int lanes, int elementBytes)
    {
        AxisGeometry rows = geometry.Height, columns = geometry.Width;
        nint width = columns.InputExtent;
        int reach = Math.Max(columns.PaddingBegin, columns.PaddingEnd);
        Margin = (reach + lanes - 1) / lanes * lanes;
        Before = Margin + rows.PaddingEnd * width;
        After = Margin + rows.PaddingBegin * width + lanes;
        _elementBytes = elementBytes;
        _elements = ChunkBytes / elementBytes / CacheSize.Line * CacheSize.Line;
    }

    /// <summary>The elements on both sides of a chunk whose rows are computed too, for the windows that hold its columns: whole vectors.</summary>
    public int Margin { get; }

    /// <summary>The elements before a chunk whose gradients or records are read.</summary>
    public nint Before { get; }

    /// <summary>And behind it.</summary>
    public nint After { get; }

    /// <summary>Where the copy of gradients begins, in bytes; rows are first.</summary>
    public int Copies => ThreadScratch.Align((Most + 2 * Margin) * (long)_elementBytes + ScratchVectors.Length(1));

    /// <summary>Where the copy of records begins, in bytes.</summary>
    public int RecordCopies => ThreadScratch.Align(Copies + (Before + Most + After) * (long)_elementBytes);

    // Of a chunk: one and a half, and the rest of a share that would be less than half of one.
    private long Most => 2L * _elements;

    /// <summary>The bytes of scratch memory.</summary>
    public int Length(int recordBytes) => ThreadScratch.Align(RecordCopies + (Before + Most + After) * recordBytes);

    /// <summary>Behind a chunk. Chunks end where a cache line of results does, and none is shorter than half of one, unless the whole share is.</summary>
    /// <param name="from">Where it begins.</param>
    /// <param name="last">Where the share ends.</param>
    /// <param name="inLine">The elements from a line's begin to the first result.</param>
    public nint Next(nint from, nint last, nint inLine)
    {
        nint next = ((from + inLine) / _elements + 1) * _elements - inLine;
        if (next - from < _elements / 2)
            next += _elements;
        return last - next < _elements / 2 ? last : next;
    }
}
