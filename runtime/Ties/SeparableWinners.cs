using System.ComponentModel;
using System.Numerics;

namespace PoolGen.Runtime;

/// <summary>
/// Winners as bits of rows and columns (<see cref="SeparableRecords"/>): their number is the sum of the winning columns of a window's winning rows.
/// A record has 31 bits at most, so that it is at most 15 * 16, and bytes hold it: as many lanes as there can be.
/// </summary>
/// <typeparam name="TRecord">The storage of a record.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct SeparableWinners<TRecord> : IWinnerCounts
    where TRecord : unmanaged, INumber<TRecord>
{
    /// <inheritdoc/>
    public static nint RecordBytes(in PoolingGeometry blocks) => RecordBytes<SeparableRecordLayout, TRecord>.Bytes(blocks);

    /// <inheritdoc/>
    public static int ScratchLength(in PoolingGeometry blocks) => new WinnerPlaces(blocks, sizeof(TRecord)).ScratchLength;

    /// <summary>Rows of padding are not asked which of their columns won, for all do.</summary>
    /// <inheritdoc/>
    public static bool HasRepeated<T>(in PoolingOperands<T> operands, in PoolingGeometry geometry)
        where T : unmanaged, INumber<T>
    {
        var places = new WinnerPlaces(geometry, sizeof(TRecord));
        TRecord* records = (TRecord*)operands.RecordsAddress;
        if (places.PlaneInputs == places.PlaneRecords)
            return RepeatedWinners.Any(records, places.Records, places.RowBits, places.ColumnBits);
        for (TRecord* plane = records; plane < records + places.Records; plane += places.PlaneRecords)
        {
            if (RepeatedWinners.Any(plane, places.PlaneInputs, places.RowBits, places.ColumnBits)
                || RepeatedWinners.Any(plane + places.PlaneInputs, places.PlaneRecords - places.PlaneInputs, places.RowBits, columns: 0))
            {
                return true;
            }
        }
        return false;
    }

    /// <inheritdoc/>
    public static void Divide<TLanes, TVector, T>(in PoolingOperands<T> operands, ref T shares, in PoolingGeometry geometry)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged, INumber<T>
    {
        var places = new WinnerPlaces(geometry, sizeof(TRecord));
        byte* sums = operands.ScratchBytes, columns = sums + places.SumsLength, rows = columns + places.ColumnsLength;
        if (places.RowPlanes == 0)
            rows = operands.RecordsAddress;
        LaneDispatch.Run<WinnerBytes<TRecord>, TRecord>(new((TRecord*)operands.RecordsAddress, rows, columns, places), places.Records);
        LaneDispatch.Run<WinnerSums, byte>(new(rows, columns, sums, places), places.Records);

        // Where planes have as many records as windows, all are one plane.
        bool joined = places.PlaneRecords == places.PlaneWindows;
        WinnerShares.Divide<TLanes, TVector, T>(
            ref operands.OutputGradient,
            ref shares,
            ref sums[places.FirstWindow],
            planes: joined ? 1 : places.Planes,
            windows: joined ? places.Records : places.PlaneWindows,
            records: places.PlaneRecords);
    }
}
