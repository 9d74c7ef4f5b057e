using System.Numerics;

namespace PoolGen.Runtime;

/// <content>The passes of poolings that record the winning rows of a window and the winning columns of a row.</content>
public static unsafe partial class PoolingDriver
{
    /// <summary>z from x, and separable winners into the workspace.</summary>
    public static void ForwardTrainingSeparable<TKernel, TRecord, T>(
        ReadOnlySpan<T> input, Span<T> output, Span<byte> workspace, in PoolingGeometry geometry, ParallelOptions? parallel)
        where TKernel : IPoolingKernel<T>
        where TRecord : unmanaged
        where T : unmanaged, INumber<T> =>
        ForwardRecording<TKernel, T>(input, output, workspace, SeparableWorkspaceLength<TRecord>(geometry), geometry, parallel);

    /// <summary>∂L/∂x from ∂L/∂z and the separable winners in the workspace; the input may be empty.</summary>
    public static void BackwardTrainingSeparable<TKernel, TRecord, T>(
        ReadOnlySpan<T> outputGradient, ReadOnlySpan<T> input, ReadOnlySpan<byte> workspace, Span<T> inputGradient, in PoolingGeometry geometry, ParallelOptions? parallel)
        where TKernel : IPoolingKernel<T>
        where TRecord : unmanaged
        where T : unmanaged, INumber<T> =>
        BackwardFromRecords<TKernel, T>(outputGradient, input, workspace, SeparableWorkspaceLength<TRecord>(geometry), inputGradient, geometry, parallel);

    /// <summary>∂L/∂x from ∂L/∂z and x, by way of the separable winners that the forward pass of training leaves.</summary>
    public static void BackwardBySeparableRecording<TForward, TBackward, TRecord, T>(
        ReadOnlySpan<T> outputGradient, ReadOnlySpan<T> input, Span<T> inputGradient, in PoolingGeometry geometry, ParallelOptions? parallel)
        where TForward : IPoolingKernel<T>
        where TBackward : IPoolingKernel<T>
        where TRecord : unmanaged
        where T : unmanaged, INumber<T> =>
        Backward<RecordingKernel<TForward, TBackward, SeparableRecordLayout, TRecord, T>, T>(outputGradient, input, inputGradient, geometry, parallel);

    /// <summary>z from x, and the in-plane index of each window's winner, from separable winners.</summary>
    public static void ForwardWithSeparableIndices<TForward, TRecord, T>(
        ReadOnlySpan<T> input, Span<T> output, Span<int> indices, in PoolingGeometry geometry, ParallelOptions? parallel)
        where TForward : IPoolingKernel<T>
        where TRecord : unmanaged
        where T : unmanaged, INumber<T> =>
        ForwardIndexed<SeparableIndexKernel<TForward, TRecord, T>, T>(input, output, indices, geometry, parallel);

    /// <summary>The bytes of a workspace with separable winners.</summary>
    /// <exception cref="ArgumentException">They exceed what a span can hold.</exception>
    public static int SeparableWorkspaceLength<TRecord>(in PoolingGeometry geometry)
        where TRecord : unmanaged => WorkspaceLength<SeparableRecordLayout>(geometry, sizeof(TRecord));
}
