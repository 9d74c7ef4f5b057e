using System.ComponentModel;

namespace PoolGen.Runtime;

/// <summary>A number of lanes, as a type: the JIT folds it like a constant.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ILaneCount
{
    /// <summary>The number.</summary>
    static abstract int Value { get; }
}

/// <summary>Two lanes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Two : ILaneCount
{
    /// <inheritdoc/>
    public static int Value => 2;
}

/// <summary>Three lanes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Three : ILaneCount
{
    /// <inheritdoc/>
    public static int Value => 3;
}

/// <summary>Four lanes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Four : ILaneCount
{
    /// <inheritdoc/>
    public static int Value => 4;
}

/// <summary>Eight lanes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Eight : ILaneCount
{
    /// <inheritdoc/>
    public static int Value => 8;
}
