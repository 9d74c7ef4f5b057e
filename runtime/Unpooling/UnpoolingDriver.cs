using System.ComponentModel;

namespace PoolGen.Runtime;

/// <summary>The passes of every unpooling: check the arguments, pin the spans, divide the work. Generated members are one call to here.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class UnpoolingDriver
{
    // Threads that write channels side by side should not write to the same cache lines.
    private const int LineBytes = 64;

    /// <summary>The output from the input and its indices.</summary>
    public static void Forward<T>(ReadOnlySpan<T> input, ReadOnlySpan<int> indices, Span<T> output, in UnpoolingGeometry geometry, ParallelOptions? parallel)
        where T : unmanaged
    {
        PoolingGuard.Length(input, geometry.InputShape);
        PoolingGuard.Length(indices, geometry.InputShape);
        PoolingGuard.Length<T>(output, geometry.OutputShape, nameof(output));
        PoolingGuard.NoOverlap<T, T>(output, input);
        PoolingGuard.NoOverlap<T, int>(output, indices);

        fixed (T* pooled = input, planes = output)
        fixed (int* places = indices)
        {
            var operands = new UnpoolingOperands<T>(pooled, places, planes);
            if (geometry.Layout == TensorLayout.ChannelsFirst)
                Run<PlaneShares<T>, T>(operands, geometry, geometry.Planes, blocks: 1, parallel);
            else
                ForwardPixels(operands, geometry, parallel);
        }
    }

    /// <summary>The input's gradient from the output's and the indices.</summary>
    public static void Backward<T>(
        ReadOnlySpan<T> outputGradient, ReadOnlySpan<int> indices, Span<T> inputGradient, in UnpoolingGeometry geometry, ParallelOptions? parallel)
        where T : unmanaged
    {
        PoolingGuard.Length(outputGradient, geometry.OutputShape);
        PoolingGuard.Length(indices, geometry.InputShape);
        PoolingGuard.Length<T>(inputGradient, geometry.InputShape, nameof(inputGradient));
        PoolingGuard.NoOverlap<T, T>(inputGradient, outputGradient);
        PoolingGuard.NoOverlap<T, int>(inputGradient, indices);

        Gather(outputGradient, indices, inputGradient, geometry, parallel);
    }

    /// <summary>Fetches pooled elements from their indices, with lengths that have been checked.</summary>
    internal static void Gather<T>(ReadOnlySpan<T> planes, ReadOnlySpan<int> indices, Span<T> pooled, in UnpoolingGeometry geometry, ParallelOptions? parallel)
        where T : unmanaged
    {
        fixed (T* source = planes, target = pooled)
        fixed (int* places = indices)
        {
            var operands = new UnpoolingOperands<T>(target, places, source);
            if (geometry.Layout == TensorLayout.ChannelsFirst)
                Run<ElementShares<T>, T>(operands, geometry, pooled.Length, blocks: 1, parallel);
            else
                Run<PixelShares<T>, T>(operands, geometry, pooled.Length / geometry.Channels, blocks: 1, parallel);
        }
    }

    /// <summary>Units are samples; where those are too few for the threads, blocks of whole cache lines of their channels.</summary>
    private static void ForwardPixels<T>(in UnpoolingOperands<T> operands, in UnpoolingGeometry geometry, ParallelOptions? parallel)
        where T : unmanaged
    {
        int most = (int)Math.Min(int.MaxValue, Lines<T>(geometry));
        int blocks = Math.Clamp(WorkDivision.MostShares(parallel) / Math.Max(1, geometry.Batch), 1, most);
        Run<BlockShares<T>, T>(operands, geometry, checked(geometry.Batch * blocks), blocks, parallel);
    }

    private static int LineChannels<T>()
        where T : unmanaged => Math.Max(1, LineBytes / sizeof(T));

    /// <summary>The cache lines of a pixel's channels.</summary>
    private static long Lines<T>(in UnpoolingGeometry geometry)
        where T : unmanaged => (geometry.Channels + (long)LineChannels<T>() - 1) / LineChannels<T>();

    private static void Run<TShares, T>(in UnpoolingOperands<T> operands, in UnpoolingGeometry geometry, int units, int blocks, ParallelOptions? parallel)
        where TShares : struct, IShares<T>
        where T : unmanaged
    {
        int shares = WorkDivision.Shares(units, geometry.OutputShape.ElementCount, parallel);
        if (shares == 1)
            TShares.Run(operands, geometry, blocks, 0, units);
        else if (shares > 1)
            RunDivided<TShares, T>(operands, geometry, units, blocks, shares, parallel!);
    }

    private static void RunDivided<TShares, T>(UnpoolingOperands<T> operands, UnpoolingGeometry geometry, int units, int blocks, int shares, ParallelOptions parallel)
        where TShares : struct, IShares<T>
        where T : unmanaged =>
        WorkDivision.Run(units, shares, parallel, (begin, end) => TShares.Run(operands, geometry, blocks, begin, end));

    /// <summary>Some of a call's units of work.</summary>
    private interface IShares<T>
        where T : unmanaged
    {
        static abstract void Run(in UnpoolingOperands<T> operands, in UnpoolingGeometry geometry, int blocks, int begin, int end);
    }

    private readonly struct PlaneShares<T> : IShares<T>
        where T : unmanaged
    {
        public static void Run(in UnpoolingOperands<T> operands, in UnpoolingGeometry geometry, int blocks, int begin, int end)
        {
            for (int plane = begin; plane < end; plane++)
                PlaneScatter.Plane(operands, geometry, plane);
        }
    }

    private readonly struct BlockShares<T> : IShares<T>
        where T : unmanaged
    {
        public static void Run(in UnpoolingOperands<T> operands, in UnpoolingGeometry geometry, int blocks, int begin, int end)
        {
            for (int unit = begin; unit < end; unit++)
            {
                (int sample, int block) = Math.DivRem(unit, blocks);
                PlaneScatter.Pixels(operands, geometry, sample, Edge(geometry, block, blocks), Edge(geometry, block + 1, blocks));
            }
        }

        private static int Edge(in UnpoolingGeometry geometry, int block, int blocks) =>
            (int)Math.Min(geometry.Channels, Lines<T>(geometry) * block / blocks * LineChannels<T>());
    }

    private readonly struct ElementShares<T> : IShares<T>
        where T : unmanaged
    {
        public static void Run(in UnpoolingOperands<T> operands, in UnpoolingGeometry geometry, int blocks, int begin, int end) =>
            PlaneGather.Elements(operands, geometry, begin, end);
    }

    private readonly struct PixelShares<T> : IShares<T>
        where T : unmanaged
    {
        public static void Run(in UnpoolingOperands<T> operands, in UnpoolingGeometry geometry, int blocks, int begin, int end) =>
            PlaneGather.Pixels(operands, geometry, begin, end);
    }
}
