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

    /// <summary>Where a window has several winners, or a record none that is there, nothing is added by looking winners up.</summary>
    [Fact]
    public unsafe void Records_of_one_winner_each_are_told_from_others() => Lanes.Each(lanes =>
    {
        var geometry = PoolingGeometry.Create(new PoolingShape(1, 3, 14, 26), TensorLayout.ChannelsFirst, new PoolingAxis(6, 5), new PoolingAxis(6, 5));
        ColumnRecords layout = ColumnRecords.Of(geometry);
        var records = new byte[3 * layout.Unit];
        Array.Fill(records, (byte)0b1000);
        for (nint at = 0; at < records.Length; at++)
        {
            nint ofUnit = at % layout.Unit;
            bool isWindow = ofUnit >= layout.Windows, isColumn = ofUnit < geometry.Height.OutputExtent * layout.Row;
            foreach ((byte record, bool single) in ((byte, bool)[])[(0b10_0000, true), (0, !isWindow), (0b11, !isWindow && !isColumn), (0b100_0000, !isWindow)])
            {
                (byte before, records[at]) = (records[at], record);
                fixed (byte* first = records)
                    Assert.True(single == SingleWinners.InColumns(first, geometry, planes: 3), $"{record} as record {at}, {lanes}");
                records[at] = before;
            }
        }
    });

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
