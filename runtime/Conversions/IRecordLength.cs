using System.ComponentModel;

namespace PoolGen.Runtime;

/// <summary>The memory that a pass's records of winners take, as a type.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IRecordLength
{
    /// <summary>The bytes of a block of whole planes.</summary>
    static abstract nint Bytes(in PoolingGeometry block);
}

/// <summary>A pass without records.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct NoRecords : IRecordLength
{
    /// <inheritdoc/>
    public static nint Bytes(in PoolingGeometry block) => 0;
}

/// <summary>A record for each output.</summary>
/// <typeparam name="TRecord">The storage of a record.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct RecordBytes<TRecord> : IRecordLength
    where TRecord : unmanaged
{
    /// <inheritdoc/>
    public static nint Bytes(in PoolingGeometry block) => (nint)(RecordPerOutput.Count(block, 1) * sizeof(TRecord));
}

/// <summary>Records that lie otherwise.</summary>
/// <typeparam name="TLayout">How they lie.</typeparam>
/// <typeparam name="TRecord">The storage of a record.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct RecordBytes<TLayout, TRecord> : IRecordLength
    where TLayout : IRecordLayout
    where TRecord : unmanaged
{
    /// <inheritdoc/>
    public static nint Bytes(in PoolingGeometry block) => (nint)(TLayout.Count(block, 1) * sizeof(TRecord));
}
