using System.ComponentModel;
using System.Numerics;

namespace PoolGen.Runtime;

/// <summary>
/// A forward pass of a narrow element type. Rows of some planes fill no vector of it, and one element at a time costs more than converting them to a wider type,
/// of which more rows fill a vector, and back: these planes are computed in that.
/// </summary>
/// <typeparam name="TKernel">The pass in the element type.</typeparam>
/// <typeparam name="TWidened">The same pass in the wider type, with its conversions.</typeparam>
/// <typeparam name="T">The element type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct WidenedForward<TKernel, TWidened, T> : IPoolingKernel<T>
    where TKernel : IPoolingKernel<T>
    where TWidened : IPoolingKernel<T>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static int Units(in PoolingGeometry geometry) => Widens(geometry) ? TWidened.Units(geometry) : TKernel.Units(geometry);

    /// <inheritdoc/>
    public static int VectorExtent(in PoolingGeometry geometry) => Widens(geometry) ? TWidened.VectorExtent(geometry) : TKernel.VectorExtent(geometry);

    /// <inheritdoc/>
    public static int ScratchLength(in PoolingGeometry geometry) => Widens(geometry) ? TWidened.ScratchLength(geometry) : TKernel.ScratchLength(geometry);

    /// <inheritdoc/>
    public static void Run<TLanes, TVector>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
    {
        if (Widens(geometry))
            TWidened.Run<TLanes, TVector>(operands, geometry, begin, end);
        else
            TKernel.Run<TLanes, TVector>(operands, geometry, begin, end);
    }

    // Asked of the geometry alone, so that all threads of a call give the same answer.
    private static bool Widens(in PoolingGeometry geometry) => !LaneSelection.FillsVector<T>(TKernel.VectorExtent(geometry));
}
