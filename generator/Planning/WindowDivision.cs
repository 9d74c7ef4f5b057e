using PoolGen.Generator.Model;

namespace PoolGen.Generator.Planning;

/// <summary>
/// How an average's divisor is made of what a window has on each axis. A reciprocal for each axis costs least, but reciprocals and their products are
/// rounded one by one. Where the divisor counts the taps inside the input, the bound of an average grows with it and leaves room for that; where
/// it counts padding too, a window may hold one tap and be divided by many, and nothing but one quotient by the exact product of counts is
/// certain to keep within the bound. That of a gradient always has room.
/// </summary>
internal enum WindowDivision
{
    /// <summary>All windows have one divisor, or none is divided.</summary>
    Uniform,

    /// <summary>Divisors differ: the sum is multiplied with the share of each axis.</summary>
    Shares,

    /// <summary>Divisors differ: the sum is divided by the product of the counts of the axes.</summary>
    Counts,
}

/// <summary>Decides how windows are divided.</summary>
internal static class WindowDivisions
{
    /// <summary>How windows over the input are divided.</summary>
    public static WindowDivision OfOutput(PoolingSpec spec, ReductionPlan reduction) => reduction.HasWinners || !spec.DivisorsDiffer ? WindowDivision.Uniform
        : spec.Divisor.Kind == DivisorKind.PaddedTaps ? WindowDivision.Counts : WindowDivision.Shares;

    /// <summary>How windows over the gradient of an average are.</summary>
    public static WindowDivision OfGradient(PoolingSpec spec, ReductionPlan reduction) =>
        reduction.HasWinners || !spec.DivisorsDiffer ? WindowDivision.Uniform : WindowDivision.Shares;
}
