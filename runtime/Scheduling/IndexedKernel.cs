using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>What a record of winners says, as an int.</summary>
internal interface IWinnerRecord
{
    /// <summary>The number of the first tap that it names, or below 0 where there is none.</summary>
    static abstract int FirstTap(int record);
}

/// <summary>The number of a tap.</summary>
internal readonly struct TapRecord : IWinnerRecord
{
    public static int FirstTap(int record) => record;
}

/// <summary>A bit for every tap that wins.</summary>
internal readonly struct BitsRecord : IWinnerRecord
{
    public static int FirstTap(int record) => record == 0 ? -1 : BitOperations.TrailingZeroCount(record);
}

/// <summary>
/// A kernel that leaves records as ints, followed by their translation in place to flat in-plane indices: one generated kernel
/// serves the workspace and the indices.
/// </summary>
internal readonly struct IndexedKernel<TKernel, TWinner, T> : IPoolingKernel<T>
    where TKernel : IPoolingKernel<T>
    where TWinner : IWinnerRecord
    where T : unmanaged
{
    public static int Units(in PoolingGeometry geometry) => TKernel.Units(geometry);

    public static int VectorExtent(in PoolingGeometry geometry) => TKernel.VectorExtent(geometry);

    public static int ScratchLength(in PoolingGeometry geometry) => TKernel.ScratchLength(geometry);

    public static void Run<TLanes, TVector>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
    {
        TKernel.Run<TLanes, TVector>(operands, geometry, begin, end);

        // A unit holds consecutive outputs: a plane, or a sample with its channels innermost.
        int units = TKernel.Units(geometry);
        nint perUnit = (nint)(geometry.OutputShape.ElementCount / units);
        int channels = geometry.Layout == TensorLayout.ChannelsLast ? geometry.Channels : 1;
        for (int unit = begin; unit < end; unit++)
            Translate(ref Unsafe.Add(ref operands.Records<int>(), unit * perUnit), geometry, channels);
    }

    private static void Translate(ref int records, in PoolingGeometry geometry, int channels)
    {
        AxisGeometry slices = geometry.Depth, rows = geometry.Height, columns = geometry.Width;
        nint next = 0;
        for (int slice = 0; slice < slices.OutputExtent; slice++)
        {
            for (int row = 0; row < rows.OutputExtent; row++)
            {
                int topRow = slices.Start(slice) * rows.InputExtent + rows.Start(row);
                for (int column = 0; column < columns.OutputExtent; column++)
                {
                    int corner = topRow * columns.InputExtent + columns.Start(column);
                    for (int channel = 0; channel < channels; channel++, next++)
                    {
                        ref int record = ref Unsafe.Add(ref records, next);
                        int tap = TWinner.FirstTap(record);
                        record = tap < 0 ? -1 : corner + Offset(tap, slices, rows, columns);
                    }
                }
            }
        }
    }

    /// <summary>How far a tap lies behind its window's first one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Offset(int tap, in AxisGeometry slices, in AxisGeometry rows, in AxisGeometry columns)
    {
        (int tapRow, int tapColumn) = Math.DivRem(tap, columns.Kernel);
        int tapSlice = 0;
        if (slices.Kernel > 1)
            (tapSlice, tapRow) = Math.DivRem(tapRow, rows.Kernel);
        return (tapSlice * slices.Dilation * rows.InputExtent + tapRow * rows.Dilation) * columns.InputExtent + tapColumn * columns.Dilation;
    }
}
