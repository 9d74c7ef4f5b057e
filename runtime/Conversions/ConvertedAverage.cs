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

    /// <summary>Divides runs of windows that have the same number of taps: all of them where none is clipped.</summary>
    private readonly struct Quotients : IResultConversion<T, TComputed>
    {
        public static void Narrow(in PoolingGeometry geometry, int firstRow, ReadOnlySpan<TComputed> sums, Span<T> averages)
        {
            if (IsWhole(geometry.Height) && IsWhole(geometry.Width))
            {
                TConversion.NarrowQuotients(sums, TDivisor.Of(geometry.Height.AllTaps, geometry.Width.AllTaps), averages);
                return;
            }
            int row = (int)geometry.OutputShape.ElementCount / geometry.Height.OutputExtent;
            for (int first = 0; first < sums.Length; first += row)
            {
                TapRange rowTaps = geometry.Height.Taps(firstRow + first / row);
                NarrowRow(geometry.Width, row / geometry.Width.OutputExtent, rowTaps, sums.Slice(first, row), averages.Slice(first, row));
            }
        }

        private static void NarrowRow(in AxisGeometry columns, int channels, TapRange rowTaps, ReadOnlySpan<TComputed> sums, Span<T> averages)
        {
            for (int column = 0, end; column < columns.OutputExtent; column = end)
            {
                bool whole = column >= columns.InteriorBegin && column < columns.InteriorEnd;
                end = whole ? columns.InteriorEnd : column + 1;
                int divisor = TDivisor.Of(rowTaps, whole ? columns.AllTaps : columns.Taps(column));
                int first = column * channels, count = (end - column) * channels;
                TConversion.NarrowQuotients(sums.Slice(first, count), divisor, averages.Slice(first, count));
            }
        }

        private static bool IsWhole(in AxisGeometry axis) => axis.InteriorBegin == 0 && axis.InteriorEnd == axis.OutputExtent;
    }
}
