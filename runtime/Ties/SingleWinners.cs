using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>Whether every window has a single winner.</summary>
internal static unsafe class SingleWinners
{
    /// <summary>Whether every window of some planes is won by one of its columns, and no column by several rows.</summary>
    /// <param name="records">The records of the first of them, by columns (<see cref="ColumnRecords"/>).</param>
    /// <param name="geometry">The shapes.</param>
    /// <param name="planes">How many planes.</param>
    public static bool InColumns<TRecord>(TRecord* records, in PoolingGeometry geometry, int planes)
        where TRecord : unmanaged => sizeof(TRecord) switch
        {
            sizeof(byte) => In((byte*)records, geometry, planes),
            sizeof(ushort) => In((ushort*)records, geometry, planes),
            _ => In((int*)records, geometry, planes),
        };

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool In<TRecord>(TRecord* records, in PoolingGeometry geometry, int planes)
        where TRecord : unmanaged, INumber<TRecord>
    {
        bool all = true;
        var search = new Search<TRecord>(records, geometry, planes, &all);
        LaneDispatch.Run<Search<TRecord>, TRecord>(search, search.Shortest);
        return all;
    }

    private readonly struct Search<TRecord>(TRecord* records, in PoolingGeometry geometry, int planes, bool* all) : ILaneSteps<TRecord>
        where TRecord : unmanaged, INumber<TRecord>
    {
        private readonly ColumnRecords _layout = ColumnRecords.Of(geometry);
        private readonly nint _columns = geometry.Height.OutputExtent * (nint)geometry.Width.InputExtent;
        private readonly nint _windows = geometry.OutputPlane;
        private readonly int _columnBits = (1 << geometry.Width.Kernel) - 1;

        /// <summary>The fewest records that follow each other.</summary>
        public nint Shortest => nint.Min(_columns, _windows);

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TLanes, TVector>()
            where TLanes : struct, ILanes<TVector, TRecord>
            where TVector : struct
        {
            TRecord* first = records;
            for (int plane = 0; plane < planes && *all; plane++, first += _layout.Unit)
                *all = Have<TLanes, TVector>(first, _columns, bits: 0) && Have<TLanes, TVector>(first + _layout.Windows, _windows, _columnBits);
        }

        /// <summary>Whether each of some records has one bit at most, and if it is to be one of some, that.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static bool Have<TLanes, TVector>(TRecord* records, nint count, int bits)
            where TLanes : struct, ILanes<TVector, TRecord>
            where TVector : struct
        {
            TVector wanted = TLanes.Broadcast(TRecord.CreateTruncating(bits)), none = TLanes.Broadcast(TRecord.CreateTruncating(-1));
            for (nint next = 0; next < count; next += TLanes.Count)
            {
                TVector record = TLanes.Load(ref *records, nint.Min(next, count - TLanes.Count)); // the last vector overlaps the one before
                if (!TLanes.AllBelow(TLanes.And(record, TLanes.Add(record, none)), TRecord.One))
                    return false;
                if (bits != 0 && !TLanes.AllAbove(TLanes.And(record, wanted), TRecord.Zero))
                    return false;
            }
            return true;
        }
    }
}
