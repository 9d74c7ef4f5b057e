using System.ComponentModel;

namespace PoolGen.Runtime;

/// <summary>The taps of a window on one axis that lie inside the input.</summary>
/// <param name="First">The first of them.</param>
/// <param name="End">Behind the last of them; at least <paramref name="First"/>.</param>
/// <param name="PaddedCount">The taps inside the input or its declared padding: an overhang of ceil mode does not count.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct TapRange(int First, int End, int PaddedCount)
{
    /// <summary>The taps inside the input.</summary>
    public int Count => End - First;

    /// <summary>Of the taps inside the input, of which there are some, the nearest to a tap.</summary>
    public int Nearest(int tap) => Math.Max(First, Math.Min(tap, End - 1));

    /// <summary>Whether a tap is one of them.</summary>
    public bool Contains(int tap) => tap >= First && tap < End;
}
