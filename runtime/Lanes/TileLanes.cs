using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>Windows side by side in a vector, where windows do not overlap: of each all columns, and as many windows as there is room for.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TileLanes
{
    private const int LeastElements = 4096;

    /// <summary>
    /// Whether vectors of some lanes hold windows with all of their columns. Where less than three quarters of a vector are windows, rows of many windows take
    /// longer than by other means (9x9 over 14 windows: 1.3 times as long forward; .NET 10, Zen 4, 16 lanes).
    /// </summary>
    /// <param name="lanes">The lanes.</param>
    /// <param name="geometry">The shapes.</param>
    /// <param name="stride">The columns from one window to the next, as a constant.</param>
    /// <param name="most">The most windows of a row where other means are faster.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Hold(int lanes, in PoolingGeometry geometry, int stride, int most) =>
        lanes >= stride && (4 * (lanes / stride * stride) >= 3 * lanes || geometry.Width.OutputExtent <= most);

    /// <summary>For a kernel's <see cref="IPoolingKernel{T}.VectorExtent"/>: the vector that holds a row of windows, or as much of it as any does; 0 where none holds a window.</summary>
    /// <inheritdoc cref="Hold"/>
    public static int Extent<T>(in PoolingGeometry geometry, int stride, int most)
        where T : unmanaged
    {
        long columns = geometry.Width.OutputExtent * (long)stride;
        int extent = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Min(columns, 1 << 30));
        return Hold(Math.Min(extent, LaneSelection.Lanes<T>()), geometry, stride, most) ? extent : 0;
    }

    /// <summary>The planes that are checked together for numbers alone: one at a time, small ones would be checked for longer than they take.</summary>
    public static int PlanesTogether(in PoolingGeometry geometry) => (int)Math.Max(1, LeastElements / Math.Max(1, geometry.InputPlane));

    /// <summary>
    /// Of each column of a window, the one some columns further on, around the window's end: what is joined with the columns at distances of 1, 2, 4 and so on
    /// is, in each column, what the window comes to.
    /// </summary>
    /// <param name="places">The lanes that lanes take.</param>
    /// <param name="kernel">The columns of a window.</param>
    /// <param name="stride">The columns from one window to the next.</param>
    /// <param name="by">How far.</param>
    public static void Turn(Span<int> places, int kernel, int stride, int by)
    {
        for (int lane = 0; lane < places.Length; lane++)
        {
            int column = lane % stride, first = lane - column;
            places[lane] = column < kernel && first + stride <= places.Length ? first + (column + by) % kernel : lane;
        }
    }

    /// <summary>The first columns of windows, one window after another.</summary>
    /// <inheritdoc cref="Turn"/>
    public static void Firsts(Span<int> places, int stride)
    {
        for (int lane = 0; lane < places.Length; lane++)
            places[lane] = lane < places.Length / stride ? lane * stride : lane;
    }

    /// <summary>Of each column, the one some columns further on, as far as there are any.</summary>
    /// <inheritdoc cref="Turn"/>
    public static void Later(Span<int> places, int by)
    {
        for (int lane = 0; lane < places.Length; lane++)
            places[lane] = Math.Min(lane + by, places.Length - 1);
    }

    /// <summary>Of each column, its window.</summary>
    /// <inheritdoc cref="Turn"/>
    public static void Windows(Span<int> places, int stride)
    {
        for (int lane = 0; lane < places.Length; lane++)
            places[lane] = lane / stride;
    }

    /// <summary>Of each column its number in its window.</summary>
    /// <inheritdoc cref="Windows"/>
    public static void Columns(Span<int> numbers, int stride)
    {
        for (int lane = 0; lane < numbers.Length; lane++)
            numbers[lane] = lane % stride;
    }

    /// <summary>Of each column, a bit that tells its number in its window; none of those between windows.</summary>
    /// <param name="bits">The bits.</param>
    /// <param name="kernel">The columns of a window.</param>
    /// <param name="stride">The columns from one window to the next.</param>
    public static void Bits(Span<int> bits, int kernel, int stride)
    {
        for (int lane = 0; lane < bits.Length; lane++)
            bits[lane] = lane % stride < kernel ? 1 << lane % stride : 0;
    }

    /// <summary>Writes the records of a vector of windows: of each window the bits of its columns.</summary>
    /// <param name="columns">The columns that win, a bit for each.</param>
    /// <param name="records">The records of a row of windows.</param>
    /// <param name="window">The first window.</param>
    /// <param name="windows">The windows of the row: others have no record.</param>
    /// <param name="kernel">The columns of a window.</param>
    /// <param name="stride">The columns from one window to the next.</param>
    /// <param name="count">The windows of a vector.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SetColumns<TRecord>(ulong columns, ref TRecord records, nint window, nint windows, int kernel, int stride, int count)
        where TRecord : unmanaged
    {
        for (int number = 0; number < count && window + number < windows; number++)
            WinnerScatter.SetRecord(ref records, window + number, (int)(columns >> (number * stride)) & (int)((1u << kernel) - 1));
    }

    /// <summary>Of each column, the gradient of its window; zero behind the last one.</summary>
    /// <param name="gradients">The gradients of a row of windows.</param>
    /// <param name="window">The first window of the vector.</param>
    /// <param name="windows">The windows of the row.</param>
    /// <param name="windowOf">Of each column, its window.</param>
    /// <param name="stride">The columns from one window to the next, as a constant.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector GradientsOf<TLanes, TVector, T>(ref T gradients, nint window, nint windows, TVector windowOf, int stride)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged
    {
        if (TLanes.Count / stride > 1)
            return TLanes.Permute(TLanes.LoadClipped(ref gradients, window, windows, TLanes.Zero), windowOf);
        return window < windows ? TLanes.Broadcast(Unsafe.Add(ref gradients, window)) : TLanes.Zero;
    }

    /// <summary>Of each column, the record of its window; any behind the last one, where there is no gradient.</summary>
    /// <inheritdoc cref="GradientsOf"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector RecordsOf<TLanes, TVector, TRecord, T>(ref TRecord records, nint window, nint windows, TVector windowOf, int stride)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where TRecord : unmanaged
        where T : unmanaged
    {
        if (TLanes.Count / stride > 1)
            return TLanes.Permute(TLanes.LoadTaps(ref records, window), windowOf);
        return window < windows ? TLanes.TapNumber((int)WinnerScatter.Record(ref records, window)) : TLanes.Zero;
    }

    /// <summary>Clears the rows of some planes that no window has: between windows, and behind the last one.</summary>
    public static void ClearRowsBetween<T>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
        where T : unmanaged
    {
        AxisGeometry rows = geometry.Height;
        int behind = 0;
        for (int row = 0; row <= rows.OutputExtent; row++)
        {
            TapRange taps = row < rows.OutputExtent ? rows.Taps(row) : default;
            int start = row < rows.OutputExtent ? rows.Start(row) : rows.InputExtent, first = start + taps.First;
            for (int plane = begin; plane < end && behind < first; plane++)
                operands.ClearInputGradient(plane * geometry.InputPlane + behind * (nint)geometry.Width.InputExtent, (first - behind) * (nint)geometry.Width.InputExtent);
            behind = start + taps.End;
        }
    }
}
