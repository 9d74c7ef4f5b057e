using System.Numerics;
using PoolGen.Testing;

namespace PoolGen.Kernels.Tests;

/// <summary>A test that runs on every pooling, whatever its element type.</summary>
internal interface IPoolingTest
{
    void Run<T>(PoolingUnderTest<T> pooling, ReferenceSpec spec)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>;
}

/// <summary>An annotated type and what it should compute.</summary>
internal abstract class PoolingEntry(Type type, ReferenceSpec spec)
{
    public Type Type { get; } = type;

    public string Name => Type.Name;

    public ReferenceSpec Spec { get; } = spec;

    public abstract void Run(IPoolingTest test);

    public override string ToString() => Name;
}

/// <inheritdoc/>
internal sealed class PoolingEntry<T>(Type type, ReferenceSpec spec, PoolingUnderTest<T> pooling) : PoolingEntry(type, spec)
    where T : unmanaged, INumber<T>, IMinMaxValue<T>
{
    public PoolingUnderTest<T> Pooling { get; } = pooling;

    public override void Run(IPoolingTest test) => test.Run(Pooling, Spec);
}
