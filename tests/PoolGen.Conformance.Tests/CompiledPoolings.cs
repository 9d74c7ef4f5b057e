extern alias generator;

using PoolGen.Testing;

namespace PoolGen.Conformance.Tests;

/// <summary>Poolings compiled at test time, one class for each different configuration.</summary>
internal sealed class CompiledPoolings
{
    // One compilation's generated files stay well below what a machine's memory holds.
    private const int BatchSize = 60;

    private readonly Dictionary<string, Type> _types = [];

    public CompiledPoolings(IEnumerable<ReferenceSpec> specs)
    {
        foreach (ReferenceSpec[] batch in specs.DistinctBy(spec => spec.ToString()).Chunk(BatchSize))
        {
            foreach ((ReferenceSpec spec, Type type) in batch.Zip(Compiler.Compile(batch)))
                _types.Add(spec.ToString(), type);
        }
    }

    public static PoolingCompiler Compiler { get; } = new(typeof(generator::PoolGen.Generator.PoolingGenerator).Assembly);

    /// <summary>The pooling of a configuration.</summary>
    public PoolingUnderTest<T> Bind<T>(ReferenceSpec spec)
        where T : unmanaged => PoolingUnderTest<T>.Bind(_types[spec.ToString()]);
}
