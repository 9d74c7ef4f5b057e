using PoolGen;
using static PoolGen.PoolingKind;

namespace CallSites;

/// <summary>What the corpus calls: every form of target, two element types, with and without winners.</summary>
[Pooling(Kind = Max, Kernel = 2)]
public partial class MaxPool;

[Pooling(Kind = Average, Kernel = 2)]
public partial class AveragePool;

[Pooling(Kind = Max, Kernel = 2, ElementType = typeof(double))]
public partial class DoublePool;

[Pooling(Kind = Max, Kernel = 2)]
public readonly partial struct StructPool;

[Pooling(Kind = Average, Kernel = 2)]
public partial record struct RecordPool(int Number);

[Pooling(Kind = Max, Kernel = 2)]
public static partial class StaticPool;

public partial class Outer<T>
{
    [Pooling(Kind = Max, Kernel = 2)]
    public partial class Nested;
}
