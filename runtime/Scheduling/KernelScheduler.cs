using System.Numerics;

namespace PoolGen.Runtime;

/// <summary>Runs a kernel's units, divided among threads or not, at the chosen vector width.</summary>
internal static class KernelScheduler
{
    /// <summary>Runs every unit; the operands are pinned until it returns.</summary>
    public static void Run<TKernel, T>(in PoolingOperands<T> operands, in PoolingGeometry geometry, ParallelOptions? parallel)
        where TKernel : IPoolingKernel<T>
        where T : unmanaged, INumber<T>
    {
        int units = TKernel.Units(geometry);
        int shares = WorkDivision.Shares(units, geometry.Planes * (long)geometry.InputPlane, parallel);
        if (shares == 0)
            return;

        LaneWidth width = LaneSelection.For<T>(TKernel.VectorExtent(geometry), pixels: geometry.Layout == TensorLayout.ChannelsLast);
        PoolingOperands<T> placed = operands.With(MemoryDistance.Of<T>(geometry, operands.IsBackward));
        if (shares == 1)
            RunShare<TKernel, T>(placed, geometry, 0, units, width);
        else
            RunDivided<TKernel, T>(placed, geometry, units, shares, width, parallel!);
    }

    private static void RunDivided<TKernel, T>(PoolingOperands<T> operands, PoolingGeometry geometry, int units, int shares, LaneWidth width, ParallelOptions parallel)
        where TKernel : IPoolingKernel<T>
        where T : unmanaged, INumber<T> =>
        WorkDivision.Run(units, shares, parallel, (begin, end) => RunShare<TKernel, T>(operands, geometry, begin, end, width));

    private static unsafe void RunShare<TKernel, T>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end, LaneWidth width)
        where TKernel : IPoolingKernel<T>
        where T : unmanaged, INumber<T>
    {
        int scratchLength = TKernel.ScratchLength(geometry);
        if (scratchLength == 0)
        {
            LaneDispatch.Run<TKernel, T>(operands, geometry, begin, end, width);
        }
        else
        {
            int margin = ThreadScratch.Margin;
            byte[] scratch = ThreadScratch.Rent(checked(scratchLength + ThreadScratch.Alignment + 2 * margin));
            fixed (byte* start = scratch)
            {
                byte* aligned = (byte*)(((nuint)start + (nuint)margin + ThreadScratch.Alignment - 1) & ~(nuint)(ThreadScratch.Alignment - 1));
                if (margin > 0)
                    ThreadScratch.FillMargins(aligned, scratchLength);
                LaneDispatch.Run<TKernel, T>(operands.With(aligned), geometry, begin, end, width);
                if (margin > 0)
                    ThreadScratch.CheckMargins(aligned, scratchLength);
            }
            ThreadScratch.Return(scratch);
        }
        if (operands.Streams)
            StreamingAccess.Fence();
    }
}
