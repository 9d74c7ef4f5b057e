using System.Numerics;

namespace PoolGen.Runtime;

/// <summary>
/// Averages from exact sums, divided and rounded once. Where divisors differ, those of a block's windows are written once, in the order of the sums, and
/// sums are divided by them as they lie: rows that are narrower than a vector, and columns that are clipped, cost nothing extra. Pixels of more than a
/// few channels are long enough to be divided by one number each.
/// </summary>
internal readonly unsafe struct WindowQuotients<TDivisor, TConversion, TComputed, T> : IResultConversion<WindowQuotients<TDivisor, TConversion, TComputed, T>, T, TComputed>
    where TDivisor : IWindowDivisor
    where TConversion : IQuotientConversion<T, TComputed>
    where TComputed : unmanaged, INumber<TComputed>
    where T : unmanaged
{
    // The divisors of small blocks are repeated up to so many: pieces of that length do not notice that they are divided one after the other.
    private const int LeastDivisors = 256;

    private readonly int _divisor; // 0 where divisors differ
    private readonly TComputed* _divisors;
    private readonly int _count;

    private WindowQuotients(int divisor, TComputed* divisors, int count)
    {
        _divisor = divisor;
        _divisors = divisors;
        _count = count;
    }

    public static int ScratchLength(in RowBand band)
    {
        var windows = new WindowDivisors<TDivisor>(band);
        return !TakesPixels(windows) ? ThreadScratch.Align(Repeats(band, windows) * windows.ElementCount * (long)sizeof(TComputed)) : 0;
    }

    public static WindowQuotients<TDivisor, TConversion, TComputed, T> Of(in RowBand band, byte* scratch)
    {
        var windows = new WindowDivisors<TDivisor>(band);
        if (windows.Common is > 0 and var common)
            return new(common, null, 0);
        if (TakesPixels(windows))
            return default;
        int count = Repeats(band, windows) * windows.ElementCount;
        windows.Fill(new Span<TComputed>(scratch, count));
        return new(0, (TComputed*)scratch, count);
    }

    public void Narrow(in RowBand band, ReadOnlySpan<TComputed> sums, Span<T> averages)
    {
        if (_divisor > 0)
        {
            TConversion.NarrowQuotients(sums, _divisor, averages);
            return;
        }
        if (_divisors is null)
        {
            NarrowPixels(band, sums, averages);
            return;
        }
        for (int first = 0; first < sums.Length; first += _count)
        {
            int count = Math.Min(_count, sums.Length - first);
            TConversion.NarrowQuotients(sums.Slice(first, count), new ReadOnlySpan<TComputed>(_divisors, count), averages.Slice(first, count));
        }
    }

    /// <summary>Neighbouring pixels whose windows have the same divisor are divided together.</summary>
    private static void NarrowPixels(in RowBand band, ReadOnlySpan<TComputed> sums, Span<T> averages)
    {
        var windows = new WindowDivisors<TDivisor>(band);
        int begin = 0, end = 0, divisor = 0;
        while (end < sums.Length)
        {
            for (int row = 0; row < windows.Rows; row++)
            {
                TapRange rows = windows.RowTaps(row);
                for (int column = 0, next; column < windows.Columns; column = next)
                {
                    next = windows.EndOfAlike(column);
                    int of = windows.Divisor(rows, column);
                    if (of != divisor)
                    {
                        TConversion.NarrowQuotients(sums[begin..end], divisor, averages[begin..end]);
                        (begin, divisor) = (end, of);
                    }
                    end += (next - column) * windows.Channels;
                }
            }
        }
        TConversion.NarrowQuotients(sums[begin..end], divisor, averages[begin..end]);
    }

    /// <summary>Whether the channels of a pixel are a vector, and so worth a division of their own.</summary>
    private static bool TakesPixels(in WindowDivisors<TDivisor> windows) => windows.Channels >= StripWidth.Widest<TComputed>();

    private static int Repeats(in RowBand band, in WindowDivisors<TDivisor> windows) =>
        (int)Math.Min(band.Geometry.Blocks, (LeastDivisors + windows.ElementCount - 1L) / windows.ElementCount);
}
