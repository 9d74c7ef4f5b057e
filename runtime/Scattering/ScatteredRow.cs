namespace PoolGen.Runtime;

/// <summary>A row of windows of neighbouring planes.</summary>
/// <param name="records">The records of the call.</param>
/// <param name="gradients">∂L/∂z of the row's windows in the first plane.</param>
/// <param name="target">∂L/∂x of the first row of the input that the windows have, in the first plane.</param>
/// <param name="places">Where the taps of a window lie from its first one, by their numbers; null where that is not looked up.</param>
/// <param name="columns">Where the records of columns lie; of no use where places are looked up.</param>
/// <param name="plane">The first plane.</param>
/// <param name="planes">How many.</param>
/// <param name="row">The number of the row.</param>
internal readonly unsafe struct ScatteredRow<T>(byte* records, T* gradients, T* target, int* places, in ColumnRecords columns, int plane, int planes, int row)
    where T : unmanaged
{
    /// <summary>The records of the call.</summary>
    public byte* Records => records;

    /// <summary>∂L/∂z of the row's windows in the first plane.</summary>
    public T* Gradients => gradients;

    /// <summary>∂L/∂x of the first row of the input that the windows have, in the first plane.</summary>
    public T* Target => target;

    /// <summary>Where the taps of a window lie from its first one, by their numbers; null where that is not looked up.</summary>
    public int* Places => places;

    /// <summary>Where the records of columns lie; of no use where places are looked up.</summary>
    public ColumnRecords Columns { get; } = columns;

    /// <summary>The first plane.</summary>
    public int Plane => plane;

    /// <summary>How many planes there are.</summary>
    public int Planes => planes;

    /// <summary>The number of the row.</summary>
    public int Row => row;
}
