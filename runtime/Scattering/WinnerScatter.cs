using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>Gradients that are added at one winner of each window, which is looked up: where windows have many taps, most of them receive nothing.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WinnerScatter
{
    /// <summary>A record: the number of the winning tap, or a bit for each that wins.</summary>
    /// <param name="records">The first record.</param>
    /// <param name="index">Which one.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Record<TRecord>(ref TRecord records, nint index)
        where TRecord : unmanaged => (uint)TapAccess.Load(ref records, index);

    /// <summary>Writes a record.</summary>
    /// <param name="records">The first record.</param>
    /// <param name="index">Which one.</param>
    /// <param name="bits">A bit for each that wins.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SetRecord<TRecord>(ref TRecord records, nint index, int bits)
        where TRecord : unmanaged => TapAccess.Store(bits, ref records, index);

    /// <summary>
    /// Adds the gradients of a unit's windows. A record that names no tap of its window, whatever it is, adds nothing.
    /// </summary>
    /// <param name="operands">The tensors; records are tap numbers, row by row and slice by slice in windows as large as the largest.</param>
    /// <param name="geometry">The shapes; windows are not dilated.</param>
    /// <param name="unit">The plane, or where channels come last, the sample.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add<TRecord, T>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int unit)
        where TRecord : unmanaged
        where T : unmanaged, INumber<T>
    {
        (AxisGeometry slices, AxisGeometry rows, AxisGeometry columns) = (geometry.Depth, geometry.Height, geometry.Width);
        int channels = geometry.Layout == TensorLayout.ChannelsLast ? geometry.Channels : 1;
        nint outputs = unit * geometry.OutputPlane * channels;
        ref TRecord taps = ref Unsafe.Add(ref operands.Records<TRecord>(), outputs);
        ref T gradients = ref Unsafe.Add(ref operands.OutputGradient, outputs);
        ref T target = ref Unsafe.Add(ref operands.InputGradient, unit * geometry.InputPlane * channels);
        nint next = 0;
        for (int slice = 0; slice < slices.OutputExtent; slice++)
        {
            int front = slices.Start(slice), depth = slices.End(slice) - front;
            for (int row = 0; row < rows.OutputExtent; row++)
            {
                int top = rows.Start(row), height = rows.End(row) - top;
                for (int column = 0; column < columns.OutputExtent; column++)
                {
                    int left = columns.Start(column), width = columns.End(column) - left;
                    for (int channel = 0; channel < channels; channel++, next++)
                    {
                        (uint tapRow, uint tapColumn) = Math.DivRem((uint)TapAccess.Load(ref taps, next), (uint)columns.MostTaps);
                        uint tapSlice = 0;
                        if (slices.MostTaps > 1)
                            (tapSlice, tapRow) = Math.DivRem(tapRow, (uint)rows.MostTaps);
                        if (tapSlice >= depth || tapRow >= height || tapColumn >= width)
                            continue;
                        nint at = ((front + (nint)tapSlice) * rows.InputExtent + top + (nint)tapRow) * columns.InputExtent + left + (nint)tapColumn;
                        Unsafe.Add(ref target, at * channels + channel) += Unsafe.Add(ref gradients, next);
                    }
                }
            }
        }
    }
}
