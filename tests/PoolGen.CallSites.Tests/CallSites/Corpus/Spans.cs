using System;
using System.Buffers;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PoolGen;

namespace CallSites;

/// <summary>Spans of every origin.</summary>
internal static class Spans
{
    private static readonly PoolingShape s_shape = new(1, 1, 4, 4);

    public static void Plain(ReadOnlySpan<float> x, Span<float> z, Span<float> writableInput, scoped Span<byte> workspace, Span<int> indices)
    {
        MaxPool.Forward(x, z, s_shape);
        MaxPool.Forward(writableInput, z, s_shape);
        MaxPool.Backward(z, x, writableInput, s_shape);
        MaxPool.Backward(z, writableInput, writableInput, s_shape);
        MaxPool.ForwardTraining(x, z, workspace, s_shape);
        MaxPool.BackwardTraining(z, x, workspace, writableInput, s_shape);
        MaxPool.BackwardTraining(z, default, workspace, writableInput, s_shape);
        MaxPool.BackwardTraining(z, x, (ReadOnlySpan<byte>)workspace, writableInput, s_shape);
        MaxPool.ForwardWithIndices(x, z, indices, s_shape);
        MaxPool.Forward(x[..16], z[^4..], s_shape);
        MaxPool.Forward(x.Slice(0, 16), z.Slice(0, 4), s_shape);
        for (int plane = 0; plane < 3; plane++)
            MaxPool.Forward(x[(plane * 16)..((plane + 1) * 16)], z[(plane * 4)..][..4], s_shape);
    }

    public static void Empty(ReadOnlySpan<float> dz, Span<float> dx, ReadOnlySpan<byte> workspace)
    {
        AveragePool.Backward(dz, [], dx, s_shape);
        AveragePool.Backward(dz, default, dx, s_shape);
        AveragePool.Backward(dz, ReadOnlySpan<float>.Empty, dx, s_shape);
        AveragePool.Backward(dz, Span<float>.Empty, dx, s_shape);
        AveragePool.Backward(dz, default(ReadOnlySpan<float>), dx, s_shape);
        AveragePool.ForwardTraining(dz, dx, [], s_shape);
        AveragePool.ForwardTraining(dz, dx, default, s_shape);
        AveragePool.BackwardTraining(dz, [], [], dx, s_shape);
        AveragePool.BackwardTraining(dz, default, default, dx, s_shape);
        AveragePool.BackwardTraining(dz, [], workspace, dx, s_shape, null);
        MaxPool.Forward([], [], new PoolingShape(0, 1, 4, 4));
        MaxPool.Forward(default, default, new(0, 1, 4, 4), default);
        MaxPool.ForwardWithIndices([], [], [], new(0, 1, 4, 4));
    }

    public static void OnTheStack(ReadOnlySpan<float> x)
    {
        Span<float> z = stackalloc float[4];
        Span<byte> workspace = stackalloc byte[MaxPool.WorkspaceLength(s_shape)];
        ReadOnlySpan<float> constant = [1, 2, 3, 4];
        MaxPool.Forward(x, z, s_shape);
        MaxPool.Forward(x, stackalloc float[4], s_shape);
        MaxPool.Forward(stackalloc float[16], stackalloc float[4], s_shape);
        MaxPool.Forward(stackalloc[] { 1f, 2f, 3f, 4f }, z[..1], new(1, 1, 2, 2));
        MaxPool.Forward(constant, z[..1], new(1, 1, 2, 2));
        MaxPool.ForwardTraining(x, z, workspace, s_shape);
        MaxPool.ForwardTraining(x, z, stackalloc byte[16], s_shape);
        MaxPool.ForwardWithIndices(x, z, stackalloc int[4], s_shape);
        StructPool.Forward(x, stackalloc float[StructPool.OutputShape(s_shape).Width], s_shape);
    }

    public static void Memories(Memory<float> memory, ReadOnlyMemory<float> readOnly, IMemoryOwner<float> owner, List<float> list, ImmutableArray<float> immutable)
    {
        MaxPool.Forward(memory.Span, owner.Memory.Span, s_shape);
        MaxPool.Forward(readOnly.Span, memory.Span[..4], s_shape);
        MaxPool.Forward(readOnly[..16].Span, memory[^4..].Span, s_shape);
        MaxPool.Forward(CollectionsMarshal.AsSpan(list), memory.Span, s_shape);
        MaxPool.Forward(immutable.AsSpan(), memory.Span, s_shape);
        MaxPool.Forward(MemoryMarshal.Cast<byte, float>(new byte[64].AsSpan()), memory.Span, s_shape);
        float single = 1;
        MaxPool.Forward(MemoryMarshal.CreateReadOnlySpan(ref single, 1), new Span<float>(ref single), new(1, 1, 1, 1));
    }

    public static void InlineArrays(Sixteen sixteen, Four four)
    {
        MaxPool.Forward(sixteen, four, s_shape);
        MaxPool.Forward(sixteen[..], four[..], s_shape);
        ReadOnlySpan<float> x = sixteen;
        Span<float> z = four;
        MaxPool.Forward(x, z, s_shape);
    }

    public static void SpansOfOneMeaning<T>(Span<float> x, in ReadOnlySpan<float> y, ref Span<float> z)
    {
        MaxPool.Forward(x, z, s_shape);
        MaxPool.Forward(y, z, s_shape);
        Outer<T>.Nested.Forward(y, z, s_shape);
        Outer<List<T>>.Nested.Forward(x, z, Outer<T>.Nested.OutputShape(s_shape));
    }

    [InlineArray(16)]
    internal struct Sixteen
    {
        private float _first;
    }

    [InlineArray(4)]
    internal struct Four
    {
        private float _first;
    }
}
