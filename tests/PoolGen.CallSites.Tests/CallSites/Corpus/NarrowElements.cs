using System;
using System.Collections.Generic;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using PoolGen;

namespace CallSites;

/// <summary>Element types for which a tensor could pass for another argument: bytes for a workspace, ints for indices.</summary>
internal static class NarrowElements
{
    private static readonly PoolingShape s_shape = new(1, 1, 4, 4);

    public static void Bytes(byte[] x, byte[] z, byte[] dz, byte[] dx, int[] indices)
    {
        byte[] workspace = new byte[BytePool.WorkspaceLength(s_shape)];
        BytePool.Forward(x, z, s_shape);
        BytePool.Backward(dz, x, dx, s_shape);
        BytePool.ForwardTraining(x, z, workspace, s_shape);
        BytePool.BackwardTraining(dz, BytePool.BackwardReadsInput ? x : [], workspace, dx, s_shape);
        BytePool.ForwardWithIndices(x, z, indices, s_shape);
        BytePool.BackwardTraining(dz, default, workspace, dx, s_shape);
        BytePool.BackwardTraining(dz, null, workspace, dx, s_shape);
        BytePool.BackwardTraining(inputGradient: dx, workspace: workspace, input: [], outputGradient: dz, inputShape: s_shape);
    }

    public static void ByteLiterals(Span<byte> z, Span<byte> dx)
    {
        BytePool.Forward([1, 2, 3, 255], z, new(1, 1, 2, 2));
        BytePool.Forward([1, 2, 3, 4], [0], new(1, 1, 2, 2));
        BytePool.Forward([(byte)'a', .. z, 3], [0], new(1, 1, 2, 2));
        BytePool.Forward("abcd"u8, z, new(1, 1, 2, 2));
        BytePool.ForwardTraining([1, 2, 3, 4], [0], [0], new(1, 1, 2, 2));
        BytePool.BackwardTraining([1], [], [8], dx, new(1, 1, 2, 2));
        BytePool.ForwardWithIndices([1, 2, 3, 4], [0], [0], new(1, 1, 2, 2), null);
        BytePool.Forward([], default, new(0, 1, 4, 4));
    }

    public static void ByteSpans(ReadOnlySpan<byte> x, Span<byte> z, Memory<byte> memory, List<byte> list, ArraySegment<byte> segment)
    {
        BytePool.Forward(x, z, s_shape);
        BytePool.Forward(x[..16], stackalloc byte[4], s_shape);
        BytePool.Forward(stackalloc byte[16], z, s_shape);
        BytePool.Forward(memory.Span, z, s_shape);
        BytePool.Forward(CollectionsMarshal.AsSpan(list), z, s_shape);
        BytePool.Forward(segment, segment, s_shape);
        BytePool.ForwardTraining(x, z, stackalloc byte[BytePool.WorkspaceLength(s_shape)], s_shape);
        BytePool.ForwardWithIndices(x, z, MemoryMarshal.Cast<byte, int>(memory.Span), s_shape);
    }

    public static void Ints(int[] x, int[] z, int[] dz, int[] dx, int[] indices)
    {
        byte[] workspace = new byte[IntPool.WorkspaceLength(s_shape)];
        IntPool.Forward(x, z, s_shape);
        IntPool.Backward(dz, x, dx, s_shape);
        IntPool.ForwardTraining(x, z, workspace, s_shape);
        IntPool.BackwardTraining(dz, x, workspace, dx, s_shape);
        IntPool.ForwardWithIndices(x, z, indices, s_shape);
        IntPool.ForwardWithIndices(indices: indices, input: x, output: z, inputShape: s_shape);
        IntPool.Forward([1, 2, 3, 'a'], z, new(1, 1, 2, 2));
        IntPool.ForwardWithIndices([1, 2, 3, 4], [0], [0], new(1, 1, 2, 2));
        IntPool.ForwardWithIndices(stackalloc int[16], stackalloc int[4], stackalloc int[4], s_shape);
        IntPool.Backward([1], default, dx, new(1, 1, 2, 2));
    }

    public static void ShortsAndHalves(short[] x, short[] z, Half[] h, Half[] y)
    {
        ShortPool.Forward(x, z, s_shape);
        ShortPool.Forward([1, 2, -3, short.MaxValue], [0], new(1, 1, 2, 2));
        ShortPool.Backward(z, null, x, s_shape);
        ShortPool.Backward(z, [], x, s_shape, default);
        HalfPool.Forward(h, y, s_shape);
        HalfPool.Forward([(Half)1, (Half)2f, Half.NaN, Half.Zero], y, new(1, 1, 2, 2));
        HalfPool.Backward(y, h, new Half[16], s_shape);
    }

    public static void Layers(BytePool bytes, Tensor<byte> x, HalfPool halves, Tensor<Half> h)
    {
        Tensor<byte> z = bytes.Forward(x);
        bytes.Forward(x, z);
        bytes.Backward(bytes.Forward(x));
        IPoolingLayer<Half> layer = halves;
        layer.Backward(layer.Forward(h));
        new IntPool { Training = false }.Forward(Tensor.Create<int>([1, 2, 3, 4], [1, 1, 2, 2]));
    }

    public static void Generic<T, TPooling>(T[] x, T[] z, int[] indices)
        where T : unmanaged
        where TPooling : IIndexedPooling<T>
    {
        TPooling.Forward(x, z, s_shape);
        TPooling.ForwardWithIndices(x, z, indices, s_shape);
        Generic<byte, BytePool>([], [], []);
        Generic<int, IntPool>([1], [1], [1]);
        Generic<Half, HalfPool>([], [], indices);
    }
}
