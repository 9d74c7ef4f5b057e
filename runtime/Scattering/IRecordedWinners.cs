using System.Numerics;

namespace PoolGen.Runtime;

/// <summary>What a record of winners is, winner by winner.</summary>
internal unsafe interface IRecordedWinners
{
    /// <summary>Whether that holds of some records.</summary>
    static abstract bool Serves<TRecord>(TRecord* records, nint count)
        where TRecord : unmanaged;

    /// <summary>The first winner; a number that none has where a record names none.</summary>
    static abstract uint First(uint record);

    /// <summary>The record of the others; 0 where there are none.</summary>
    static abstract uint Others(uint record);
}

/// <summary>The number of the one that wins.</summary>
internal readonly unsafe struct RecordedNumber : IRecordedWinners
{
    public static bool Serves<TRecord>(TRecord* records, nint count)
        where TRecord : unmanaged => true;

    public static uint First(uint record) => record;

    public static uint Others(uint record) => 0;
}

/// <summary>A bit for each that wins.</summary>
internal readonly unsafe struct RecordedBits : IRecordedWinners
{
    public static bool Serves<TRecord>(TRecord* records, nint count)
        where TRecord : unmanaged => true;

    public static uint First(uint record) => (uint)BitOperations.TrailingZeroCount(record);

    public static uint Others(uint record) => record & (record - 1);
}

/// <summary>The bit of the one that wins.</summary>
internal readonly unsafe struct RecordedBit : IRecordedWinners
{
    public static bool Serves<TRecord>(TRecord* records, nint count)
        where TRecord : unmanaged => !RepeatedWinners.Any(records, count);

    public static uint First(uint record) => (uint)BitOperations.TrailingZeroCount(record);

    public static uint Others(uint record) => 0;
}
