using System.Globalization;
using System.Numerics;
using PoolGen.Runtime;
using PoolGen.Testing;
using Xunit;

namespace PoolGen.Conformance.Tests;

/// <summary>
/// Random configurations, each compiled for both layouts, against the oracle in every member, against each other, and against
/// themselves on several threads.
/// </summary>
public sealed class RandomConfigurations
{
    // Two layouts each: 520 compiled types.
    private const int Configurations = 260;
    private const int BatchSize = 20;
    private const int ShapesPerConfiguration = 3;

    private readonly Failures _failures = new();

    [Fact]
    public void Agree_with_the_reference_in_both_layouts_and_on_any_number_of_threads()
    {
        TestContext.Current.TestOutputHelper?.WriteLine(TestSeed.Description);
        var random = new Random(TestSeed.Value);
        ReferenceSpec[] specs =
        [
            .. Enumerable.Repeat(random, 2 * Configurations)
                .Select(source => RandomSpecs.Spec(source, TensorLayout.ChannelsFirst))
                .DistinctBy(spec => spec.ToString())
                .Take(Configurations),
        ];
        Assert.Equal(Configurations, specs.Length);

        var batches = specs.Chunk(BatchSize).Select((batch, number) => (Specs: batch, Seed: TestSeed.Value + 1000 * number));
        Parallel.ForEach(batches, batch => Check(batch.Specs, batch.Seed));
        _failures.Check(2 * specs.Length);
    }

    private void Check(ReferenceSpec[] specs, int seed)
    {
        ReferenceSpec[] channelsLast = [.. specs.Select(spec => spec with { Layout = TensorLayout.ChannelsLast })];
        IReadOnlyList<Type> types;
        try
        {
            types = CompiledPoolings.Compiler.Compile([.. specs, .. channelsLast]);
        }
        catch (InvalidOperationException failure)
        {
            _failures.Add(TestSeed.Description, failure);
            return;
        }

        for (int i = 0; i < specs.Length; i++)
        {
            ElementDispatch.Run(specs[i].ElementType, new OneConfiguration(this, specs[i], types[i], channelsLast[i], types[specs.Length + i], seed + i));
        }
    }

    private void Check<T>(ReferenceSpec first, Type firstType, ReferenceSpec last, Type lastType, int seed)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        // One lane width each: a configuration's kernels cost the JIT more time than they run.
        LaneWidth[] widths = [.. LaneSelection.Accelerated];
        LaneWidth width = widths[seed % widths.Length];
        string where = string.Create(CultureInfo.InvariantCulture, $"lanes {width}, {TestSeed.Description}");
        LaneSelection.Force(width, () =>
        {
            Try(first, () => CheckOne<T>(first, firstType, seed, where));
            Try(last, () => CheckOne<T>(last, lastType, seed, where));
            Try(first, () => CheckLayouts<T>(first, firstType, last, lastType, seed, where));
        });
    }

    private sealed class OneConfiguration(RandomConfigurations owner, ReferenceSpec first, Type firstType, ReferenceSpec last, Type lastType, int seed) : IElementTest
    {
        public void Run<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T> => owner.Check<T>(first, firstType, last, lastType, seed);
    }

    private void Try(ReferenceSpec spec, Action test) => _failures.Try(AttributeText.Of(spec), test);

    private static void CheckOne<T>(ReferenceSpec spec, Type type, int seed, string where)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        var random = new Random(seed);
        PoolingUnderTest<T> pooling = PoolingUnderTest<T>.Bind(type);
        for (int i = 0; i < ShapesPerConfiguration; i++)
        {
            var expected = ReferenceCase<T>.Make(
                spec, RandomSpecs.Shape(random, spec), DataMaker.Classes[random.Next(DataMaker.Classes.Count)], random.Next());
            Verify.AllMembers(pooling, expected, where);
            Verify.GarbageWorkspace(pooling, expected, where);
        }

        // Enough elements, in enough units, for the scheduler to divide the work.
        PoolingShape large = spec.OfRank(new(5, spec.Rank == 1 ? 200 : 5, 50 + random.Next(20), 60 + random.Next(20)));
        ThreadsAgree.Check(pooling, spec, large, DataClass.SmallIntegers, random.Next(), random.Next(2, 8), where);
    }

    private static void CheckLayouts<T>(ReferenceSpec first, Type firstType, ReferenceSpec last, Type lastType, int seed, string where)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        PoolingShape shape = RandomSpecs.Shape(new Random(seed), first);
        var expected = ReferenceCase<T>.Make(first, shape, DataClass.SmallIntegers, seed);
        T[] output = Forward(PoolingUnderTest<T>.Bind(firstType), expected.Input, expected);
        T[] outputLast = Forward(PoolingUnderTest<T>.Bind(lastType), Transposition.ToChannelsLast<T>(expected.Input, shape), expected);
        Compare.Values<T>(
            Transposition.ToChannelsFirst<T>(outputLast, expected.OutputShape),
            new ReferenceResult([.. output.Select(double.CreateChecked)], expected.Output.Tolerances?.Select(bound => 2 * bound).ToArray()),
            expected.OutputShape,
            TensorLayout.ChannelsFirst,
            $"{expected}, {where}: ChannelsLast ({last}) beside ChannelsFirst, Forward");
    }

    private static T[] Forward<T>(PoolingUnderTest<T> pooling, T[] input, ReferenceCase<T> expected)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        var output = new T[expected.OutputShape.ElementCount];
        pooling.Forward(input, output, expected.InputShape);
        return output;
    }
}
