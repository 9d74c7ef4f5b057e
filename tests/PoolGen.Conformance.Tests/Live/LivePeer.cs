using System.Numerics;
using PoolGen.Peers;

namespace PoolGen.Conformance.Tests;

/// <summary>A library that computes random configurations beside PoolGen.</summary>
/// <typeparam name="TCase">What the library is asked.</typeparam>
internal abstract class LivePeer<TCase>
    where TCase : LiveCase
{
    public abstract string Name { get; }

    /// <summary>Whether it is on this machine.</summary>
    public abstract PeerStatus Status { get; }

    /// <summary>Where it computes something else than PoolGen, or nothing.</summary>
    public abstract IReadOnlyList<Deviation<TCase>> Deviations { get; }

    /// <summary>What each run has to compare.</summary>
    public abstract IReadOnlyList<LiveFeature<TCase>> Features { get; }

    /// <summary>A random case within what the library offers.</summary>
    public abstract TCase Draw(Random random);

    /// <summary>Asks the library.</summary>
    /// <param name="test">The configuration.</param>
    /// <param name="input">x, channels first.</param>
    /// <param name="outputGradient">∂L/∂z, channels first.</param>
    public abstract PeerResult<T> Run<T>(TCase test, T[] input, T[] outputGradient)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>;

    /// <summary>Whether an exception is the library's way to refuse a case.</summary>
    public abstract bool IsRefusal(Exception error);
}

/// <summary>What a library computed, channels first.</summary>
/// <param name="OutputExtents">The output's extents: batch, channels, then the spatial ones.</param>
/// <param name="Output">z.</param>
/// <param name="Indices">The winners' row-major numbers in their planes; null where there are none.</param>
/// <param name="InputGradient">∂L/∂x; null where the library gives no gradient.</param>
internal sealed record PeerResult<T>(long[] OutputExtents, T[] Output, int[]? Indices, T[]? InputGradient = null);

/// <summary>Cases that a run must have some of.</summary>
internal sealed record LiveFeature<TCase>(string Name, Func<TCase, bool> Has)
    where TCase : LiveCase;
