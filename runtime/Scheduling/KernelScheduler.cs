using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace PoolGen.Runtime;

/// <summary>Divides a kernel's units among threads and runs each share at the chosen vector width.</summary>
internal static class KernelScheduler
{
    // Starting the pool's threads costs about 12 µs; below this many elements one thread has finished by then.
    private const long LeastParallelElements = 1 << 16;

    // A core cannot count on more than its part of the last-level cache.
    private const int CoresPerCache = 4;

    // More shares than threads: a thread that the operating system delays holds up a smaller share.
    private const int SharesPerThread = 4;

    /// <summary>Runs every unit; the operands are pinned until it returns.</summary>
    public static void Run<TKernel, T>(in PoolingOperands<T> operands, in PoolingGeometry geometry, ParallelOptions? parallel)
        where TKernel : IPoolingKernel<T>
        where T : unmanaged, INumber<T>
    {
        parallel?.CancellationToken.ThrowIfCancellationRequested();
        int units = TKernel.Units(geometry);
        if (units == 0)
            return;

        int threads = parallel?.MaxDegreeOfParallelism ?? 1;
        if (threads < 0)
            threads = Environment.ProcessorCount;

        LaneWidth width = LaneSelection.For<T>(TKernel.VectorExtent(geometry));
        long bytes = (geometry.InputShape.ElementCount + geometry.OutputShape.ElementCount) * Unsafe.SizeOf<T>();
        PoolingOperands<T> placed = operands.With(streams: bytes > CacheSize.LastLevel, prefetches: bytes > CacheSize.LastLevel / CoresPerCache);
        if (threads == 1 || units <= 1 || geometry.Planes * (long)geometry.InputPlane < LeastParallelElements)
            RunShare<TKernel, T>(placed, geometry, 0, units, width);
        else
            RunDivided<TKernel, T>(placed, geometry, units, Math.Min(units, threads * SharesPerThread), width, parallel!);
    }

    private static void RunDivided<TKernel, T>(PoolingOperands<T> operands, PoolingGeometry geometry, int units, int shares, LaneWidth width, ParallelOptions parallel)
        where TKernel : IPoolingKernel<T>
        where T : unmanaged, INumber<T>
    {
        try
        {
            Parallel.For(0, shares, parallel, share => RunShare<TKernel, T>(
                operands, geometry, (int)((long)units * share / shares), (int)((long)units * (share + 1) / shares), width));
        }
        catch (AggregateException failures)
        {
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }
    }

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
