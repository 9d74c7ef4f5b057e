using System.Numerics;

namespace PoolGen.Runtime;

/// <summary>What divides the windows of some rows of a block.</summary>
internal readonly struct WindowDivisors<TDivisor>
    where TDivisor : IWindowDivisor
{
    private readonly PoolingGeometry _geometry;
    private readonly int _firstRow;

    /// <param name="band">The rows: of one block, or all of those of some blocks, which are alike.</param>
    public WindowDivisors(in RowBand band)
    {
        (_geometry, _firstRow, Rows) = (band.Geometry, band.FirstRow, band.Rows / band.Geometry.Blocks);
        Channels = _geometry.Layout == TensorLayout.ChannelsFirst ? 1 : _geometry.Channels;
    }

    /// <summary>The rows of windows of a block, in all its slices.</summary>
    public int Rows { get; }

    /// <summary>The windows of a row.</summary>
    public int Columns => _geometry.Width.OutputExtent;

    /// <summary>The elements that have a divisor in common, since they are the channels of a pixel.</summary>
    public int Channels { get; }

    /// <summary>The elements of the rows.</summary>
    public int ElementCount => Rows * Columns * Channels;

    /// <summary>The divisor that all windows have in common; 0 where they differ.</summary>
    public int Common
    {
        get
        {
            int common = Divisor(RowTaps(0), 0);
            TapRange above = default;
            for (int row = 0; row < Rows; row++)
            {
                TapRange taps = RowTaps(row);
                for (int column = 0; column < Columns && (row == 0 || taps != above); column = EndOfAlike(column))
                {
                    if (Divisor(taps, column) != common)
                        return 0;
                }
                above = taps;
            }
            return common;
        }
    }

    /// <summary>
    /// The rows of a window, those of all its slices: they count for a divisor, and which they are does not.
    /// </summary>
    public TapRange RowTaps(int row)
    {
        row += _firstRow;
        if (_geometry.InputShape.Rank < 3)
            return Counts(_geometry.Height.Taps(row));
        (int slice, row) = Math.DivRem(row, _geometry.Height.OutputExtent);
        TapRange slices = _geometry.Depth.Taps(slice), rows = _geometry.Height.Taps(row);
        return new(0, slices.Count * rows.Count, slices.PaddedCount * rows.PaddedCount);
    }

    /// <summary>The divisor of a window.</summary>
    public int Divisor(TapRange rows, int column) => TDivisor.Of(rows, _geometry.Width.Taps(column));

    /// <summary>Behind the last of neighbouring columns that have as many taps as one, as far as that is known without counting.</summary>
    public int EndOfAlike(int column)
    {
        AxisGeometry axis = _geometry.Width;
        return axis.IsAdaptive || column < axis.InteriorBegin || column >= axis.InteriorEnd ? column + 1 : axis.InteriorEnd;
    }

    /// <summary>Writes the divisor of each element, and those of the same rows of further blocks.</summary>
    /// <param name="divisors">A multiple of the <see cref="ElementCount"/>.</param>
    public void Fill<T>(Span<T> divisors)
        where T : unmanaged, INumber<T>
    {
        int length = Columns * Channels;
        TapRange above = default;
        for (int row = 0; row < Rows; row++)
        {
            TapRange taps = RowTaps(row);
            Span<T> line = divisors.Slice(row * length, length);
            if (row > 0 && taps == above)
                divisors.Slice((row - 1) * length, length).CopyTo(line);
            else
                FillRow(taps, line);
            above = taps;
        }
        for (int next = ElementCount; next < divisors.Length; next += ElementCount)
            divisors[..ElementCount].CopyTo(divisors[next..]);
    }

    private void FillRow<T>(TapRange rows, Span<T> divisors)
        where T : unmanaged, INumber<T>
    {
        for (int column = 0, next; column < Columns; column = next)
        {
            next = EndOfAlike(column);
            divisors[(column * Channels)..(next * Channels)].Fill(T.CreateTruncating(Divisor(rows, column)));
        }
    }

    private static TapRange Counts(TapRange taps) => new(0, taps.Count, taps.PaddedCount);
}
