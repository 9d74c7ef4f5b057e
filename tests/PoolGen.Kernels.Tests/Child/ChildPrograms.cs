using System.Numerics;
using System.Runtime.InteropServices;
using PoolGen.Runtime;
using PoolGen.Testing;

namespace PoolGen.Kernels.Tests;

/// <summary>What child processes of the tests do.</summary>
internal static class ChildPrograms
{
    /// <summary>Every pooling against the oracle on a few shapes, at every lane width.</summary>
    public const string Kernels = "kernels";

    /// <summary>Every pooling on memory between pages that nobody may touch.</summary>
    public const string GuardPages = "guard-pages";

    /// <summary>Every unpooling on memory between such pages, with indices that are right, and others.</summary>
    public const string GuardedUnpoolings = "guarded-unpoolings";

    /// <summary>Lane operations whose instructions differ between machines, against plain code.</summary>
    public const string LaneOperations = "lane-operations";

    /// <summary>Runs a program; its result is the process's.</summary>
    /// <param name="program">One of the names.</param>
    /// <param name="widest">The width that the process was started for; null where it does not matter.</param>
    public static int Run(string program, LaneWidth? widest)
    {
        if (widest is not null && widest != LaneSelection.Widest)
        {
            throw new InvalidOperationException(
                $"Started for vectors of {widest}, this process runs at {LaneSelection.Widest} on {RuntimeInformation.FrameworkDescription}.");
        }

        if (program == GuardedUnpoolings)
        {
            foreach (UnpoolingEntry entry in UnpoolingEntry.All)
            {
                Console.WriteLine(entry);
                entry.Run(new GuardedUnpooling());
            }
            return 0;
        }

        if (program == LaneOperations)
        {
            var narrow = new NarrowLaneTests();
            var masks = new LaneMaskTests();
            foreach (Action operations in (Action[])[narrow.Sbyte, narrow.Byte, narrow.Short, narrow.Int, masks.Bytes, masks.Shorts, masks.Ints, masks.Floats, masks.Doubles])
                operations();
            return 0;
        }

        IPoolingTest test = program switch
        {
            Kernels => new FewShapes(),
            GuardPages => new GuardPageRun(),
            _ => throw new ArgumentOutOfRangeException(nameof(program), program, "No such program."),
        };
        foreach (PoolingEntry entry in PoolingRegistry.All)
        {
            Console.WriteLine(entry.Name);
            entry.Run(test);
        }
        return 0;
    }

    /// <summary>Shapes for a few runs: smaller than a vector, several vectors and a tail, wide and high.</summary>
    public static IEnumerable<PoolingShape> Shapes(ReferenceSpec spec) =>
        ((PoolingShape[])[new(1, 2, 6, 7), new(2, 1, 13, 37), new(1, 3, 27, 22), new(1, 21, 18, 19)]).Select(spec.OfRank).Where(shape => ReferencePooling.Fits(spec, shape));

    private sealed class FewShapes : IPoolingTest
    {
        public void Run<T>(PoolingUnderTest<T> pooling, ReferenceSpec spec)
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            int seed = 1;
            foreach (PoolingShape shape in Shapes(spec))
            {
                var expected = ReferenceCase<T>.Make(spec, shape, DataMaker.Classes[seed % DataMaker.Classes.Count], seed++);
                Lanes.Each(lanes => Verify.AllMembers(pooling, expected, lanes));
            }
        }
    }
}
