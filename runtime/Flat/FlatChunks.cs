namespace PoolGen.Runtime;

/// <summary>How a run of planes is computed backward in chunks, and where a chunk's parts lie in scratch memory.</summary>
internal readonly struct FlatChunks
{
    // A row's gradients and the tensors' own lines fit the first-level cache; half of it or double takes a few percent more.
    private const int ChunkBytes = 4 << 10;

    // What is divided again for the rows on both sides of a chunk is less than half of it.
    private const int RowsPerShare = 2;

    private readonly int _elements;
    private readonly int _elementBytes;

    /// <param name="geometry">The call.</param>
    /// <param name="sharesTies">Whether gradients are divided by the winners' number.</param>
    /// <param name="lanes">The elements of a vector.</param>
    /// <param name="elementBytes">The bytes of an element.</param>
    public FlatChunks(in PoolingGeometry geometry, bool sharesTies, int lanes, int elementBytes)
    {
        AxisGeometry rows = geometry.Height, columns = geometry.Width;
        nint width = columns.InputExtent;
        int reach = Math.Max(columns.PaddingBegin, columns.PaddingEnd);
        Margin = (reach + lanes - 1) / lanes * lanes;
        ShareBefore = Margin + rows.PaddingEnd * width;
        ShareAfter = Margin + rows.PaddingBegin * width + lanes;
        nint counted = sharesTies ? nint.Max(rows.PaddingBegin, rows.PaddingEnd) * width + lanes : 0;
        Before = ShareBefore + counted;
        After = ShareAfter + counted;
        _elementBytes = elementBytes;
        _elements = checked((int)(sharesTies
            ? nint.Max(ChunkBytes / elementBytes, RowsPerShare * (rows.PaddingBegin + rows.PaddingEnd) * width)
            : ChunkBytes / elementBytes));
        _elements = _elements / CacheSize.Line * CacheSize.Line;
    }

    /// <summary>The elements on both sides of a chunk whose rows are computed too, for the windows that hold its columns: whole vectors.</summary>
    public int Margin { get; }

    /// <summary>The gradients before a chunk that its rows and margins take parts of.</summary>
    public nint ShareBefore { get; }

    /// <summary>And behind it.</summary>
    public nint ShareAfter { get; }

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
