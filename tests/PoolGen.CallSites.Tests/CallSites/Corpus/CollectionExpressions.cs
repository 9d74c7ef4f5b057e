using System;
using System.Collections.Generic;
using PoolGen;

namespace CallSites;

/// <summary>Collection expressions in every argument.</summary>
internal static class CollectionExpressions
{
    public static void Write(float[] array, List<float> list, IEnumerable<float> sequence, ReadOnlySpan<float> span, Span<float> z, Span<float> dx)
    {
        MaxPool.Forward([1, 2, 3, 4], z, new(1, 1, 2, 2));
        MaxPool.Forward([1f, 2.5f, (float)3.0, 'a'], z, new(1, 1, 2, 2));
        MaxPool.Forward([.. array], z, new(1, 1, 2, 2));
        MaxPool.Forward([.. array, 1, .. span], z, new(1, 1, 2, 2));
        MaxPool.Forward([.. list], z, new(1, 1, 2, 2));
        MaxPool.Forward([.. sequence, .. new float[3]], z, new(1, 1, 2, 2));
        MaxPool.Backward([1], [1, 2, 3, 4], dx, new(1, 1, 2, 2));
        MaxPool.Backward([1], [.. array], dx, new(1, 1, 2, 2), null);
        MaxPool.BackwardTraining([1], [], [8], dx, new(1, 1, 2, 2));
        MaxPool.BackwardTraining([1], [1, 2, 3, 4], [0], dx, inputShape: new(1, 1, 2, 2));
        MaxPool.BackwardTraining(inputGradient: dx, workspace: [0], input: [], outputGradient: [1], inputShape: new(1, 1, 2, 2));
        MaxPool.Forward([1, 2, 3, 4], [0], new(1, 1, 2, 2));
        MaxPool.ForwardTraining([1, 2, 3, 4], [0], [0], new(1, 1, 2, 2));
        MaxPool.ForwardWithIndices([1, 2, 3, 4], [0], [0], new(1, 1, 2, 2));
        DoublePool.Forward([1, 2, 3, 4], [0], new(1, 1, 2, 2));
        DoublePool.Forward([1f, 2, 3, 4L], [0d], new(1, 1, 2, 2));
        StructPool.Forward([1, 2, 3, 4], z, new(1, 1, 2, 2));
        RecordPool.Backward([1], [], dx, new(1, 1, 2, 2));
        StaticPool.Forward([1, 2, 3, 4], z, new(1, 1, 2, 2));
    }
}
