using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>Records of separable winners.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct SeparableRecordLayout : IIndexedRecordLayout
{
    /// <inheritdoc/>
    public static long Count(in PoolingGeometry geometry, long units) => checked(units * SeparableRecords.Of(geometry).Unit);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Translate<TRecord>(TRecord* records, ref int indices, in PoolingGeometry geometry, nint channels)
        where TRecord : unmanaged
    {
        AxisGeometry rows = geometry.Height, columns = geometry.Width;
        nint width = columns.OutputExtent * channels;
        int recordRow = rows.Kernel - 1 - SeparableRecords.Of(geometry).Delay;
        nint next = 0;
        for (int row = 0; row < rows.OutputExtent; row++)
        {
            int top = rows.Start(row);
            nint recorded = (top + recordRow) * width;
            nint at = 0;
            for (int column = 0; column < columns.OutputExtent; column++)
            {
                int left = columns.Start(column);
                for (nint channel = 0; channel < channels; channel++, next++, at++)
                {
                    int won = TapAccess.Load(ref *records, recorded + at);
                    int tapRow = BitOperations.TrailingZeroCount(won);
                    if (tapRow >= rows.Kernel)
                    {
                        Unsafe.Add(ref indices, next) = -1;
                        continue;
                    }
                    int wonColumns = TapAccess.Load(ref *records, (top + tapRow) * width + at) >> rows.Kernel;
                    Unsafe.Add(ref indices, next) = (top + tapRow) * columns.InputExtent + left + BitOperations.TrailingZeroCount(wonColumns);
                }
            }
        }
    }
}
