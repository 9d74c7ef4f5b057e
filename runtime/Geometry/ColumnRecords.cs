using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>
/// Where records of winning columns lie. A unit has first, for each row of windows, a record for each column of the input, with a bit for each row of
/// these windows that holds the extreme of that column; and behind all of them a record for each window, with a bit for each of its columns that holds
/// its extreme. A tap wins its window where both bits are set. Of each record, channels lie as they do in the tensors.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ColumnRecords
{
    // A vector of columns is stored whole at the end of a row: what hangs over the last one must not meet what windows have left already.
    private const int OverhangLength = VectorBytes.Widest / sizeof(float);

    private readonly bool _hasOverhang;

    private ColumnRecords(nint row, nint windows, nint unit, bool hasOverhang)
    {
        (Row, Windows, Unit, _hasOverhang) = (row, windows, unit, hasOverhang);
    }

    /// <summary>From the records of a row of windows' columns to those of the next.</summary>
    public nint Row { get; }

    /// <summary>Where the records of windows begin: channels first, behind a vector that belongs to nothing.</summary>
    public nint Windows { get; }

    /// <summary>The records of a unit: a plane, or a sample with its channels innermost.</summary>
    public nint Unit { get; }

    /// <summary>The records of a call.</summary>
    /// <exception cref="OverflowException">A unit has more than can be counted.</exception>
    public static ColumnRecords Of(in PoolingGeometry geometry)
    {
        bool isPlane = geometry.Layout == TensorLayout.ChannelsFirst;
        nint channels = isPlane ? 1 : geometry.Channels;
        nint row = checked(geometry.Width.InputExtent * channels), windows = checked(geometry.Height.OutputExtent * row + (isPlane ? OverhangLength : 0));
        return new(row, windows, checked(windows + geometry.OutputPlane * channels), isPlane);
    }

    /// <summary>Clears what lies between the records of rows and those of windows: whoever looks for several winners goes through all of a unit's records.</summary>
    /// <param name="unit">The first record of the unit.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ClearOverhang<TRecord>(ref TRecord unit)
        where TRecord : unmanaged
    {
        if (_hasOverhang)
            Unsafe.InitBlockUnaligned(ref Unsafe.As<TRecord, byte>(ref Unsafe.Add(ref unit, Windows - OverhangLength)), 0, (uint)(OverhangLength * Unsafe.SizeOf<TRecord>()));
    }
}
