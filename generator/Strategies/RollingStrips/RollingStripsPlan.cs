using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.RollingStrips;

/// <summary>What a window's combined value is multiplied with.</summary>
internal enum StripScale
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The reciprocal of one divisor for all windows.</summary>
    Constant,

    /// <summary>The reciprocals of the taps inside the input, per column times per row.</summary>
    TapCount,
}

/// <summary>How a strip lies in its row.</summary>
internal enum StripKind
{
    /// <summary>Away from the row's ends, or at an end that windows do not reach over: plain loads.</summary>
    Inner,

    /// <summary>At the row's beginning: columns before it are shifted in.</summary>
    Left,

    /// <summary>At the row's end: columns behind it are shifted in.</summary>
    Right,

    /// <summary>As wide as the row or wider: every load and store is clipped.</summary>
    Narrow,
}

/// <summary>Strips that one method computes together.</summary>
/// <param name="Name">The method's name.</param>
/// <param name="Kind">How the strips lie, or the first of them.</param>
/// <param name="Strips">How many they are.</param>
internal sealed record StripGroup(string Name, StripKind Kind, int Strips);

/// <summary>One axis of a sweep over windows of neighbouring source elements.</summary>
/// <param name="Kernel">The source elements of a window.</param>
/// <param name="Lead">How far the first window reaches before the source.</param>
/// <param name="Trail">How far the last window reaches behind the source.</param>
internal sealed record SweepAxis(int Kernel, int Lead, int Trail)
{
    /// <summary>Whether windows reach over an end of the source.</summary>
    public bool ReachesOver => Lead > 0 || Trail > 0;
}

/// <summary>
/// Windows at distance 1, in strips of columns one vector wide that run down the plane: each source row is combined horizontally once,
/// and the rows that later windows need again stay in registers.
/// </summary>
/// <param name="Pass">What is computed.</param>
/// <param name="LaneCalls">The lane operations of the widest group's method.</param>
/// <param name="Why">Why this strategy serves the pass.</param>
/// <param name="Height">The rows of a window.</param>
/// <param name="Width">The columns of a window.</param>
/// <param name="OverGradient">Whether the sweep runs over the output gradient (Average's backward pass) instead of the input.</param>
/// <param name="Scale">What the combined value is multiplied with.</param>
/// <param name="Divisor">The divisor of <see cref="StripScale.Constant"/>; else 0.</param>
/// <param name="Groups">The groups of strips: those at the row's ends, if windows reach over them; inner ones, largest first; narrow rows.</param>
internal sealed record RollingStripsPlan(
    PoolingPass Pass,
    int LaneCalls,
    string Why,
    SweepAxis Height,
    SweepAxis Width,
    bool OverGradient,
    StripScale Scale,
    int Divisor,
    EquatableArray<StripGroup> Groups)
    : PassPlan(Pass, LaneCalls, Why)
{
    public override string StrategyName => "rolling strips";
}
