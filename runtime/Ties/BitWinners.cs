using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>Winners as a bit for each, a record for each output: their number is that of its bits.</summary>
/// <typeparam name="TRecord">The storage of a record.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct BitWinners<TRecord> : IWinnerCounts
    where TRecord : unmanaged, INumber<TRecord>
{
    /// <inheritdoc/>
    public static nint RecordBytes(in PoolingGeometry blocks) => RecordBytes<TRecord>.Bytes(blocks);

    /// <inheritdoc/>
    public static int ScratchLength(in PoolingGeometry blocks) => ThreadScratch.Align(checked(Windows(blocks) + CacheSize.Line));

    /// <inheritdoc/>
    public static bool HasRepeated<T>(in PoolingOperands<T> operands, in PoolingGeometry geometry)
        where T : unmanaged, INumber<T> =>
        RepeatedWinners.Any((TRecord*)operands.RecordsAddress, Windows(geometry), rows: int.MaxValue, columns: 0);

    /// <inheritdoc/>
    public static void Divide<TLanes, TVector, T>(in PoolingOperands<T> operands, ref T shares, in PoolingGeometry geometry)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged, INumber<T>
    {
        nint windows = Windows(geometry);
        byte* counts = operands.ScratchBytes;
        LaneDispatch.Run<Counting, TRecord>(new((TRecord*)operands.RecordsAddress, windows, counts), windows);
        WinnerShares.Divide<TLanes, TVector, T>(ref operands.OutputGradient, ref shares, ref *counts, planes: 1, windows, records: windows);
    }

    private static nint Windows(in PoolingGeometry blocks) => (nint)RecordPerOutput.Count(blocks, blocks.Blocks);

    /// <summary>Counts the bits of some records.</summary>
    private readonly struct Counting(TRecord* records, nint count, byte* counts) : ILaneSteps<TRecord>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TLanes, TVector>()
            where TLanes : struct, ILanes<TVector, TRecord>
            where TVector : struct
        {
            for (nint at = 0; at < count; at += TLanes.Count)
                TLanes.StoreTaps(TLanes.CountBits(TLanes.Load(ref *records, at)), ref *counts, at);
        }
    }
}
