using PoolGen.Benchmarks.Cases;
using PoolGen.Benchmarks.Contenders;
using PoolGen.Benchmarks.Measuring;

namespace PoolGen.Benchmarks.ElementTypes;

/// <summary>What every element type took of a window on a shape, in one direction.</summary>
/// <param name="Window">The window.</param>
/// <param name="Shape">The input.</param>
/// <param name="Direction">What was timed.</param>
/// <param name="Microseconds">The medians, in the order of <see cref="TypedPoolings.Elements"/>.</param>
internal sealed record TypeTimes(Window Window, PoolingShape Shape, Direction Direction, IReadOnlyList<double> Microseconds);

/// <summary>Compares the results of all types with those of <c>float</c>, and times them in turns.</summary>
internal static class TypeComparison
{
    private static readonly Direction[] s_directions = [Direction.Forward, Direction.TrainingForward, Direction.Backward];

    /// <exception cref="InvalidOperationException">A type computes something else than <c>float</c>.</exception>
    public static IReadOnlyList<TypeTimes> Run(Window window, PoolingShape shape, RunSettings settings)
    {
        IReadOnlyList<TypedPooling> poolings = TypedPoolings.For(window, shape);
        try
        {
            foreach (Direction direction in s_directions)
                Compare(poolings, direction);
            var run = new InterleavedRun(settings);
            Entry[][] entries = [.. s_directions.Select(direction => poolings.Select(pooling => EntryOf(pooling, direction)).ToArray())];
            run.WarmUp([.. entries.SelectMany(entry => entry)]);
            return [.. s_directions.Zip(entries, (direction, of) => new TypeTimes(window, shape, direction, [.. run.Measure(of).Select(figure => figure.Median)]))];
        }
        finally
        {
            foreach (TypedPooling pooling in poolings)
                pooling.Dispose();
        }
    }

    private static Entry EntryOf(TypedPooling pooling, Direction direction) =>
        new(pooling.Element.Name, Role.Subject, Layout.Nchw, direction, repeat => pooling.Run(direction, repeat), Read: null);

    /// <summary>Runs a direction once with every type, and compares what the first computes with the others.</summary>
    /// <exception cref="InvalidOperationException">One computes something else.</exception>
    public static void Compare(IReadOnlyList<TypedPooling> poolings, Direction direction)
    {
        double[]? expected = null;
        foreach (TypedPooling pooling in poolings)
        {
            pooling.Run(direction, 1);
            double[] result = pooling.Read(direction);
            expected ??= result;
            for (int i = 0; i < result.Length; i++)
            {
                if (!(Math.Abs(result[i] - expected[i]) <= Rounding(pooling.Element, pooling.Window, expected[i])))
                    throw new InvalidOperationException($"{pooling.Window} of {pooling.Element.Name} over {pooling.Shape}, {direction}: element {i} is {result[i]}, of float {expected[i]}.");
            }
        }
    }

    /// <summary>How far a rounded result may be from that of <c>float</c>: maxima and sums of gradients are whole numbers.</summary>
    private static double Rounding(Type element, Window window, double expected)
    {
        const double Single = 1e-5, HalfUnit = 1d / (1 << 10);
        if (window.Kind != PoolingKind.Average)
            return 0;
        return element == typeof(float) || element == typeof(double) ? Single * expected
            : element == typeof(Half) ? HalfUnit * expected
            : 0.5 + Single * expected;
    }
}
