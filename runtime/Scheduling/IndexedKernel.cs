using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>
/// A kernel that leaves tap numbers as ints, followed by their translation in place to flat in-plane indices: one generated kernel
/// serves the workspace and the indices.
/// </summary>
internal readonly struct IndexedKernel<TKernel, T> : IPoolingKernel<T>
    where TKernel : IPoolingKernel<T>
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
            Translate(ref Unsafe.Add(ref operands.Records<int>(), unit * perUnit), geometry.Height, geometry.Width, channels);
    }

    private static void Translate(ref int taps, AxisGeometry rows, AxisGeometry columns, int channels)
    {
        nint next = 0;
        for (int row = 0; row < rows.OutputExtent; row++)
        {
            for (int column = 0; column < columns.OutputExtent; column++)
            {
                int corner = rows.Start(row) * columns.InputExtent + columns.Start(column);
                for (int channel = 0; channel < channels; channel++, next++)
                {
                    ref int tap = ref Unsafe.Add(ref taps, next);
                    if (tap < 0)
                        continue;
                    (int tapRow, int tapColumn) = Math.DivRem(tap, columns.Kernel);
                    tap = corner + tapRow * rows.Dilation * columns.InputExtent + tapColumn * columns.Dilation;
                }
            }
        }
    }
}
