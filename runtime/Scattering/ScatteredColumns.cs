using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>
/// Records of which each names one column that won its window, and of each of these one row (<see cref="ColumnRecords"/>). What is looked up is not asked
/// whether it lies inside, except of windows that reach over an end of their plane: a column that names no row has its last one.
/// </summary>
/// <typeparam name="TRecord">The storage of a record.</typeparam>
internal readonly unsafe struct ScatteredColumns<TRecord> : IScatteredRecords
    where TRecord : unmanaged
{
    public static bool LooksPlacesUp => false;

    public static bool Serve(byte* records, in PoolingGeometry geometry, int plane, int planes) =>
        SingleWinners.InColumns((TRecord*)records + plane * ColumnRecords.Of(geometry).Unit, geometry, planes);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddInside<T>(in ScatteredRow<T> row, in PoolingGeometry geometry, int begin, int end)
        where T : unmanaged, INumber<T>
    {
        (AxisGeometry rows, AxisGeometry columns) = (geometry.Height, geometry.Width);
        if (row.Row < rows.InteriorBegin || row.Row >= rows.InteriorEnd)
        {
            AddClipped(row, geometry, begin, end);
            return;
        }

        (nint count, nint distance, nint left) = (end - begin, columns.Distance, columns.Start(begin));
        nint rowStep = (nint)rows.Dilation * columns.InputExtent;
        uint last = LastRow(rows);
        T* target = row.Target + left, gradients = row.Gradients + begin;
        TRecord* winners = RowsOf(row) + left, windows = WindowsOf(row, columns) + begin;
        if (row.Planes == ScatteredPlanes.Turns)
            AddInTurns(target, gradients, windows, winners, count, distance, rowStep, last, geometry.InputPlane, geometry.OutputPlane, row.Columns.Unit);
        else
            AddOfOne(target, gradients, windows, winners, count, distance, rowStep, last);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddClipped<T>(in ScatteredRow<T> row, in PoolingGeometry geometry, int begin, int end)
        where T : unmanaged, INumber<T>
    {
        AxisGeometry columns = geometry.Width;
        TapRange rowsInside = geometry.Height.Taps(row.Row);
        nint rowStep = (nint)geometry.Height.Dilation * columns.InputExtent;
        uint last = LastRow(geometry.Height);
        TRecord* winners = RowsOf(row), windows = WindowsOf(row, columns);
        T* target = row.Target, gradients = row.Gradients;
        for (int plane = 0; plane < row.Planes; plane++)
        {
            for (int window = begin; window < end; window++)
            {
                int tapColumn = (int)Winner(windows, window);
                if (!columns.Taps(window).Contains(tapColumn))
                    continue;
                nint column = columns.Start(window) + tapColumn, tapRow = Winner(winners, column, last);
                if (rowsInside.Contains((int)tapRow))
                    target[tapRow * rowStep + column] += gradients[window];
            }
            target += geometry.InputPlane;
            gradients += geometry.OutputPlane;
            winners += row.Columns.Unit;
            windows += row.Columns.Unit;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddInTurns<T>(
        T* target, T* gradients, TRecord* windows, TRecord* winners, nint count, nint distance, nint rowStep, uint last, nint inputs, nint outputs, nint unit)
        where T : unmanaged, INumber<T>
    {
        nint inputs3 = 3 * inputs, outputs3 = 3 * outputs, unit3 = 3 * unit;
        for (nint window = 0; window < count; window++, target += distance, winners += distance)
        {
            Add(target, gradients, windows, winners, rowStep, last, window, 0, 0, 0);
            Add(target, gradients, windows, winners, rowStep, last, window, inputs, outputs, unit);
            Add(target, gradients, windows, winners, rowStep, last, window, 2 * inputs, 2 * outputs, 2 * unit);
            Add(target, gradients, windows, winners, rowStep, last, window, inputs3, outputs3, unit3);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddOfOne<T>(T* target, T* gradients, TRecord* windows, TRecord* winners, nint count, nint distance, nint rowStep, uint last)
        where T : unmanaged, INumber<T>
    {
        for (nint window = 0; window < count; window++, target += distance, winners += distance)
            Add(target, gradients, windows, winners, rowStep, last, window, 0, 0, 0);
    }

    /// <summary>Adds the gradient of a window at its winner, in the plane that begins so many inputs, outputs and records behind the first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<T>(T* target, T* gradients, TRecord* windows, TRecord* winners, nint rowStep, uint last, nint window, nint input, nint output, nint record)
        where T : unmanaged, INumber<T>
    {
        nint column = Winner(windows, window + record), row = Winner(winners, column + record, last);
        target[row * rowStep + column + input] += gradients[window + output];
    }

    /// <summary>The number of a record's bit, or if it has none, of another one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint Winner(TRecord* records, nint index, uint otherwise = 0) =>
        BitOperations.TrailingZeroCount(WinnerScatter.Record(ref *records, index) | otherwise);

    private static uint LastRow(in AxisGeometry rows) => 1u << (rows.Kernel - 1);

    /// <summary>The records of the columns of a row of windows.</summary>
    private static TRecord* RowsOf<T>(in ScatteredRow<T> row)
        where T : unmanaged => (TRecord*)row.Records + row.Plane * row.Columns.Unit + row.Row * row.Columns.Row;

    /// <summary>The records of the windows of a row.</summary>
    private static TRecord* WindowsOf<T>(in ScatteredRow<T> row, in AxisGeometry columns)
        where T : unmanaged => (TRecord*)row.Records + row.Plane * row.Columns.Unit + row.Columns.Windows + row.Row * (nint)columns.OutputExtent;
}
