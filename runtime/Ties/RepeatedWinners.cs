using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>Whether records have several winners of a kind.</summary>
internal static unsafe class RepeatedWinners
{
    /// <summary>Whether one of some records, whose storage holds a bit for each winner, has several bits.</summary>
    /// <param name="records">The records. Vectors may also load what lies behind them (<see cref="RecordMargin"/>).</param>
    /// <param name="count">Their number.</param>
    public static bool Any<TRecord>(TRecord* records, nint count)
        where TRecord : unmanaged => sizeof(TRecord) switch
        {
            sizeof(byte) => Any((byte*)records, count, rows: int.MaxValue, columns: 0),
            sizeof(ushort) => Any((ushort*)records, count, rows: int.MaxValue, columns: 0),
            _ => Any((int*)records, count, rows: int.MaxValue, columns: 0),
        };

    /// <summary>Whether one of some records has several bits of either kind.</summary>
    /// <param name="records">The records. Vectors may also load what lies behind them (<see cref="RecordMargin"/>).</param>
    /// <param name="count">Their number.</param>
    /// <param name="rows">The bits that stand for rows; or for taps.</param>
    /// <param name="columns">The bits that stand for columns; 0 where there are none to be asked for.</param>
    public static bool Any<TRecord>(TRecord* records, nint count, int rows, int columns)
        where TRecord : unmanaged, INumber<TRecord>
    {
        bool any = false;
        LaneDispatch.Run<Search<TRecord>, TRecord>(new(records, count, rows, columns, &any), count);
        return any;
    }

    private readonly struct Search<TRecord>(TRecord* records, nint count, int rows, int columns, bool* any) : ILaneSteps<TRecord>
        where TRecord : unmanaged, INumber<TRecord>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TLanes, TVector>()
            where TLanes : struct, ILanes<TVector, TRecord>
            where TVector : struct
        {
            TVector rowBits = Broadcast<TLanes, TVector>(rows), columnBits = Broadcast<TLanes, TVector>(columns);
            TVector lowestRow = Broadcast<TLanes, TVector>(-(rows & -rows)), lowestColumn = Broadcast<TLanes, TVector>(-(columns & -columns));
            for (nint at = 0; at < count; at += TLanes.Count)
            {
                // What is left of a set without its lowest possible bit shares no bit with the set if that was its only one.
                TVector record = TLanes.Load(ref *records, at), row = TLanes.And(record, rowBits), column = TLanes.And(record, columnBits);
                TVector repeated = TLanes.Or(TLanes.And(row, TLanes.Add(row, lowestRow)), TLanes.And(column, TLanes.Add(column, lowestColumn)));
                if (!TLanes.AllBelow(at > count - TLanes.Count ? TLanes.SelectInside(at, count, repeated) : repeated, TRecord.One))
                {
                    *any = true;
                    return;
                }
            }
        }

        private static TVector Broadcast<TLanes, TVector>(int bits)
            where TLanes : struct, ILanes<TVector, TRecord>
            where TVector : struct => TLanes.Broadcast(TRecord.CreateTruncating(bits));
    }
}
