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

    /// <summary>The bytes of scratch memory that a call needs, whatever its records.</summary>
    public static int ScratchLength(in PoolingGeometry geometry) => HasPlaces(geometry) ? geometry.Height.MostTaps * geometry.Width.MostTaps * sizeof(int) : 0;

    /// <summary>∂L/∂x of the planes from <paramref name="begin"/> to <paramref name="end"/>, from the number of the tap that won each window.</summary>
    /// <param name="operands">The tensors. A record that names no tap inside the input, whatever it is, adds nothing.</param>
    /// <param name="geometry">The shapes; windows are not adaptive.</param>
    /// <param name="begin">The first plane.</param>
    /// <param name="end">Behind the last plane.</param>
    public static void AddTaps<TRecord, T>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
        where TRecord : unmanaged
        where T : unmanaged, INumber<T> => Add<ScatteredTaps<RecordedNumber, TRecord>, ScatteredTaps<RecordedNumber, TRecord>, T>(operands, geometry, begin, end);

    /// <summary>The same from a bit for each tap that won.</summary>
    /// <inheritdoc cref="AddTaps"/>
    public static void AddBits<TRecord, T>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
        where TRecord : unmanaged
        where T : unmanaged, INumber<T> => Add<ScatteredTaps<RecordedBit, TRecord>, ScatteredTaps<RecordedBits, TRecord>, T>(operands, geometry, begin, end);

    /// <summary>Of some planes that are left, how many are next.</summary>
    internal static int Together(int left) => left < Turns ? 1 : Turns;

    /// <summary>Fills the table of places.</summary>
    /// <param name="geometry">The shapes.</param>
    /// <param name="scratch">Where it goes: <see cref="ScratchLength"/>.</param>
    /// <returns>The table; null where there is none.</returns>
    internal static int* FindPlaces(in PoolingGeometry geometry, byte* scratch)
    {
        if (!HasPlaces(geometry))
            return null;
        (AxisGeometry rows, AxisGeometry columns) = (geometry.Height, geometry.Width);
        int* places = (int*)scratch;
        for (int row = 0, number = 0; row < rows.MostTaps; row++)
        {
            for (int column = 0; column < columns.MostTaps; column++, number++)
                places[number] = row * rows.Dilation * columns.InputExtent + column * columns.Dilation;
        }
        return places;
    }

    /// <summary>∂L/∂x of some planes, if their records are such as are served.</summary>
    /// <param name="operands">The tensors.</param>
    /// <param name="geometry">The shapes.</param>
    /// <param name="places"><see cref="FindPlaces"/>.</param>
    /// <param name="plane">The first plane.</param>
    /// <param name="planes">How many: <see cref="Together"/>.</param>
    /// <returns>False if they are not, and nothing is done.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static bool TryAdd<TRecords, T>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int* places, int plane, int planes)
        where TRecords : struct, IScatteredRecords
        where T : unmanaged, INumber<T>
    {
        if (!TRecords.Serve(operands.RecordsAddress, geometry, plane, planes))
            return false;
        AddPlanes<TRecords, T>(operands, geometry, places, plane, planes);
        return true;
    }

    private static bool HasPlaces(in PoolingGeometry geometry) => (long)geometry.Height.MostTaps * geometry.Width.MostTaps <= MostPlaces;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add<TFirst, TElse, T>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
        where TFirst : struct, IScatteredRecords
        where TElse : struct, IScatteredRecords
        where T : unmanaged, INumber<T>
    {
        int* places = FindPlaces(geometry, operands.ScratchBytes);
        for (int plane = begin, planes; plane < end; plane += planes)
        {
            planes = Together(end - plane);
            if (!TryAdd<TFirst, T>(operands, geometry, places, plane, planes))
                AddPlanes<TElse, T>(operands, geometry, places, plane, planes);
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
