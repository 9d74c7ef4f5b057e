using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>
/// Windows of channels-first planes searched tap by tap, for what vector kernels leave aside because it is rare. They compare taps for
/// equality with the extreme, which finds no winner where it is NaN.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WindowSearch
{
    /// <summary>
    /// The tap numbers of the first or last winners of some neighbouring windows of a row. An extreme is written where it is NaN or there is no
    /// winner; others stay, because of zeros of either sign the search might choose another one.
    /// </summary>
    /// <param name="operands">The tensors.</param>
    /// <param name="geometry">The shapes.</param>
    /// <param name="target">The first window's output.</param>
    /// <param name="count">How many.</param>
    /// <param name="last">Whether the last winner counts, not the first.</param>
    /// <param name="ignoreNaN">Whether NaN never wins.</param>
    /// <param name="empty">The extreme of a window without winners: an infinity, positive where minima are looked for.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Taps<TRecord, T>(in PoolingOperands<T> operands, in PoolingGeometry geometry, nint target, int count, bool last, bool ignoreNaN, T empty)
        where TRecord : unmanaged
        where T : unmanaged, INumber<T>
    {
        for (nint window = target; window < target + count; window++)
        {
            var taps = new Window<T>(operands, geometry, window);
            T best = taps.Best(ignoreNaN, empty);
            int winner = -1;
            for (int tap = 0; tap < taps.Count && (last || winner < 0); tap++)
            {
                if (taps.Wins(tap, best, ignoreNaN))
                    winner = taps.Number(tap);
            }
            if (winner < 0 || T.IsNaN(best))
                Unsafe.Add(ref operands.Output, window) = best;
            TapAccess.Store(winner, ref operands.Records<TRecord>(), window);
        }
    }

    /// <summary>The same with bits of all winners.</summary>
    /// <inheritdoc cref="Taps"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Winners<TRecord, T>(in PoolingOperands<T> operands, in PoolingGeometry geometry, nint target, int count, bool ignoreNaN, T empty)
        where TRecord : unmanaged
        where T : unmanaged, INumber<T>
    {
        for (nint window = target; window < target + count; window++)
        {
            var taps = new Window<T>(operands, geometry, window);
            T best = taps.Best(ignoreNaN, empty);
            int winners = 0;
            for (int tap = 0; tap < taps.Count; tap++)
            {
                if (taps.Wins(tap, best, ignoreNaN))
                    winners |= 1 << taps.Number(tap);
            }
            if (winners == 0 || T.IsNaN(best))
                Unsafe.Add(ref operands.Output, window) = best;
            TapAccess.Store(winners, ref operands.Records<TRecord>(), window);
        }
    }

    /// <summary>The tap numbers of two rows of windows, of which the second has its outputs <paramref name="apart"/> elements behind those of the first.</summary>
    /// <inheritdoc cref="Taps"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void TapsOfPair<TRecord, T>(in PoolingOperands<T> operands, in PoolingGeometry geometry, nint target, nint apart, bool last, bool ignoreNaN, T empty)
        where TRecord : unmanaged
        where T : unmanaged, INumber<T>
    {
        Taps<TRecord, T>(operands, geometry, target, geometry.Width.OutputExtent, last, ignoreNaN, empty);
        Taps<TRecord, T>(operands, geometry, target + apart, geometry.Width.OutputExtent, last, ignoreNaN, empty);
    }

    /// <summary>The same with bits of all winners.</summary>
    /// <inheritdoc cref="TapsOfPair"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void WinnersOfPair<TRecord, T>(in PoolingOperands<T> operands, in PoolingGeometry geometry, nint target, nint apart, bool ignoreNaN, T empty)
        where TRecord : unmanaged
        where T : unmanaged, INumber<T>
    {
        Winners<TRecord, T>(operands, geometry, target, geometry.Width.OutputExtent, ignoreNaN, empty);
        Winners<TRecord, T>(operands, geometry, target + apart, geometry.Width.OutputExtent, ignoreNaN, empty);
    }

    /// <summary>The taps of a window that lie inside the input, in row-major order.</summary>
    private readonly ref struct Window<T>
        where T : unmanaged, INumber<T>
    {
        private readonly ref T _plane;
        private readonly AxisGeometry _height;
        private readonly AxisGeometry _width;
        private readonly TapRange _rows;
        private readonly TapRange _columns;
        private readonly int _firstRow;
        private readonly int _firstColumn;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Window(in PoolingOperands<T> operands, in PoolingGeometry geometry, nint output)
        {
            (nint plane, nint rest) = Math.DivRem(output, geometry.OutputPlane);
            (nint row, nint column) = Math.DivRem(rest, geometry.Width.OutputExtent);
            _plane = ref Unsafe.Add(ref operands.Input, plane * geometry.InputPlane);
            (_height, _width) = (geometry.Height, geometry.Width);
            (_rows, _columns) = (_height.Taps((int)row), _width.Taps((int)column));
            (_firstRow, _firstColumn) = (_height.Start((int)row), _width.Start((int)column));
        }

        public int Count => _rows.Count * _columns.Count;

        /// <summary>A tap's number in its whole window.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int Number(int tap) => (_rows.First + tap / _columns.Count) * _width.Kernel + _columns.First + tap % _columns.Count;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Best(bool ignoreNaN, T empty)
        {
            bool minimum = T.IsPositive(empty);
            T best = empty;
            for (int tap = 0; tap < Count; tap++)
            {
                T value = Value(tap);
                best = (minimum, ignoreNaN) switch
                {
                    (false, false) => LanesOne<T>.Max(value, best),
                    (false, true) => LanesOne<T>.MaxNumber(value, best),
                    (true, false) => LanesOne<T>.Min(value, best),
                    (true, true) => LanesOne<T>.MinNumber(value, best),
                };
            }
            return best;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool Wins(int tap, T best, bool ignoreNaN) => Value(tap) == best || (!ignoreNaN && T.IsNaN(Value(tap)));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private T Value(int tap)
        {
            nint row = _firstRow + (_rows.First + tap / _columns.Count) * _height.Dilation;
            nint column = _firstColumn + (_columns.First + tap % _columns.Count) * _width.Dilation;
            return Unsafe.Add(ref _plane, row * _width.InputExtent + column);
        }
    }
}
