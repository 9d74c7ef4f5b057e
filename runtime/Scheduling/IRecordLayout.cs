namespace PoolGen.Runtime;

/// <summary>How many records of winners a pass leaves.</summary>
internal interface IRecordLayout
{
    /// <summary>The records of some units of a call.</summary>
    static abstract long Count(in PoolingGeometry geometry, long units);
}

/// <summary>A record for each output.</summary>
internal readonly struct RecordPerOutput : IRecordLayout
{
    public static long Count(in PoolingGeometry geometry, long units) =>
        units * (geometry.Layout == TensorLayout.ChannelsLast ? geometry.OutputPlane * geometry.Channels : geometry.OutputPlane);
}

/// <summary>Records of separable winners.</summary>
internal readonly struct SeparableRecordLayout : IRecordLayout
{
    public static long Count(in PoolingGeometry geometry, long units) => checked(units * SeparableRecords.Of(geometry).Unit);
}
