using System.Runtime.InteropServices;
using PoolGen.Testing;

namespace PoolGen.Kernels.Tests;

/// <summary>A pooling whose results are written to memory that begins a given distance behind a cache line, and copied from there.</summary>
/// <param name="pooling">The pooling.</param>
/// <param name="elements">The distance in elements: only at 0 can vectors of results be whole lines.</param>
internal sealed class PlacedPooling<T>(PoolingUnderTest<T> pooling, int elements) : PoolingUnderTest<T>
    where T : unmanaged
{
    private const int Line = 64;

    public override string Name => pooling.Name;

    public override bool HasIndices => pooling.HasIndices;

    public override bool BackwardReadsInput => pooling.BackwardReadsInput;

    public override PoolingShape OutputShape(PoolingShape inputShape) => pooling.OutputShape(inputShape);

    public override int WorkspaceLength(PoolingShape inputShape) => pooling.WorkspaceLength(inputShape);

    public override void Forward(ReadOnlySpan<T> input, Span<T> output, PoolingShape inputShape, ParallelOptions? parallel = null)
    {
        using var placed = new PlacedMemory(output, elements);
        pooling.Forward(input, placed.Span, inputShape, parallel);
        placed.Span.CopyTo(output);
    }

    public override void Backward(
        ReadOnlySpan<T> outputGradient, ReadOnlySpan<T> input, Span<T> inputGradient, PoolingShape inputShape, ParallelOptions? parallel = null)
    {
        using var placed = new PlacedMemory(inputGradient, elements);
        pooling.Backward(outputGradient, input, placed.Span, inputShape, parallel);
        placed.Span.CopyTo(inputGradient);
    }

    public override void ForwardTraining(
        ReadOnlySpan<T> input, Span<T> output, Span<byte> workspace, PoolingShape inputShape, ParallelOptions? parallel = null)
    {
        using var placed = new PlacedMemory(output, elements);
        pooling.ForwardTraining(input, placed.Span, workspace, inputShape, parallel);
        placed.Span.CopyTo(output);
    }

    public override void BackwardTraining(
        ReadOnlySpan<T> outputGradient,
        ReadOnlySpan<T> input,
        ReadOnlySpan<byte> workspace,
        Span<T> inputGradient,
        PoolingShape inputShape,
        ParallelOptions? parallel = null)
    {
        using var placed = new PlacedMemory(inputGradient, elements);
        pooling.BackwardTraining(outputGradient, input, workspace, placed.Span, inputShape, parallel);
        placed.Span.CopyTo(inputGradient);
    }

    public override void ForwardWithIndices(
        ReadOnlySpan<T> input, Span<T> output, Span<int> indices, PoolingShape inputShape, ParallelOptions? parallel = null)
    {
        using var placed = new PlacedMemory(output, elements);
        pooling.ForwardWithIndices(input, placed.Span, indices, inputShape, parallel);
        placed.Span.CopyTo(output);
    }

    /// <summary>Memory behind a cache line that holds what some results hold, so that one left unwritten is seen.</summary>
    private readonly unsafe ref struct PlacedMemory
    {
        private readonly void* _block;

        public PlacedMemory(ReadOnlySpan<T> results, int elements)
        {
            _block = NativeMemory.AlignedAlloc((nuint)((results.Length + elements) * sizeof(T) + Line), Line);
            Span = new Span<T>((T*)_block + elements, results.Length);
            results.CopyTo(Span);
        }

        public Span<T> Span { get; }

        public void Dispose() => NativeMemory.AlignedFree(_block);
    }
}
