using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>The passes of every pooling: check the arguments, pin the spans, divide the work. Generated members are one call to here.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class PoolingDriver
{
    /// <summary>z from x.</summary>
    public static void Forward<TKernel, T>(ReadOnlySpan<T> input, Span<T> output, in PoolingGeometry geometry, ParallelOptions? parallel)
        where TKernel : IPoolingKernel<T>
        where T : unmanaged, INumber<T>
    {
        PoolingGuard.Length(input, geometry.InputShape);
        PoolingGuard.Length<T>(output, geometry.OutputShape, nameof(output));
        PoolingGuard.NoOverlap<T, T>(output, input);

        fixed (T* x = input, z = output)
            KernelScheduler.Run<TKernel, T>(new PoolingOperands<T>(input: x, output: z), geometry, parallel);
    }

    /// <summary>z from x, and a record of each window's winners into the workspace.</summary>
    public static void ForwardTraining<TKernel, TRecord, T>(
        ReadOnlySpan<T> input, Span<T> output, Span<byte> workspace, in PoolingGeometry geometry, ParallelOptions? parallel)
        where TKernel : IPoolingKernel<T>
        where TRecord : unmanaged
        where T : unmanaged, INumber<T> =>
        ForwardRecording<TKernel, T>(input, output, workspace, WorkspaceLength<TRecord>(geometry), geometry, parallel);

    /// <summary>z from x, where training needs nothing but the input.</summary>
    public static void ForwardTraining<TKernel, T>(
        ReadOnlySpan<T> input, Span<T> output, Span<byte> workspace, in PoolingGeometry geometry, ParallelOptions? parallel)
        where TKernel : IPoolingKernel<T>
        where T : unmanaged, INumber<T>
    {
        PoolingGuard.WorkspaceLength(workspace, 0, geometry.InputShape);
        Forward<TKernel, T>(input, output, geometry, parallel);
    }

    /// <summary>z from x, and the in-plane index of each window's winner, by way of tap numbers.</summary>
    public static void ForwardWithIndices<TKernel, T>(
        ReadOnlySpan<T> input, Span<T> output, Span<int> indices, in PoolingGeometry geometry, ParallelOptions? parallel)
        where TKernel : IPoolingKernel<T>
        where T : unmanaged, INumber<T> =>
        ForwardIndexed<IndexedKernel<TKernel, TapRecord, T>, T>(input, output, indices, geometry, parallel);

    /// <summary>z from x, and the in-plane index of each window's first winner, by way of a bit for each of them.</summary>
    public static void ForwardWithWinnerIndices<TKernel, T>(
        ReadOnlySpan<T> input, Span<T> output, Span<int> indices, in PoolingGeometry geometry, ParallelOptions? parallel)
        where TKernel : IPoolingKernel<T>
        where T : unmanaged, INumber<T> =>
        ForwardIndexed<IndexedKernel<TKernel, BitsRecord, T>, T>(input, output, indices, geometry, parallel);

    /// <summary>∂L/∂x from ∂L/∂z and x.</summary>
    public static void Backward<TKernel, T>(
        ReadOnlySpan<T> outputGradient, ReadOnlySpan<T> input, Span<T> inputGradient, in PoolingGeometry geometry, ParallelOptions? parallel)
        where TKernel : IPoolingKernel<T>
        where T : unmanaged, INumber<T>
    {
        PoolingGuard.Length(outputGradient, geometry.OutputShape);
        PoolingGuard.Length(input, geometry.InputShape);
        PoolingGuard.Length<T>(inputGradient, geometry.InputShape, nameof(inputGradient));
        PoolingGuard.NoOverlap<T, T>(inputGradient, outputGradient);
        PoolingGuard.NoOverlap<T, T>(inputGradient, input);

        fixed (T* dz = outputGradient, x = input, dx = inputGradient)
            KernelScheduler.Run<TKernel, T>(new PoolingOperands<T>(input: x, outputGradient: dz, inputGradient: dx), geometry, parallel);
    }

    /// <summary>∂L/∂x from ∂L/∂z and x, by way of the record that the forward pass of training leaves.</summary>
    public static void BackwardByRecording<TForward, TBackward, TRecord, T>(
        ReadOnlySpan<T> outputGradient, ReadOnlySpan<T> input, Span<T> inputGradient, in PoolingGeometry geometry, ParallelOptions? parallel)
        where TForward : IPoolingKernel<T>
        where TBackward : IPoolingKernel<T>
        where TRecord : unmanaged
        where T : unmanaged, INumber<T> =>
        Backward<RecordingKernel<TForward, TBackward, RecordPerOutput, TRecord, T>, T>(outputGradient, input, inputGradient, geometry, parallel);

    /// <summary>∂L/∂x from ∂L/∂z alone; the input may be empty.</summary>
    public static void BackwardWithoutInput<TKernel, T>(
        ReadOnlySpan<T> outputGradient, ReadOnlySpan<T> input, Span<T> inputGradient, in PoolingGeometry geometry, ParallelOptions? parallel)
        where TKernel : IPoolingKernel<T>
        where T : unmanaged, INumber<T>
    {
        PoolingGuard.Length(outputGradient, geometry.OutputShape);
        PoolingGuard.LengthOrEmpty(input, geometry.InputShape);
        PoolingGuard.Length<T>(inputGradient, geometry.InputShape, nameof(inputGradient));
        PoolingGuard.NoOverlap<T, T>(inputGradient, outputGradient);
        PoolingGuard.NoOverlap<T, T>(inputGradient, input);

        fixed (T* dz = outputGradient, dx = inputGradient)
            KernelScheduler.Run<TKernel, T>(new PoolingOperands<T>(outputGradient: dz, inputGradient: dx), geometry, parallel);
    }

    /// <summary>∂L/∂x from ∂L/∂z and the records in the workspace; the input may be empty.</summary>
    public static void BackwardTraining<TKernel, TRecord, T>(
        ReadOnlySpan<T> outputGradient, ReadOnlySpan<T> input, ReadOnlySpan<byte> workspace, Span<T> inputGradient, in PoolingGeometry geometry, ParallelOptions? parallel)
        where TKernel : IPoolingKernel<T>
        where TRecord : unmanaged
        where T : unmanaged, INumber<T> =>
        BackwardFromRecords<TKernel, T>(outputGradient, input, workspace, WorkspaceLength<TRecord>(geometry), inputGradient, geometry, parallel);

    /// <summary>∂L/∂x from ∂L/∂z and x, where the workspace is empty.</summary>
    public static void BackwardTraining<TKernel, T>(
        ReadOnlySpan<T> outputGradient, ReadOnlySpan<T> input, ReadOnlySpan<byte> workspace, Span<T> inputGradient, in PoolingGeometry geometry, ParallelOptions? parallel)
        where TKernel : IPoolingKernel<T>
        where T : unmanaged, INumber<T>
    {
        PoolingGuard.WorkspaceLength(workspace, 0, geometry.InputShape);
        Backward<TKernel, T>(outputGradient, input, inputGradient, geometry, parallel);
    }

    /// <summary>∂L/∂x from ∂L/∂z alone, where the workspace is empty and the input may be.</summary>
    public static void BackwardTrainingWithoutInput<TKernel, T>(
        ReadOnlySpan<T> outputGradient, ReadOnlySpan<T> input, ReadOnlySpan<byte> workspace, Span<T> inputGradient, in PoolingGeometry geometry, ParallelOptions? parallel)
        where TKernel : IPoolingKernel<T>
        where T : unmanaged, INumber<T>
    {
        PoolingGuard.WorkspaceLength(workspace, 0, geometry.InputShape);
        BackwardWithoutInput<TKernel, T>(outputGradient, input, inputGradient, geometry, parallel);
    }

    /// <summary>The scratch memory of a kernel, for one that hands some shapes on to it.</summary>
    public static int ScratchLength<TKernel, T>(in PoolingGeometry geometry)
        where TKernel : IPoolingKernel<T>
        where T : unmanaged => TKernel.ScratchLength(geometry);

    /// <summary>Runs some units of a kernel, for one that hands some shapes on to it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run<TKernel, TLanes, TVector, T>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
        where TKernel : IPoolingKernel<T>
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged => TKernel.Run<TLanes, TVector>(operands, geometry, begin, end);

    /// <summary>The bytes of a workspace with one record per output, and a margin around them.</summary>
    /// <exception cref="ArgumentException">They exceed what a span can hold.</exception>
    public static int WorkspaceLength<TRecord>(in PoolingGeometry geometry)
        where TRecord : unmanaged => WorkspaceLength<RecordPerOutput>(geometry, sizeof(TRecord));

    private static int WorkspaceLength<TLayout>(in PoolingGeometry geometry, int recordSize)
        where TLayout : IRecordLayout
    {
        long units = geometry.Layout == TensorLayout.ChannelsLast ? geometry.Batch : geometry.Planes;
        long records = checked(TLayout.Count(geometry, units) * recordSize);
        long length = records == 0 ? 0 : records + 2 * RecordMargin.Bytes;
        if (length > int.MaxValue)
        {
            throw new ArgumentException(
                $"The workspace for an input of {geometry.InputShape} would take {length} bytes; a span holds {int.MaxValue}. Pool fewer samples per call.",
                "inputShape");
        }
        return (int)length;
    }

    private static void ForwardRecording<TKernel, T>(
        ReadOnlySpan<T> input, Span<T> output, Span<byte> workspace, int workspaceLength, in PoolingGeometry geometry, ParallelOptions? parallel)
        where TKernel : IPoolingKernel<T>
        where T : unmanaged, INumber<T>
    {
        PoolingGuard.Length(input, geometry.InputShape);
        PoolingGuard.Length<T>(output, geometry.OutputShape, nameof(output));
        PoolingGuard.WorkspaceLength(workspace, workspaceLength, geometry.InputShape);
        PoolingGuard.NoOverlap<T, T>(output, input);
        PoolingGuard.NoOverlap<byte, T>(workspace, input);
        PoolingGuard.NoOverlap<T, byte>(output, workspace);

        fixed (T* x = input, z = output)
        fixed (byte* records = workspace)
        {
            var operands = new PoolingOperands<T>(input: x, output: z, records: records + RecordMargin.Bytes);
            if (PackedPlanes.Of<T>(geometry, TKernel.Packing) is not null)
                KernelScheduler.Run<PackedKernel<TKernel, T>, T>(operands, geometry, parallel);
            else
                KernelScheduler.Run<TKernel, T>(operands, geometry, parallel);
        }
    }

    private static void BackwardFromRecords<TKernel, T>(
        ReadOnlySpan<T> outputGradient,
        ReadOnlySpan<T> input,
        ReadOnlySpan<byte> workspace,
        int workspaceLength,
        Span<T> inputGradient,
        in PoolingGeometry geometry,
        ParallelOptions? parallel)
        where TKernel : IPoolingKernel<T>
        where T : unmanaged, INumber<T>
    {
        PoolingGuard.Length(outputGradient, geometry.OutputShape);
        PoolingGuard.LengthOrEmpty(input, geometry.InputShape);
        PoolingGuard.WorkspaceLength(workspace, workspaceLength, geometry.InputShape);
        PoolingGuard.Length<T>(inputGradient, geometry.InputShape, nameof(inputGradient));
        PoolingGuard.NoOverlap<T, T>(inputGradient, outputGradient);
        PoolingGuard.NoOverlap<T, T>(inputGradient, input);
        PoolingGuard.NoOverlap<T, byte>(inputGradient, workspace);

        fixed (T* dz = outputGradient, dx = inputGradient)
        fixed (byte* records = workspace)
        {
            var operands = new PoolingOperands<T>(outputGradient: dz, inputGradient: dx, records: records + RecordMargin.Bytes);
            if (NarrowKernel<TKernel, T>.Serves(geometry))
                KernelScheduler.Run<NarrowKernel<TKernel, T>, T>(operands, geometry, parallel);
            else
                KernelScheduler.Run<TKernel, T>(operands, geometry, parallel);
        }
    }

    private static void ForwardIndexed<TKernel, T>(
        ReadOnlySpan<T> input, Span<T> output, Span<int> indices, in PoolingGeometry geometry, ParallelOptions? parallel)
        where TKernel : IPoolingKernel<T>
        where T : unmanaged, INumber<T>
    {
        PoolingGuard.Length(input, geometry.InputShape);
        PoolingGuard.Length<T>(output, geometry.OutputShape, nameof(output));
        PoolingGuard.Length<int>(indices, geometry.OutputShape, nameof(indices));
        PoolingGuard.NoOverlap<T, T>(output, input);
        PoolingGuard.NoOverlap<int, T>(indices, input);
        PoolingGuard.NoOverlap<T, int>(output, indices);

        fixed (T* x = input, z = output)
        fixed (int* records = indices)
            KernelScheduler.Run<TKernel, T>(new PoolingOperands<T>(input: x, output: z, records: records), geometry, parallel);
    }
}
