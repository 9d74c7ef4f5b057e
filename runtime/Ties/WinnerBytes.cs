using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>Takes separable records apart, into bytes: how many columns each row won, and the bits of the rows.</summary>
/// <param name="records">The records.</param>
/// <param name="rows">Where their first bytes go, and from there their second ones, as many as have bits of rows.</param>
/// <param name="columns">Where the numbers of columns go.</param>
/// <param name="places">Where all these lie.</param>
internal readonly unsafe struct WinnerBytes<TRecord>(TRecord* records, byte* rows, byte* columns, in WinnerPlaces places) : ILaneSteps<TRecord>
    where TRecord : unmanaged, INumber<TRecord>
{
    private readonly WinnerPlaces _places = places;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TLanes, TVector>()
        where TLanes : struct, ILanes<TVector, TRecord>
        where TVector : struct
    {
        nint count = _places.Records, before = _places.RowsBefore * _places.Row;
        TVector bits = TLanes.Broadcast(TRecord.CreateTruncating(_places.ColumnBits));
        for (nint at = 0; at < count; at += TLanes.Count)
            TLanes.StoreTaps(TLanes.CountBits(TLanes.And(TLanes.Load(ref *records, at), bits)), ref *columns, before + at);

        // Rows before the first plane and behind the last won none: no window says so, but in a workspace that the forward pass did not write.
        new Span<byte>(columns, checked((int)before)).Clear();
        new Span<byte>(columns + before + count, checked((int)(_places.ColumnsLength - before - count))).Clear();

        for (int plane = 0; plane < _places.RowPlanes; plane++)
        {
            // From there on, the lowest byte of what is loaded is a record's byte of that number.
            ref TRecord shifted = ref *(TRecord*)((byte*)records + plane);
            for (nint at = 0, to = plane * _places.RowPlane; at < count; at += TLanes.Count)
                TLanes.StoreTaps(TLanes.Load(ref shifted, at), ref *rows, to + at);
        }
    }
}
