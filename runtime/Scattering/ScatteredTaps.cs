using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>A record for each window, which names taps. Where the taps of a window lie is looked up in a table.</summary>
/// <typeparam name="TWinners">What a record is.</typeparam>
/// <typeparam name="TRecord">Its storage.</typeparam>
internal readonly unsafe struct ScatteredTaps<TWinners, TRecord> : IScatteredRecords
    where TWinners : struct, IRecordedWinners
    where TRecord : unmanaged
{
    public static bool LooksPlacesUp => true;

    public static bool Serve(byte* records, in PoolingGeometry geometry, int plane, int planes) =>
        TWinners.Serves((TRecord*)records + plane * geometry.OutputPlane, planes * geometry.OutputPlane);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddInside<T>(in ScatteredRow<T> row, in PoolingGeometry geometry, int begin, int end)
        where T : unmanaged, INumber<T>
    {
        AxisGeometry columns = geometry.Width;
        TapRange inside = geometry.Height.Taps(row.Row);
        uint first = (uint)(inside.First * columns.MostTaps), taps = (uint)(inside.Count * columns.MostTaps);
        T* target = row.Target + columns.Start(begin), gradients = row.Gradients + begin;
        TRecord* records = RecordsOf(row, geometry) + begin;
        if (row.Planes == ScatteredPlanes.Turns)
            AddInTurns(target, gradients, records, end - begin, columns.Distance, row.Places, first, taps, geometry.InputPlane, geometry.OutputPlane);
        else
            AddOfOne(target, gradients, records, end - begin, columns.Distance, row.Places, first, taps);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddClipped<T>(in ScatteredRow<T> row, in PoolingGeometry geometry, int begin, int end)
        where T : unmanaged, INumber<T>
    {
        AxisGeometry columns = geometry.Width;
        TapRange rowsInside = geometry.Height.Taps(row.Row);
        nint rowStep = (nint)geometry.Height.Dilation * columns.InputExtent, columnStep = columns.Dilation;
        TRecord* records = RecordsOf(row, geometry);
        for (int column = begin; column < end; column++)
        {
            TapRange columnsInside = columns.Taps(column);
            T* target = row.Target + columns.Start(column);
            nint window = column;
            for (int plane = 0; plane < row.Planes; plane++, target += geometry.InputPlane, window += geometry.OutputPlane)
            {
                uint record = WinnerScatter.Record(ref *records, window);
                do
                {
                    (uint tapRow, uint tapColumn) = Math.DivRem(TWinners.First(record), (uint)columns.MostTaps);
                    if (rowsInside.Contains((int)tapRow) && columnsInside.Contains((int)tapColumn))
                        target[(nint)tapRow * rowStep + (nint)tapColumn * columnStep] += row.Gradients[window];
                    record = TWinners.Others(record);
                }
                while (record != 0);
            }
        }
    }

    private static TRecord* RecordsOf<T>(in ScatteredRow<T> row, in PoolingGeometry geometry)
        where T : unmanaged => (TRecord*)row.Records + row.Plane * geometry.OutputPlane + row.Row * (nint)geometry.Width.OutputExtent;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddInTurns<T>(T* target, T* gradients, TRecord* records, nint count, nint distance, int* places, uint first, uint taps, nint inputs, nint outputs)
        where T : unmanaged, INumber<T>
    {
        for (nint window = 0; window < count; window++, target += distance)
        {
            uint others = AddFirst(target, gradients, records, window, places, first, taps)
                | AddFirst(target + inputs, gradients, records, window + outputs, places, first, taps)
                | AddFirst(target + 2 * inputs, gradients, records, window + 2 * outputs, places, first, taps)
                | AddFirst(target + 3 * inputs, gradients, records, window + 3 * outputs, places, first, taps);
            if (others != 0)
            {
                for (int turn = 0; turn < ScatteredPlanes.Turns; turn++)
                    AddOthers(target + turn * inputs, gradients, records, window + turn * outputs, places, first, taps);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddOfOne<T>(T* target, T* gradients, TRecord* records, nint count, nint distance, int* places, uint first, uint taps)
        where T : unmanaged, INumber<T>
    {
        for (nint window = 0; window < count; window++, target += distance)
        {
            if (AddFirst(target, gradients, records, window, places, first, taps) != 0)
                AddOthers(target, gradients, records, window, places, first, taps);
        }
    }

    /// <summary>Adds the gradient of a window at its first winner.</summary>
    /// <returns>The record of the others.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint AddFirst<T>(T* target, T* gradients, TRecord* records, nint window, int* places, uint first, uint taps)
        where T : unmanaged, INumber<T>
    {
        uint record = WinnerScatter.Record(ref *records, window), tap = TWinners.First(record);
        if (tap - first < taps)
            target[places[tap]] += gradients[window];
        return TWinners.Others(record);
    }

    // Apart: several winners are seldom, and the loop over windows is faster without.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void AddOthers<T>(T* target, T* gradients, TRecord* records, nint window, int* places, uint first, uint taps)
        where T : unmanaged, INumber<T>
    {
        for (uint record = TWinners.Others(WinnerScatter.Record(ref *records, window)); record != 0; record = TWinners.Others(record))
        {
            uint tap = TWinners.First(record);
            if (tap - first < taps)
                target[places[tap]] += gradients[window];
        }
    }
}
