using System.Numerics;
using System.Runtime.Intrinsics;
using PoolGen.Runtime;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>What counting winners is made of, at every width and of every type of record, against plain code.</summary>
public sealed unsafe class WinnerCountTests
{
    private const int Rows = 0b000111, Columns = 0b111000;

    [Fact]
    public void Bytes() => OfRecords<byte>();

    [Fact]
    public void Ushorts() => OfRecords<ushort>();

    [Fact]
    public void Ints() => OfRecords<int>();

    private static void OfRecords<TRecord>()
        where TRecord : unmanaged, IBinaryInteger<TRecord>
    {
        Lanes.Each(Finds<TRecord>);
        Counts<Lanes512<TRecord>, Vector512<TRecord>, TRecord>();
        Counts<Lanes256<TRecord>, Vector256<TRecord>, TRecord>();
        Counts<Lanes128<TRecord>, Vector128<TRecord>, TRecord>();
        Counts<LanesOne<TRecord>, TRecord, TRecord>();
        Loads<Lanes512<float>, Vector512<float>, float, TRecord>();
        Loads<Lanes256<float>, Vector256<float>, float, TRecord>();
        Loads<Lanes128<float>, Vector128<float>, float, TRecord>();
        Loads<LanesPart<float, Three>, Vector128<float>, float, TRecord>();
        Loads<LanesOne<float>, float, float, TRecord>();
        Loads<Lanes512<double>, Vector512<double>, double, TRecord>();
        Loads<Lanes256<double>, Vector256<double>, double, TRecord>();
        Loads<Lanes128<double>, Vector128<double>, double, TRecord>();
        Loads<LanesOne<double>, double, double, TRecord>();
    }

    private static void Counts<TLanes, TVector, TRecord>()
        where TLanes : struct, ILanes<TVector, TRecord>
        where TVector : struct
        where TRecord : unmanaged, IBinaryInteger<TRecord>
    {
        TRecord[] records = [.. Enumerable.Range(0, TLanes.Count).Select(at => TRecord.CreateTruncating(0x2F4A_61B7 * (at + 1)))];
        var counts = new TRecord[records.Length];
        TLanes.Store(TLanes.CountBits(TLanes.Load(ref records[0], 0)), ref counts[0], 0);
        Assert.Equal(records.Select(TRecord.PopCount), counts);
    }

    /// <summary>Of records that have one bit for a row and one for a column, one is given another of either.</summary>
    private static void Finds<TRecord>(string lanes)
        where TRecord : unmanaged, IBinaryInteger<TRecord>
    {
        foreach (int count in (int[])[1, 7, 16, 64, 150])
        {
            var records = new TRecord[count + (RecordMargin.Bytes / sizeof(TRecord))];
            Array.Fill(records, TRecord.AllBitsSet); // what lies behind does not count
            fixed (TRecord* first = records)
            {
                for (int at = 0; at < count; at++)
                    records[at] = TRecord.CreateTruncating((1 << (at % 3)) | (0b1000 << (at % 2)));
                Assert.False(RepeatedWinners.Any(first, count, Rows, Columns), $"{lanes}: {count} with one of each");
                Assert.True(RepeatedWinners.Any(first, count, Rows | Columns, columns: 0), $"{lanes}: {count} with two of a kind");
                for (int at = 0; at < count; at++)
                {
                    TRecord record = records[at];
                    foreach (int bits in (int[])[0b11, 0b101, 0b110, 0b11_000, 0b101_000, 0b110_000])
                    {
                        records[at] = TRecord.CreateTruncating(bits);
                        Assert.True(RepeatedWinners.Any(first, count, Rows, Columns), $"{lanes}: {bits:b} at {at} of {count}");
                    }
                    records[at] = record;
                }
            }
        }
    }

    private static void Loads<TLanes, TVector, T, TNumber>()
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged, INumber<T>
        where TNumber : unmanaged, INumber<TNumber>
    {
        TNumber[] numbers = [.. Enumerable.Range(0, TLanes.Count + 1).Select(at => TNumber.CreateChecked(255 - (at * 13)))];
        var elements = new T[TLanes.Count];
        TLanes.Store(TLanes.LoadNumbers(ref numbers[0], 1), ref elements[0], 0);
        Assert.Equal(numbers.Skip(1).Select(T.CreateChecked), elements);
    }
}
