namespace PoolGen.Runtime;

/// <summary>Rows of neighbouring planes that are cleared some at a time, before something is added to them.</summary>
/// <param name="first">The first plane.</param>
/// <param name="geometry">The shapes: the planes are of the input.</param>
/// <param name="planes">How many.</param>
internal unsafe struct ClearedRows<T>(T* first, in PoolingGeometry geometry, int planes)
    where T : unmanaged
{
    // Of a plane, cleared at once: what four of them take fits the first-level cache, and clearing costs more the less is cleared.
    private const int Bytes = 4 << 10;

    private readonly int _rows = geometry.Height.InputExtent;
    private readonly nint _width = geometry.Width.InputExtent;
    private readonly nint _plane = geometry.InputPlane;
    private int _cleared;

    /// <summary>Clears the rows before <paramref name="end"/>, which may lie behind the last, as far as they are not; and some more.</summary>
    public void Reach(int end)
    {
        if (end <= _cleared || _cleared >= _rows)
            return;
        int next = Math.Min(_rows, Math.Max(end, _cleared + 1 + (int)(Bytes / sizeof(T) / _width)));
        for (int plane = 0; plane < planes; plane++)
            new Span<T>(first + plane * _plane + _cleared * _width, (int)((next - _cleared) * _width)).Clear();
        _cleared = next;
    }
}
