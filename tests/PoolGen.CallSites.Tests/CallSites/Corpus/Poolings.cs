using System;
using PoolGen;
using static PoolGen.PoolingKind;

namespace CallSites;

/// <summary>What the corpus calls: every form of target, element types of every size, with and without winners.</summary>
[Pooling(Kind = Max, Kernel = 2)]
public partial class MaxPool;

[Pooling(Kind = Average, Kernel = 2)]
public partial class AveragePool;

[Pooling(Kind = Max, Kernel = 2, ElementType = typeof(double))]
public partial class DoublePool;

[Pooling(Kind = Max, Kernel = 2, ElementType = typeof(byte))]
public partial class BytePool;

[Pooling(Kind = Max, Kernel = 2, ElementType = typeof(int))]
public partial class IntPool;

[Pooling(Kind = Average, Kernel = 2, ElementType = typeof(short))]
public static partial class ShortPool;

[Pooling(Kind = Max, Kernel = 2, ElementType = typeof(Half))]
public partial class HalfPool;

[Pooling(Kind = Max, Kernel = 2)]
public readonly partial struct StructPool;

[Pooling(Kind = Average, Kernel = 2)]
public partial record struct RecordPool(int Number);

[Pooling(Kind = Max, Kernel = 2)]
public static partial class StaticPool;

[Unpooling(Kernel = 2)]
public partial class MaxUnpool;

[Unpooling(Kernel = 2, ElementType = typeof(int))]
public partial class IntUnpool;

[Unpooling(Kernel = 2, ElementType = typeof(byte))]
public partial class ByteUnpool;

[Unpooling(Kernel = 2)]
public readonly partial struct StructUnpool;

[Unpooling(Kernel = 2)]
public static partial class StaticUnpool;

public partial class Outer<T>
{
    [Pooling(Kind = Max, Kernel = 2)]
    public partial class Nested;
}
