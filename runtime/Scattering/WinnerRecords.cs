using System.ComponentModel;

namespace PoolGen.Runtime;

/// <summary>What records of winners are.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum WinnerRecords
{
    /// <summary>For each window, the number of the one tap that wins.</summary>
    Taps,

    /// <summary>For each window, a bit for each tap that wins.</summary>
    Bits,

    /// <summary>For each window, a bit for each column that wins, and for each of these a bit for each row (<see cref="ColumnRecords"/>).</summary>
    Columns,
}
