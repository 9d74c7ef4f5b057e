using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>How many rows a vector has elements of, as a type argument.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IVectorRows
{
    /// <summary>The lanes whose elements lie inside their row, of a row's elements from a column on.</summary>
    static abstract TVector Inside<TLanes, TVector, T>(nint column, nint extent)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged;

    /// <summary>A row's elements from a column on, for each row of the vector the same; zero outside it.</summary>
    static abstract TVector LoadShared<TLanes, TVector, T>(ref T row, nint column, nint extent, TVector inside)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged;

    /// <summary>Stores what lies inside a row. Behind it anything may be stored where that belongs to rows that come later.</summary>
    static abstract void StoreInside<TLanes, TVector, T>(TVector value, ref T row, nint apart, nint column, nint extent, TVector inside)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged;
}

/// <summary>A vector has elements of one row, and touches nothing outside it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct OneRow : IVectorRows
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Inside<TLanes, TVector, T>(nint column, nint extent)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged => TLanes.Inside(column, extent);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector LoadShared<TLanes, TVector, T>(ref T row, nint column, nint extent, TVector inside)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged => TLanes.LoadInside(ref row, column, extent, inside);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreInside<TLanes, TVector, T>(TVector value, ref T row, nint apart, nint column, nint extent, TVector inside)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged => TLanes.StoreInside(value, ref row, column, extent, inside);
}

/// <summary>The halves of a vector have elements of two rows, some elements apart, and reach beyond their ends where these are shorter.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TwoRows : IVectorRows
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Inside<TLanes, TVector, T>(nint column, nint extent)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged => TLanes.ShiftOut(TLanes.Inside(column - TLanes.Count / 2, extent), TLanes.Inside(column, extent), TLanes.Count / 2);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector LoadShared<TLanes, TVector, T>(ref T row, nint column, nint extent, TVector inside)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged => TLanes.And(TLanes.LoadHalves(ref row, column, column), inside);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreInside<TLanes, TVector, T>(TVector value, ref T row, nint apart, nint column, nint extent, TVector inside)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged => TLanes.StoreHalves(value, ref row, column, column + apart);
}
