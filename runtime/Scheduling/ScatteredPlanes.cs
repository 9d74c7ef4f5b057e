using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>
/// Planes whose gradient is cleared, and that of each window added where its record says. Planes take turns: no addition waits for the one before, which
/// most often went to the same winner.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class ScatteredPlanes
{
    /// <summary>The planes that take turns.</summary>
    internal const int Turns = 4;

    // Of a window: a larger table takes longer to make than it saves.
    private const int MostPlaces = 256;

    /// <summary>The bytes of scratch memory that a call needs whose records name taps.</summary>
    public static int ScratchLength(in PoolingGeometry geometry) => HasPlaces(geometry) ? geometry.Height.MostTaps * geometry.Width.MostTaps * sizeof(int) : 0;

    /// <summary>∂L/∂x of the planes from <paramref name="begin"/> to <paramref name="end"/>, from the number of the tap that won each window.</summary>
    /// <param name="operands">The tensors. A record that names no tap inside the input, whatever it is, adds nothing.</param>
    /// <param name="geometry">The shapes; windows are not adaptive.</param>
    /// <param name="begin">The first plane.</param>
    /// <param name="end">Behind the last plane.</param>
    public static void AddTaps<TRecord, T>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
        where TRecord : unmanaged
        where T : unmanaged, INumber<T> => Add<RecordedNumber, RecordedNumber, TRecord, T>(operands, geometry, begin, end);

    /// <summary>The same from a bit for each tap that won.</summary>
    /// <inheritdoc cref="AddTaps"/>
    public static void AddBits<TRecord, T>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
        where TRecord : unmanaged
        where T : unmanaged, INumber<T> => Add<RecordedBits, RecordedBit, TRecord, T>(operands, geometry, begin, end);

    /// <summary>
    /// The same from a bit for each column that won a window, and for each row that won a column (<see cref="ColumnRecords"/>), if each of these records of
    /// some planes has one bit. It needs no scratch memory.
    /// </summary>
    /// <param name="operands">The tensors.</param>
    /// <param name="geometry">The shapes.</param>
    /// <param name="plane">The first plane.</param>
    /// <param name="planes">How many: <see cref="Together"/>.</param>
    /// <returns>False, and nothing is done, if a record has several bits or none that stands for something.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static bool TryAddColumns<TRecord, T>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int plane, int planes)
        where TRecord : unmanaged
        where T : unmanaged, INumber<T>
    {
        if (!SingleWinners.InColumns((TRecord*)operands.RecordsAddress + plane * ColumnRecords.Of(geometry).Unit, geometry, planes))
            return false;
        AddPlanes<ScatteredColumns<TRecord>, T>(operands, geometry, places: null, plane, planes);
        return true;
    }

    /// <summary>Of some planes that are left, how many are next.</summary>
    internal static int Together(int left) => left < Turns ? 1 : Turns;

    private static bool HasPlaces(in PoolingGeometry geometry) => (long)geometry.Height.MostTaps * geometry.Width.MostTaps <= MostPlaces;

    /// <typeparam name="TWinners">What a record is.</typeparam>
    /// <typeparam name="TWinner">What it is where no window has several winners: with most data none has, and asking takes a fraction of the time of looking for others.</typeparam>
    /// <typeparam name="TRecord">The storage of a record.</typeparam>
    /// <typeparam name="T">The element type.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add<TWinners, TWinner, TRecord, T>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
        where TWinners : struct, IRecordedWinners
        where TWinner : struct, IRecordedWinners
        where TRecord : unmanaged
        where T : unmanaged, INumber<T>
    {
        int* places = HasPlaces(geometry) ? (int*)operands.ScratchBytes : null;
        if (places != null)
            FindPlaces(geometry, places);
        nint outputs = geometry.OutputPlane;
        for (int plane = begin, planes; plane < end; plane += planes)
        {
            planes = Together(end - plane);
            if (TWinners.MayRepeat && RepeatedWinners.Any((TRecord*)operands.RecordsAddress + plane * outputs, planes * outputs))
                AddPlanes<ScatteredTaps<TWinners, TRecord>, T>(operands, geometry, places, plane, planes);
            else
                AddPlanes<ScatteredTaps<TWinner, TRecord>, T>(operands, geometry, places, plane, planes);
        }
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
    private static void AddPlanes<TRecords, T>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int* places, int plane, int planes)
        where TRecords : struct, IScatteredRecords
        where T : unmanaged, INumber<T>
    {
        AxisGeometry rows = geometry.Height, columns = geometry.Width;
        T* gradients = operands.OutputGradientAddress + plane * geometry.OutputPlane;

        // The rows of a window that begins before its plane begin there too, and it is not told of a tap that is not in the plane.
        T* result = operands.InputGradientAddress + plane * geometry.InputPlane, top = result + rows.Start(0) * (nint)columns.InputExtent;
        bool hasInside = places != null || !TRecords.LooksPlacesUp;
        int begin = hasInside ? columns.InteriorBegin : columns.OutputExtent, end = Math.Max(begin, columns.InteriorEnd);
        ColumnRecords recorded = TRecords.LooksPlacesUp ? default : ColumnRecords.Of(geometry);
        var cleared = new ClearedRows<T>(result, geometry, planes);
        for (int row = 0; row < rows.OutputExtent; row++)
        {
            cleared.Reach(rows.End(row));
            var windows = new ScatteredRow<T>(operands.RecordsAddress, gradients, top, places, recorded, plane, planes, row);
            if (begin > 0)
                TRecords.AddClipped(windows, geometry, 0, begin);
            if (begin < end)
                TRecords.AddInside(windows, geometry, begin, end);
            if (end < columns.OutputExtent)
                TRecords.AddClipped(windows, geometry, end, columns.OutputExtent);
            top += rows.Distance * (nint)columns.InputExtent;
            gradients += columns.OutputExtent;
        }
        cleared.Reach(rows.InputExtent);
    }
}
