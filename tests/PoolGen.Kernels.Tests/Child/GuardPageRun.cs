using System.Numerics;
using PoolGen.Runtime;
using PoolGen.Testing;

namespace PoolGen.Kernels.Tests;

/// <summary>
/// Every member on tensors that lie flush against forbidden pages, against the oracle: at every lane width, behind a page and before
/// one, over a pattern that no result equals, with workspaces that hold random bytes or are another input's, and as if no cache held them.
/// </summary>
internal sealed class GuardPageRun : IPoolingTest
{
    public void Run<T>(PoolingUnderTest<T> pooling, ReferenceSpec spec)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        using var tensors = new GuardedTensors<T>();
        int seed = 1;
        foreach (PoolingShape shape in GuardedShapes.For(spec))
        {
            var expected = ReferenceCase<T>.Make(spec, shape, DataMaker.Classes[seed % DataMaker.Classes.Count], seed++);
            Lanes.Each(lanes =>
            {
                new GuardedRun<T>(pooling, expected, tensors, atEnd: false, lanes).All();
                new GuardedRun<T>(pooling, expected, tensors, atEnd: true, lanes).All();
                CacheSize.Force(0, () =>
                {
                    new GuardedRun<T>(pooling, expected, tensors, atEnd: false, $"{lanes}, far").OfValidWorkspaces();
                    new GuardedRun<T>(pooling, expected, tensors, atEnd: true, $"{lanes}, far").OfValidWorkspaces();
                });
            });
        }
    }
}
