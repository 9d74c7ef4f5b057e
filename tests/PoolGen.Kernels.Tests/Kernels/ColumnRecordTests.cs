using System.Numerics;
using PoolGen.Runtime;
using PoolGen.Testing;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>
/// Records of winning columns do not depend on what the workspace held: whoever looks for windows with several winners goes through all of them, and what no
/// window left would be taken for some.
/// </summary>
public sealed class ColumnRecordTests
{
    [Theory]
    [InlineData(nameof(MaxTilesSplit))]
    [InlineData(nameof(MaxTiles12x3))]
    [InlineData(nameof(MaxColumnsFar))]
    [InlineData(nameof(MaxColumns7x7))]
    [InlineData(nameof(MinColumnsDilatedChannelsLast))]
    public void No_record_is_left_from_before(string name) => Lanes.Each(_ => PoolingRegistry.Find(name).Run(new Filled()));

    private sealed class Filled : IPoolingTest
    {
        public void Run<T>(PoolingUnderTest<T> pooling, ReferenceSpec spec)
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            PoolingShape shape = spec.OfRank(new(2, 3, 29, 37));
            T[] input = DataMaker.Input<T>(DataClass.Uniform, (int)shape.ElementCount, TestSeed.Value);
            Assert.Equal(Records(0), Records(byte.MaxValue));

            byte[] Records(byte fill)
            {
                var workspace = new byte[pooling.WorkspaceLength(shape)];
                Array.Fill(workspace, fill);
                pooling.ForwardTraining(input, new T[pooling.OutputShape(shape).ElementCount], workspace, shape);
                return workspace[RecordMargin.Bytes..^RecordMargin.Bytes];
            }
        }
    }
}
