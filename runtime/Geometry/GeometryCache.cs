using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>
/// The geometries of the first shapes that a pooling was called with. Working one out takes as long as a small plane, and layers see the same shapes again and
/// again. Those that find no room are worked out for every call: nothing is replaced, so that calls allocate nothing once each shape was seen.
/// </summary>
/// <param name="create">Works out the geometry of a shape, or throws.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GeometryCache(Func<PoolingShape, PoolingGeometry> create)
{
    private const int SlotBits = 3;

    private readonly Entry?[] _entries = new Entry?[1 << SlotBits];

    /// <summary>The geometry of a shape.</summary>
    /// <param name="inputShape">The input's shape.</param>
    /// <exception cref="ArgumentException">The shape has another rank, or no window fits on some axis.</exception>
    public PoolingGeometry Of(PoolingShape inputShape)
    {
        Entry? entry = _entries[Slot(inputShape)];
        return entry is not null && entry.Geometry.InputShape == inputShape ? entry.Geometry : Create(inputShape);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private PoolingGeometry Create(PoolingShape inputShape)
    {
        PoolingGeometry geometry = create(inputShape);
        ref Entry? entry = ref _entries[Slot(inputShape)];
        if (entry is null)
            Volatile.Write(ref entry, new Entry(geometry)); // two threads may: either is right
        return geometry;
    }

    /// <summary>The high bits of a product are those that all of its factor's bits have a part in (Fibonacci hashing).</summary>
    private static uint Slot(PoolingShape shape) => unchecked(
        (uint)((((shape.Batch * 31 + shape.Channels) * 31 + shape.Depth) * 31 + shape.Height) * 31 + shape.Width) * 0x9E3779B1) >> (32 - SlotBits);

    private sealed class Entry(in PoolingGeometry geometry)
    {
        // A field: a property's copy would be as large as the geometry.
        public readonly PoolingGeometry Geometry = geometry;
    }
}
