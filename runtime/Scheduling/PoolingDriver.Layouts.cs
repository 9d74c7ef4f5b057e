using System.Numerics;

namespace PoolGen.Runtime;

/// <content>The passes of poolings whose records do not lie as the outputs do.</content>
public static unsafe partial class PoolingDriver
{
    /// <summary>z from x, and records of winners into the workspace.</summary>
    public static void ForwardTraining<TKernel, TLayout, TRecord, T>(
        ReadOnlySpan<T> input, Span<T> output, Span<byte> workspace, in PoolingGeometry geometry, ParallelOptions? parallel)
        where TKernel : IPoolingKernel<T>
        where TLayout : IRecordLayout
        where TRecord : unmanaged
        where T : unmanaged, INumber<T> =>
        ForwardRecording<TKernel, T>(input, output, workspace, WorkspaceLength<TLayout, TRecord>(geometry), geometry, parallel);

    /// <summary>∂L/∂x from ∂L/∂z and the records in the workspace; the input may be empty.</summary>
    public static void BackwardTraining<TKernel, TLayout, TRecord, T>(
        ReadOnlySpan<T> outputGradient, ReadOnlySpan<T> input, ReadOnlySpan<byte> workspace, Span<T> inputGradient, in PoolingGeometry geometry, ParallelOptions? parallel)
        where TKernel : IPoolingKernel<T>
        where TLayout : IRecordLayout
        where TRecord : unmanaged
        where T : unmanaged, INumber<T> =>
        BackwardFromRecords<TKernel, T>(outputGradient, input, workspace, WorkspaceLength<TLayout, TRecord>(geometry), inputGradient, geometry, parallel);

    /// <summary>∂L/∂x from ∂L/∂z and x, by way of the records that the forward pass of training leaves.</summary>
    public static void BackwardByRecording<TForward, TBackward, TLayout, TRecord, T>(
        ReadOnlySpan<T> outputGradient, ReadOnlySpan<T> input, Span<T> inputGradient, in PoolingGeometry geometry, ParallelOptions? parallel)
        where TForward : IPoolingKernel<T>
        where TBackward : IPoolingKernel<T>
        where TLayout : IRecordLayout
        where TRecord : unmanaged
        where T : unmanaged, INumber<T> =>
        Backward<RecordingKernel<TForward, TBackward, TLayout, TRecord, T>, T>(outputGradient, input, inputGradient, geometry, parallel);

    /// <summary>z from x, and the in-plane index of each window's first winner, by way of records of any layout.</summary>
    public static void ForwardWithIndices<TForward, TLayout, TRecord, T>(
        ReadOnlySpan<T> input, Span<T> output, Span<int> indices, in PoolingGeometry geometry, ParallelOptions? parallel)
        where TForward : IPoolingKernel<T>
        where TLayout : IIndexedRecordLayout
        where TRecord : unmanaged
        where T : unmanaged, INumber<T> =>
        ForwardIndexed<ScratchIndexKernel<TForward, TLayout, TRecord, T>, T>(input, output, indices, geometry, parallel);

    /// <summary>The bytes of a workspace, and a margin around the records.</summary>
    /// <exception cref="ArgumentException">They exceed what a span can hold.</exception>
    public static int WorkspaceLength<TLayout, TRecord>(in PoolingGeometry geometry)
        where TLayout : IRecordLayout
        where TRecord : unmanaged => WorkspaceLength<TLayout>(geometry, sizeof(TRecord));
}
