using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>
/// Planes whose gradient is cleared, and that of each window added where its record says. Where the taps of a window lie is looked up in a table, and
/// planes take turns: no addition waits for the one before, which most often went to the same winner.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class ScatteredPlanes
{
    private const int Turns = 4;

    // Of a window: a larger table takes longer to make than it saves.
    private const int MostPlaces = 256;

    /// <summary>The bytes of scratch memory that a call needs.</summary>
    public static int ScratchLength(in PoolingGeometry geometry) => HasPlaces(geometry) ? geometry.Height.MostTaps * geometry.Width.MostTaps * sizeof(int) : 0;

    /// <summary>∂L/∂x of the planes from <paramref name="begin"/> to <paramref name="end"/>, from the number of the tap that won each window.</summary>
    /// <param name="operands">The tensors. A record that names no tap inside the input, whatever it is, adds nothing.</param>
    /// <param name="geometry">The shapes; windows are not adaptive.</param>
    /// <param name="begin">The first plane.</param>
    /// <param name="end">Behind the last plane.</param>
    public static void AddTaps<TRecord, T>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
        where TRecord : unmanaged
        where T : unmanaged, INumber<T> => Add<RecordedTap, TRecord, T>(operands, geometry, begin, end);

    /// <summary>The same from a bit for each tap that won.</summary>
    /// <inheritdoc cref="AddTaps"/>
    public static void AddBits<TRecord, T>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
        where TRecord : unmanaged
        where T : unmanaged, INumber<T> => Add<RecordedBits, TRecord, T>(operands, geometry, begin, end);

    private static bool HasPlaces(in PoolingGeometry geometry) => (long)geometry.Height.MostTaps * geometry.Width.MostTaps <= MostPlaces;

    private static void Add<TWinners, TRecord, T>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
        where TWinners : struct, IRecordedWinners
        where TRecord : unmanaged
        where T : unmanaged, INumber<T>
    {
        int* places = HasPlaces(geometry) ? (int*)operands.ScratchBytes : null;
        if (places != null)
            FindPlaces(geometry, places);
        int plane = begin;
        for (; plane + Turns <= end; plane += Turns)
            AddPlanes<TWinners, TRecord, T>(operands, geometry, places, plane, Turns);
        for (; plane < end; plane++)
            AddPlanes<TWinners, TRecord, T>(operands, geometry, places, plane, 1);
    }

    private static void FindPlaces(in PoolingGeometry geometry, int* places)
    {
        (AxisGeometry rows, AxisGeometry columns) = (geometry.Height, geometry.Width);
        for (int row = 0; row < rows.MostTaps; row++)
        {
            for (int column = 0; column < columns.MostTaps; column++)
                *places++ = row * rows.Dilation * columns.InputExtent + column * columns.Dilation;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddPlanes<TWinners, TRecord, T>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int* places, int plane, int planes)
        where TWinners : struct, IRecordedWinners
        where TRecord : unmanaged
        where T : unmanaged, INumber<T>
    {
        AxisGeometry rows = geometry.Height, columns = geometry.Width;
        nint inputs = geometry.InputPlane, outputs = geometry.OutputPlane, width = columns.InputExtent, distance = columns.Distance;
        T* gradients = operands.OutputGradientAddress + plane * outputs;
        TRecord* records = (TRecord*)operands.RecordsAddress + plane * outputs;

        // The rows of a window that begins before its plane begin there too, and it is not told of a tap that is not in the plane.
        T* result = operands.InputGradientAddress + plane * inputs, top = result + rows.Start(0) * width;
        int begin = places != null ? columns.InteriorBegin : columns.OutputExtent, end = Math.Max(begin, columns.InteriorEnd), left = columns.Start(begin);
        var cleared = new ClearedRows<T>(result, geometry, planes);
        for (int row = 0; row < rows.OutputExtent; row++)
        {
            cleared.Reach(rows.End(row));

            if (begin > 0)
                AddClipped<TWinners, TRecord, T>(top, gradients, records, geometry, row, 0, begin, planes);
            if (begin < end)
            {
                TapRange inside = rows.Taps(row);
                uint first = (uint)(inside.First * columns.MostTaps), taps = (uint)(inside.Count * columns.MostTaps);
                if (planes == Turns)
                    AddInTurns<TWinners, TRecord, T>(top + left, gradients + begin, records + begin, end - begin, distance, places, first, taps, inputs, outputs);
                else
                    AddOfOne<TWinners, TRecord, T>(top + left, gradients + begin, records + begin, end - begin, distance, places, first, taps);
            }
            if (end < columns.OutputExtent)
                AddClipped<TWinners, TRecord, T>(top, gradients, records, geometry, row, end, columns.OutputExtent, planes);

            top += rows.Distance * width;
            gradients += columns.OutputExtent;
            records += columns.OutputExtent;
        }
        cleared.Reach(rows.InputExtent);
    }

    /// <summary>Windows whose columns all lie inside, of <see cref="Turns"/> planes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddInTurns<TWinners, TRecord, T>(
        T* target, T* gradients, TRecord* records, nint count, nint distance, int* places, uint first, uint taps, nint inputs, nint outputs)
        where TWinners : struct, IRecordedWinners
        where TRecord : unmanaged
        where T : unmanaged, INumber<T>
    {
        for (nint window = 0; window < count; window++, target += distance)
        {
            uint others = AddFirst<TWinners, TRecord, T>(target, gradients, records, window, places, first, taps)
                | AddFirst<TWinners, TRecord, T>(target + inputs, gradients, records, window + outputs, places, first, taps)
                | AddFirst<TWinners, TRecord, T>(target + 2 * inputs, gradients, records, window + 2 * outputs, places, first, taps)
                | AddFirst<TWinners, TRecord, T>(target + 3 * inputs, gradients, records, window + 3 * outputs, places, first, taps);
            if (others != 0)
            {
                for (int turn = 0; turn < Turns; turn++)
                    AddOthers<TWinners, TRecord, T>(target + turn * inputs, gradients, records, window + turn * outputs, places, first, taps);
            }
        }
    }

    /// <summary>The same of one plane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddOfOne<TWinners, TRecord, T>(T* target, T* gradients, TRecord* records, nint count, nint distance, int* places, uint first, uint taps)
        where TWinners : struct, IRecordedWinners
        where TRecord : unmanaged
        where T : unmanaged, INumber<T>
    {
        for (nint window = 0; window < count; window++, target += distance)
        {
            if (AddFirst<TWinners, TRecord, T>(target, gradients, records, window, places, first, taps) != 0)
                AddOthers<TWinners, TRecord, T>(target, gradients, records, window, places, first, taps);
        }
    }

    /// <summary>Adds the gradient of a window at its first winner.</summary>
    /// <returns>The record of the others.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint AddFirst<TWinners, TRecord, T>(T* target, T* gradients, TRecord* records, nint window, int* places, uint first, uint taps)
        where TWinners : struct, IRecordedWinners
        where TRecord : unmanaged
        where T : unmanaged, INumber<T>
    {
        uint record = WinnerScatter.Record(ref *records, window), tap = TWinners.Tap(record);
        if (tap - first < taps)
            target[places[tap]] += gradients[window];
        return TWinners.Rest(record);
    }

    // Apart: several winners are seldom, and the loop over windows is faster without.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void AddOthers<TWinners, TRecord, T>(T* target, T* gradients, TRecord* records, nint window, int* places, uint first, uint taps)
        where TWinners : struct, IRecordedWinners
        where TRecord : unmanaged
        where T : unmanaged, INumber<T>
    {
        for (uint record = TWinners.Rest(WinnerScatter.Record(ref *records, window)); record != 0; record = TWinners.Rest(record))
        {
            uint tap = TWinners.Tap(record);
            if (tap - first < taps)
                target[places[tap]] += gradients[window];
        }
    }

    /// <summary>Windows that reach over the ends of their row, or have too many taps for a table.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddClipped<TWinners, TRecord, T>(
        T* top, T* gradients, TRecord* records, in PoolingGeometry geometry, int row, int begin, int end, int planes)
        where TWinners : struct, IRecordedWinners
        where TRecord : unmanaged
        where T : unmanaged, INumber<T>
    {
        AxisGeometry columns = geometry.Width;
        TapRange rowsInside = geometry.Height.Taps(row);
        nint rowStep = (nint)geometry.Height.Dilation * columns.InputExtent, columnStep = columns.Dilation;
        for (int column = begin; column < end; column++)
        {
            TapRange columnsInside = columns.Taps(column);
            T* target = top + columns.Start(column);
            nint window = column;
            for (int plane = 0; plane < planes; plane++, target += geometry.InputPlane, window += geometry.OutputPlane)
            {
                uint record = WinnerScatter.Record(ref *records, window);
                do
                {
                    (uint tapRow, uint tapColumn) = Math.DivRem(TWinners.Tap(record), (uint)columns.MostTaps);
                    if (rowsInside.Contains((int)tapRow) && columnsInside.Contains((int)tapColumn))
                        target[(nint)tapRow * rowStep + (nint)tapColumn * columnStep] += gradients[window];
                    record = TWinners.Rest(record);
                }
                while (record != 0);
            }
        }
    }
}
