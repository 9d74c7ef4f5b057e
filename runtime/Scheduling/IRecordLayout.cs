using System.ComponentModel;

namespace PoolGen.Runtime;

/// <summary>How many records of winners a pass leaves.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IRecordLayout
{
    /// <summary>The records of some units of a call.</summary>
    static abstract long Count(in PoolingGeometry geometry, long units);
}

/// <summary>Where records that do not lie as the outputs do lie, and what they say.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public unsafe interface IIndexedRecordLayout : IRecordLayout
{
    /// <summary>The in-plane index of the first winner of each of a unit's windows, −1 where there is none, from the unit's records.</summary>
    static abstract void Translate<TRecord>(TRecord* records, ref int indices, in PoolingGeometry geometry, nint channels)
        where TRecord : unmanaged;
}

/// <summary>A record for each output.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct RecordPerOutput : IRecordLayout
{
    /// <inheritdoc/>
    public static long Count(in PoolingGeometry geometry, long units) =>
        units * (geometry.Layout == TensorLayout.ChannelsLast ? geometry.OutputPlane * geometry.Channels : geometry.OutputPlane);
}
