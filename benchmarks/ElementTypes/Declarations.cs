using static PoolGen.PoolingKind;
using static PoolGen.TieRule;

namespace PoolGen.Benchmarks.ElementTypes;

// The same windows for every element type; TypedPoolings finds them by their attributes.

[Pooling(Kind = Max, Kernel = 2, Ties = First, ElementType = typeof(float))]
internal readonly partial struct FloatMax2;

[Pooling(Kind = Max, Kernel = 3, Stride = 2, Padding = 1, Ties = First, ElementType = typeof(float))]
internal readonly partial struct FloatMax3Stride2;

[Pooling(Kind = Max, Kernel = 3, Stride = 1, Padding = 1, Ties = First, ElementType = typeof(float))]
internal readonly partial struct FloatMax3Stride1;

[Pooling(Kind = Average, Kernel = 3, Stride = 1, Padding = 1, ElementType = typeof(float))]
internal readonly partial struct FloatAverage3Stride1;

[Pooling(Kind = Max, Kernel = 2, Ties = First, ElementType = typeof(double))]
internal readonly partial struct DoubleMax2;

[Pooling(Kind = Max, Kernel = 3, Stride = 2, Padding = 1, Ties = First, ElementType = typeof(double))]
internal readonly partial struct DoubleMax3Stride2;

[Pooling(Kind = Max, Kernel = 3, Stride = 1, Padding = 1, Ties = First, ElementType = typeof(double))]
internal readonly partial struct DoubleMax3Stride1;

[Pooling(Kind = Average, Kernel = 3, Stride = 1, Padding = 1, ElementType = typeof(double))]
internal readonly partial struct DoubleAverage3Stride1;

[Pooling(Kind = Max, Kernel = 2, Ties = First, ElementType = typeof(Half))]
internal readonly partial struct HalfMax2;

[Pooling(Kind = Max, Kernel = 3, Stride = 2, Padding = 1, Ties = First, ElementType = typeof(Half))]
internal readonly partial struct HalfMax3Stride2;

[Pooling(Kind = Max, Kernel = 3, Stride = 1, Padding = 1, Ties = First, ElementType = typeof(Half))]
internal readonly partial struct HalfMax3Stride1;

[Pooling(Kind = Average, Kernel = 3, Stride = 1, Padding = 1, ElementType = typeof(Half))]
internal readonly partial struct HalfAverage3Stride1;

[Pooling(Kind = Max, Kernel = 2, Ties = First, ElementType = typeof(sbyte))]
internal readonly partial struct SByteMax2;

[Pooling(Kind = Max, Kernel = 3, Stride = 2, Padding = 1, Ties = First, ElementType = typeof(sbyte))]
internal readonly partial struct SByteMax3Stride2;

[Pooling(Kind = Max, Kernel = 3, Stride = 1, Padding = 1, Ties = First, ElementType = typeof(sbyte))]
internal readonly partial struct SByteMax3Stride1;

[Pooling(Kind = Average, Kernel = 3, Stride = 1, Padding = 1, ElementType = typeof(sbyte))]
internal readonly partial struct SByteAverage3Stride1;

[Pooling(Kind = Max, Kernel = 2, Ties = First, ElementType = typeof(byte))]
internal readonly partial struct ByteMax2;

[Pooling(Kind = Max, Kernel = 3, Stride = 2, Padding = 1, Ties = First, ElementType = typeof(byte))]
internal readonly partial struct ByteMax3Stride2;

[Pooling(Kind = Max, Kernel = 3, Stride = 1, Padding = 1, Ties = First, ElementType = typeof(byte))]
internal readonly partial struct ByteMax3Stride1;

[Pooling(Kind = Average, Kernel = 3, Stride = 1, Padding = 1, ElementType = typeof(byte))]
internal readonly partial struct ByteAverage3Stride1;

[Pooling(Kind = Max, Kernel = 2, Ties = First, ElementType = typeof(short))]
internal readonly partial struct ShortMax2;

[Pooling(Kind = Max, Kernel = 3, Stride = 2, Padding = 1, Ties = First, ElementType = typeof(short))]
internal readonly partial struct ShortMax3Stride2;

[Pooling(Kind = Max, Kernel = 3, Stride = 1, Padding = 1, Ties = First, ElementType = typeof(short))]
internal readonly partial struct ShortMax3Stride1;

[Pooling(Kind = Average, Kernel = 3, Stride = 1, Padding = 1, ElementType = typeof(short))]
internal readonly partial struct ShortAverage3Stride1;

[Pooling(Kind = Max, Kernel = 2, Ties = First, ElementType = typeof(int))]
internal readonly partial struct IntMax2;

[Pooling(Kind = Max, Kernel = 3, Stride = 2, Padding = 1, Ties = First, ElementType = typeof(int))]
internal readonly partial struct IntMax3Stride2;

[Pooling(Kind = Max, Kernel = 3, Stride = 1, Padding = 1, Ties = First, ElementType = typeof(int))]
internal readonly partial struct IntMax3Stride1;

[Pooling(Kind = Average, Kernel = 3, Stride = 1, Padding = 1, ElementType = typeof(int))]
internal readonly partial struct IntAverage3Stride1;
