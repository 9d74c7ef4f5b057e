using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>
/// Winners as bits of rows and columns (<see cref="SeparableRecords"/>): their number is the sum of the winning columns of a window's winning rows.
/// Those of each row are counted once.
/// </summary>
/// <typeparam name="TRecord">The storage of a record.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SeparableWinners<TRecord> : IWinnerCounts
    where TRecord : unmanaged
{
    private const int HighestBit = 31;

    /// <inheritdoc/>
    public static nint RecordBytes(in PoolingGeometry blocks) => SeparableRecordBytes<TRecord>.Bytes(blocks);

    /// <inheritdoc/>
    public static int ScratchLength<T>(in PoolingGeometry blocks)
        where T : unmanaged => checked((int)((Margin(blocks) * 2 + SeparableRecords.Of(blocks).Unit) * Unsafe.SizeOf<T>()));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Divide<TLanes, TVector, T>(in PoolingOperands<T> operands, ref T shares, in PoolingGeometry geometry)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged, INumber<T>
    {
        var layout = SeparableRecords.Of(geometry);
        int kernel = geometry.Height.Kernel, columns = ((1 << geometry.Width.Kernel) - 1) << kernel;
        nint row = RowLength(geometry), windows = geometry.Height.OutputExtent * row;
        ref T counts = ref Unsafe.Add(ref operands.Scratch, Margin(geometry));

        // Seen from a window: its own record, and how many columns its first row won. Rows outside the input never won.
        nint own = (kernel - 1 - layout.Delay - geometry.Height.PaddingBegin) * row, first = -geometry.Height.PaddingBegin * row;
        for (int block = 0; block < geometry.Blocks; block++)
        {
            ref TRecord records = ref Unsafe.Add(ref operands.Records<TRecord>(), block * layout.Unit);
            ref T gradients = ref Unsafe.Add(ref operands.OutputGradient, block * windows);
            ref T quotients = ref Unsafe.Add(ref shares, block * windows);
            nint at = 0;
            for (; at <= layout.Unit - TLanes.Count; at += TLanes.Count)
                TLanes.Store(Count<TLanes, TVector, T>(ref records, at, columns), ref counts, at);
            for (; at < layout.Unit; at++)
                Unsafe.Add(ref counts, at) = Count<LanesOne<T>, T, T>(ref records, at, columns);

            at = 0;
            for (; at <= windows - TLanes.Count; at += TLanes.Count)
            {
                TVector winners = Winners<TLanes, TVector, T>(TLanes.LoadTaps(ref records, at + own), ref counts, at + first, row, kernel);
                TLanes.Store(WinnerShare.Of<TLanes, TVector, T>(TLanes.Load(ref gradients, at), winners), ref quotients, at);
            }
            for (; at < windows; at++)
            {
                T winners = Winners<LanesOne<T>, T, T>(LanesOne<T>.LoadTaps(ref records, at + own), ref counts, at + first, row, kernel);
                Unsafe.Add(ref quotients, at) = Unsafe.Add(ref gradients, at) / winners;
            }
        }
    }

    /// <summary>How many columns a row of each window won.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Count<TLanes, TVector, T>(ref TRecord records, nint at, int columns)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged => TLanes.CountBits(TLanes.And(TLanes.LoadTaps(ref records, at), TLanes.TapNumber(columns)));

    /// <summary>The sum of what the rows of windows won that won their windows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Winners<TLanes, TVector, T>(TVector won, ref T counts, nint at, nint row, int kernel)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged
    {
        // The last row's bit first to the highest place, where it is tested without a shift, then those before it.
        TVector winners = TLanes.Zero, bits = TLanes.ShiftBits(won, HighestBit + 1 - kernel);
        at += (kernel - 1) * row;
        for (int tap = 0; tap < kernel; tap++, at -= row, bits = TLanes.ShiftBits(bits, 1))
            winners = TLanes.AddBit(winners, bits, HighestBit, TLanes.Load(ref counts, at));
        return winners;
    }

    private static nint RowLength(in PoolingGeometry geometry) =>
        geometry.Width.OutputExtent * (nint)(geometry.Layout == TensorLayout.ChannelsLast ? geometry.Channels : 1);

    /// <summary>The counts before the first row and behind the last that windows there look at, and do not add.</summary>
    private static nint Margin(in PoolingGeometry geometry) => geometry.Height.Kernel * RowLength(geometry);
}
