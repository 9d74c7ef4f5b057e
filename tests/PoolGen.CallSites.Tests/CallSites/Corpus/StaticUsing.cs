using System;
using System.Numerics.Tensors;
using CallSites;
using PoolGen;
using static CallSites.StaticPool;
using Nested = CallSites.Outer<int>.Nested;
using Pool = CallSites.MaxPool;

/// <summary>Without the type's name, under another name, and from inside the type.</summary>
internal static class StaticUsing
{
    private static readonly PoolingShape s_shape = new(1, 1, 4, 4);

    public static void Unqualified(float[] x, Span<float> z, float[] dx, int[] indices)
    {
        byte[] workspace = new byte[WorkspaceLength(s_shape)];
        Forward(x, z, s_shape);
        Forward([1, 2, 3, 4], stackalloc float[1], new(1, 1, 2, 2), parallel: null);
        Backward(z, x, dx, s_shape);
        ForwardTraining(x, z, workspace, s_shape);
        BackwardTraining(z, BackwardReadsInput ? x : [], workspace, dx, s_shape);
        ForwardWithIndices(x, z, indices, OutputShape(s_shape));
    }

    public static void Renamed(float[] x, float[] z, Tensor<float> tensor)
    {
        Pool.Forward(x, z, s_shape);
        Nested.Forward(x, z, s_shape);
        global::CallSites.StaticPool.Forward(x, z, s_shape);
        new Pool().Forward(tensor);
        new Nested { Training = false }.Forward(tensor);
    }
}

namespace CallSites
{
    public partial class MaxPool
    {
        public Tensor<float> Run(float[] x, float[] z, Tensor<float> tensor)
        {
            Forward(x, z, new PoolingShape(1, 1, 4, 4));
            Backward(z, x, x, new PoolingShape(1, 1, 4, 4));
            Training = true;
            Forward(tensor.AsReadOnlyTensorSpan(), tensor.AsTensorSpan());
            return Backward(Forward(tensor));
        }
    }

    public readonly partial struct StructPool
    {
        public static float[] Run(ReadOnlySpan<float> x)
        {
            PoolingShape shape = new(1, 1, 4, 4);
            float[] z = new float[OutputShape(shape).ElementCount];
            Forward(x, z, shape);
            return z;
        }
    }
}
