using System;
using System.Buffers;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using PoolGen;

namespace CallSites;

/// <summary>Arrays wherever a span is asked for; named, omitted, null and explicit arguments.</summary>
internal static class Arrays
{
    private static readonly PoolingShape s_shape = new(1, 1, 4, 4);

    public static void EveryOperation(float[] x, float[] z, float[] dz, float[] dx, int[] indices)
    {
        PoolingShape output = MaxPool.OutputShape(s_shape);
        byte[] workspace = new byte[MaxPool.WorkspaceLength(s_shape)];
        MaxPool.Forward(x, z, s_shape);
        MaxPool.Backward(dz, x, dx, s_shape);
        MaxPool.ForwardTraining(x, z, workspace, s_shape);
        MaxPool.BackwardTraining(dz, MaxPool.BackwardReadsInput ? x : [], workspace, dx, s_shape);
        MaxPool.ForwardWithIndices(x, z, indices, s_shape);
        Use(output);
    }

    public static void Structs(float[] x, float[] z, float[] dz, float[] dx, int[] indices)
    {
        byte[] workspace = new byte[StructPool.WorkspaceLength(s_shape)];
        StructPool.Forward(x, z, s_shape);
        StructPool.Backward(dz, x, dx, s_shape);
        StructPool.ForwardTraining(x, z, workspace, s_shape);
        StructPool.BackwardTraining(dz, x, workspace, dx, s_shape);
        StructPool.ForwardWithIndices(x, z, indices, s_shape);
        Use(StructPool.OutputShape(s_shape), StructPool.BackwardReadsInput);
        RecordPool.Forward(x, z, RecordPool.OutputShape(s_shape));
        Outer<string>.Nested.Forward(x, z, s_shape);
        Outer<int>.Nested.ForwardWithIndices(x, z, indices, s_shape);
    }

    public static void Parallelism(float[] x, float[] z, ParallelOptions options, CancellationToken token)
    {
        MaxPool.Forward(x, z, s_shape, null);
        MaxPool.Forward(x, z, s_shape, default);
        MaxPool.Forward(x, z, s_shape, options);
        MaxPool.Forward(x, z, s_shape, new());
        MaxPool.Forward(x, z, s_shape, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = token });
        MaxPool.Forward(x, z, s_shape, parallel: null);
        MaxPool.Forward(x, z, s_shape, parallel: x.Length > 1000 ? options : null);
        MaxPool.Forward(x, z, s_shape, parallel: new() { MaxDegreeOfParallelism = Environment.ProcessorCount });
    }

    public static void NamedArguments(float[] x, float[] z, float[] dz, float[] dx, byte[] workspace, int[] indices)
    {
        MaxPool.Forward(input: x, output: z, inputShape: s_shape);
        MaxPool.Forward(inputShape: s_shape, output: z, input: x);
        MaxPool.Forward(parallel: null, inputShape: new(1, 1, 4, 4), output: z, input: x);
        MaxPool.Backward(outputGradient: dz, input: x, inputGradient: dx, inputShape: s_shape);
        MaxPool.Backward(inputGradient: dx, inputShape: s_shape, input: x, outputGradient: dz);
        MaxPool.ForwardTraining(x, workspace: workspace, output: z, inputShape: s_shape);
        MaxPool.BackwardTraining(dz, workspace: workspace, input: x, inputGradient: dx, inputShape: s_shape);
        MaxPool.ForwardWithIndices(x, z, inputShape: s_shape, indices: indices);
        Use(MaxPool.OutputShape(inputShape: new PoolingShape(batch: 1, channels: 1, height: 4, width: 4)));
    }

    public static void Parts(float[] x, float[] z, ArraySegment<float> segment)
    {
        MaxPool.Forward(x[..16], z, s_shape);
        MaxPool.Forward(x.AsSpan(0, 16), z.AsSpan()[..4], s_shape);
        MaxPool.Forward(x.AsSpan(..16), z.AsSpan(^4..), s_shape);
        MaxPool.Forward(segment, segment, s_shape);
        MaxPool.Forward(segment.Slice(0, 16), segment[16..20], s_shape);
        MaxPool.Forward(x.ToArray(), z, s_shape);
        MaxPool.Forward(x.Select(value => value * 2).ToArray(), z, s_shape);
        float[] rented = ArrayPool<float>.Shared.Rent(16);
        MaxPool.Forward(rented.AsSpan(0, 16), z, s_shape);
        ArrayPool<float>.Shared.Return(rented);
    }

    public static void Expressions(float[]? maybe, float[][] jagged, Dictionary<string, float[]> named, bool first)
    {
        MaxPool.Forward(maybe, jagged[0], s_shape);
        MaxPool.Forward(maybe ?? [], jagged[^1], s_shape);
        MaxPool.Forward(first ? jagged[0] : jagged[1], named["z"], s_shape);
        MaxPool.Forward(new float[16], new float[4], s_shape);
        MaxPool.Forward(new[] { 1f, 2, 3, 4 }, named["z"], new(1, 1, 2, 2));
        MaxPool.Forward((float[])jagged[0].Clone(), named["z"], s_shape);
        AveragePool.Backward(jagged[0], null, jagged[1], s_shape);
        AveragePool.Backward(jagged[0], Array.Empty<float>(), jagged[1], s_shape);
        DoublePool.Forward(new double[16], new double[4], s_shape);
    }

    private static void Use(params object[] values) => GC.KeepAlive(values);
}
