using System.Numerics;

namespace PoolGen.Runtime;

/// <summary>What a record of a window's winners is, winner by winner.</summary>
internal interface IRecordedWinners
{
    /// <summary>The first winner; a number that no tap has where a record names none.</summary>
    static abstract uint Tap(uint record);

    /// <summary>The record of the others; 0 where there are none.</summary>
    static abstract uint Rest(uint record);
}

/// <summary>The number of the one tap that wins.</summary>
internal readonly struct RecordedTap : IRecordedWinners
{
    public static uint Tap(uint record) => record;

    public static uint Rest(uint record) => 0;
}

/// <summary>A bit for each tap that wins.</summary>
internal readonly struct RecordedBits : IRecordedWinners
{
    public static uint Tap(uint record) => (uint)BitOperations.TrailingZeroCount(record);

    public static uint Rest(uint record) => record & (record - 1);
}
