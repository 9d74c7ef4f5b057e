using System.ComponentModel;

namespace PoolGen.Runtime;

/// <summary>How many records of winners a pass leaves.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IRecordLayout
{
    /// <summary>The records of some units of a call.</summary>
    static abstract long Count(in PoolingGeometry geometry, long units);
}

/// <summary>A record for each output.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct RecordPerOutput : IRecordLayout
{
    /// <inheritdoc/>
    public static long Count(in PoolingGeometry geometry, long units) =>
        units * (geometry.Layout == TensorLayout.ChannelsLast ? geometry.OutputPlane * geometry.Channels : geometry.OutputPlane);
}

/// <summary>Records of separable winners.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SeparableRecordLayout : IRecordLayout
{
    /// <inheritdoc/>
    public static long Count(in PoolingGeometry geometry, long units) => checked(units * SeparableRecords.Of(geometry).Unit);
}

/// <summary>Records of winning columns.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ColumnRecordLayout : IRecordLayout
{
    /// <inheritdoc/>
    public static long Count(in PoolingGeometry geometry, long units) => checked(units * ColumnRecords.Of(geometry).Unit);
}
