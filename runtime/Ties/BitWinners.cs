using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>Winners as a bit for each, a record for each output: their number is that of its bits.</summary>
/// <typeparam name="TRecord">The storage of a record.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BitWinners<TRecord> : IWinnerCounts
    where TRecord : unmanaged
{
    /// <inheritdoc/>
    public static nint RecordBytes(in PoolingGeometry blocks) => RecordBytes<TRecord>.Bytes(blocks);

    /// <inheritdoc/>
    public static int ScratchLength<T>(in PoolingGeometry blocks)
        where T : unmanaged => 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Divide<TLanes, TVector, T>(in PoolingOperands<T> operands, ref T shares, in PoolingGeometry geometry)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged, INumber<T>
    {
        ref T gradients = ref operands.OutputGradient;
        ref TRecord records = ref operands.Records<TRecord>();
        nint count = (nint)geometry.OutputShape.ElementCount, at = 0;
        for (; at <= count - TLanes.Count; at += TLanes.Count)
            TLanes.Store(Share<TLanes, TVector, T>(ref gradients, ref records, at), ref shares, at);
        for (; at < count; at++)
            Unsafe.Add(ref shares, at) = Share<LanesOne<T>, T, T>(ref gradients, ref records, at);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Share<TLanes, TVector, T>(ref T gradients, ref TRecord records, nint at)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged, INumber<T> => WinnerShare.Of<TLanes, TVector, T>(TLanes.Load(ref gradients, at), TLanes.CountBits(TLanes.LoadTaps(ref records, at)));
}
