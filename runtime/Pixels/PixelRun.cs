using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>Neighbouring windows of a row, channels last: their pixels lie one behind the other, and so do their results. Lengths and places are in elements.</summary>
/// <typeparam name="T">The element type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe ref struct PixelRun<T>
    where T : unmanaged
{
    private readonly T** _taps;
    private readonly T* _kept;
    private readonly int _row;
    private readonly int _rows;
    private readonly nint _keptStep;

    /// <param name="taps">Where each column of the first window lies.</param>
    /// <param name="kept">The first row that is kept, at the first window.</param>
    /// <param name="row">The input's row.</param>
    /// <param name="rows">The rows of a window.</param>
    /// <param name="keptStep">From one row that is kept to the next.</param>
    internal PixelRun(T** taps, T* kept, int row, int rows, nint keptStep)
    {
        _taps = taps;
        _kept = kept;
        (_row, _rows, _keptStep) = (row, rows, keptStep);
    }

    /// <summary>The elements of all windows.</summary>
    public required nint Length { get; init; }

    /// <summary>From a pixel to the one below it.</summary>
    public required nint RowStep { get; init; }

    /// <summary>The first result, which is none before the first window is complete.</summary>
    public required nint Target { get; init; }

    /// <summary>The first record.</summary>
    public required nint Record { get; init; }

    /// <summary>Whether the windows that end here are complete.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>The first pixel of a column of the windows; identities where it lies outside.</summary>
    public ref T Tap(int column) => ref *_taps[column];

    /// <summary>The extremes of a row of the windows that end here.</summary>
    /// <param name="row">The row of a window; the last one is this one.</param>
    public ref T Kept(int row) => ref Unsafe.Add(ref *_kept, (_row + 1 + row) % _rows * _keptStep);
}
