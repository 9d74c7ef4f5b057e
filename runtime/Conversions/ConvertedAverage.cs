using System.ComponentModel;
using System.Numerics;

namespace PoolGen.Runtime;

/// <summary>Averages of integers: the kernel of a sum, whose results are exact, and one division and one rounding for each window.</summary>
/// <typeparam name="TSum">The forward pass of the sum in the computed type.</typeparam>
/// <typeparam name="TDivisor">What divides a window's sum.</typeparam>
/// <typeparam name="TConversion">The conversion there and back.</typeparam>
/// <typeparam name="TComputed">The computed type.</typeparam>
/// <typeparam name="T">The element type of the tensors.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ConvertedAverage<TSum, TDivisor, TConversion, TComputed, T> : IPoolingKernel<T>
    where TSum : IPoolingKernel<TComputed>
    where TDivisor : IWindowDivisor
    where TConversion : IQuotientConversion<T, TComputed>
    where TComputed : unmanaged, INumber<TComputed>
    where T : unmanaged
{
    /// <inheritdoc/>
    public static int Units(in PoolingGeometry geometry) => geometry.Blocks;

    /// <inheritdoc/>
    public static int VectorExtent(in PoolingGeometry geometry) =>
        ForwardConversion<TSum, NoRecords, TConversion, Quotients, TComputed, T>.VectorExtent(geometry);

    /// <inheritdoc/>
    public static int ScratchLength(in PoolingGeometry geometry) =>
        ForwardConversion<TSum, NoRecords, TConversion, Quotients, TComputed, T>.ScratchLength(geometry);

    /// <inheritdoc/>
    public static void Run<TLanes, TVector>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct =>
        ForwardConversion<TSum, NoRecords, TConversion, Quotients, TComputed, T>.Run<TVector>(operands, geometry, begin, end);

    /// <summary>Divides windows in runs of rows as if no column were clipped, and then those again that are: at most a few columns at the ends of rows, or all where windows are adaptive.</summary>
    private readonly struct Quotients : IResultConversion<T, TComputed>
    {
        public static void Narrow(in PoolingGeometry geometry, int firstRow, ReadOnlySpan<TComputed> sums, Span<T> averages)
        {
            int row = (int)geometry.OutputShape.ElementCount / (geometry.Blocks * BlockRows(geometry)), rows = sums.Length / row;
            for (int first = 0, end; first < rows; first = end)
            {
                int divisor = WholeRow(geometry, firstRow + first);
                end = first + 1;
                while (end < rows && WholeRow(geometry, firstRow + end) == divisor)
                    end++;
                TConversion.NarrowQuotients(sums[(first * row)..(end * row)], divisor, averages[(first * row)..(end * row)]);
            }

            AxisGeometry columns = geometry.Width;
            for (int column = 0; column < columns.OutputExtent; column++)
            {
                if (column >= columns.InteriorBegin && column < columns.InteriorEnd && !columns.IsAdaptive)
                    column = columns.InteriorEnd - 1;
                else
                    NarrowColumn(geometry, firstRow, column, row, sums, averages);
            }
        }

        private static void NarrowColumn(
            in PoolingGeometry geometry, int firstRow, int column, int row, ReadOnlySpan<TComputed> sums, Span<T> averages)
        {
            TapRange columnTaps = geometry.Width.Taps(column);
            int channels = row / geometry.Width.OutputExtent;
            for (int first = column * channels, number = firstRow; first < sums.Length; first += row, number++)
            {
                int divisor = TDivisor.Of(RowTaps(geometry, number), columnTaps);
                if (divisor == WholeRow(geometry, number))
                    continue;
                if (channels == 1)
                    averages[first] = TConversion.NarrowQuotient(sums[first], divisor);
                else
                    TConversion.NarrowQuotients(sums.Slice(first, channels), divisor, averages.Slice(first, channels));
            }
        }

        private static int WholeRow(in PoolingGeometry geometry, int row) => TDivisor.Of(RowTaps(geometry, row), geometry.Width.AllTaps);

        private static int BlockRows(in PoolingGeometry geometry) => geometry.Depth.OutputExtent * geometry.Height.OutputExtent;

        /// <summary>The rows of a window, those of all its slices: they count for a divisor, and which they are does not.</summary>
        private static TapRange RowTaps(in PoolingGeometry geometry, int row)
        {
            row %= BlockRows(geometry);
            if (geometry.InputShape.Rank < 3)
                return geometry.Height.Taps(row);
            (int slice, row) = Math.DivRem(row, geometry.Height.OutputExtent);
            TapRange slices = geometry.Depth.Taps(slice), rows = geometry.Height.Taps(row);
            return new(0, slices.Count * rows.Count, slices.PaddedCount * rows.PaddedCount);
        }
    }
}
