namespace PoolGen.Conformance.Tests;

/// <summary>How a library deviates.</summary>
internal enum DeviationKind
{
    /// <summary>It computes something else.</summary>
    Differs,

    /// <summary>It refuses what PoolGen computes.</summary>
    Refuses,
}

/// <summary>Where a library is known to deviate from what PoolGen computes.</summary>
/// <param name="Name">A few words.</param>
/// <param name="Kind">How.</param>
/// <param name="Reason">What the library does, and why PoolGen does not.</param>
/// <param name="Applies">The cases that are not compared.</param>
/// <param name="Witness">A case that shows it: the day it no longer does, the entry goes.</param>
internal sealed record Deviation<TCase>(string Name, DeviationKind Kind, string Reason, Func<TCase, bool> Applies, TCase Witness)
    where TCase : LiveCase;
