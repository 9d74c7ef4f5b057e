using System.Numerics;
using PoolGen.Testing;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>Every member of every pooling against the oracle: all extents, all classes of data, all lane widths.</summary>
public sealed class ReferenceTests
{
    public static TheoryData<string> Names => PoolingRegistry.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Agrees_with_the_reference(string name)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(TestSeed.Description);
        PoolingRegistry.Find(name).Run(new Grid());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Refuses_shapes_without_a_window(string name) => PoolingRegistry.Find(name).Run(new TooSmall());

    private sealed class Grid : IPoolingTest
    {
        public void Run<T>(PoolingUnderTest<T> pooling, ReferenceSpec spec)
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            PoolingShape[] shapes = [.. ShapeGrid.For(spec).Where(shape => ReferencePooling.Fits(spec, shape))];
            Assert.True(shapes.Length >= 12, $"{spec}: only {shapes.Length} shapes fit.");
            for (int i = 0; i < shapes.Length; i++)
            {
                // Neighbouring shapes get different classes, and over the seeds every shape gets every class.
                DataClass data = DataMaker.Classes[(i + TestSeed.Value) % DataMaker.Classes.Count];
                var expected = ReferenceCase<T>.Make(spec, shapes[i], data, TestSeed.Value + i);
                Lanes.Each(lanes =>
                {
                    Verify.AllMembers(pooling, expected, $"{lanes}, {TestSeed.Description}");
                    Verify.GarbageWorkspace(pooling, expected, lanes);
                });
            }
        }
    }

    private sealed class TooSmall : IPoolingTest
    {
        public void Run<T>(PoolingUnderTest<T> pooling, ReferenceSpec spec)
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            for (int extent = 1; extent <= 20; extent++)
            {
                IEnumerable<PoolingShape> shapes = ((PoolingShape[])[new(1, 1, extent, 70), new(1, 1, 70, extent)]).Select(spec.OfRank);
                foreach (PoolingShape shape in spec.Rank == 3 ? shapes.Append(new(1, 1, extent, 70, 70)) : shapes)
                {
                    bool fits = ReferencePooling.Fits(spec, shape);
                    Exception? refused = Record.Exception(() => pooling.OutputShape(shape));
                    Assert.True(fits == refused is null, $"{spec} over {shape}: {(fits ? "should be accepted" : "should be refused")}. {refused?.Message}");
                    if (refused is not null)
                        Assert.Equal("inputShape", Assert.IsType<ArgumentException>(refused).ParamName);
                }
            }
        }
    }
}
