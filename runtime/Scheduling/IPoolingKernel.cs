using System.ComponentModel;

namespace PoolGen.Runtime;

/// <summary>One pass of a generated pooling, written once for every vector width.</summary>
/// <typeparam name="T">The element type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IPoolingKernel<T>
    where T : unmanaged
{
    /// <summary>The number of independent units of work in a call; threads divide them, and no result depends on the division.</summary>
    static abstract int Units(in PoolingGeometry geometry);

    /// <summary>The number of neighbouring results that vectors run along; no wider vector than this is used.</summary>
    static abstract int VectorExtent(in PoolingGeometry geometry);

    /// <summary>
    /// The bytes of <see cref="PoolingOperands{T}.Scratch"/> that <see cref="Run"/> needs, whatever its units; none by default. Each thread has its own.
    /// </summary>
    static virtual int ScratchLength(in PoolingGeometry geometry) => 0;

    /// <summary>How the kernel serves planes that are narrower than a vector, side by side; by default it does not.</summary>
    static virtual PlanePacking Packing => default;

    /// <summary>Which planes the kernel leaves to one that looks winners up; by default none.</summary>
    static virtual PlaneScattering Scattering => default;

    /// <summary>Computes the units from <paramref name="begin"/> to before <paramref name="end"/>.</summary>
    static abstract void Run<TLanes, TVector>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct;
}
