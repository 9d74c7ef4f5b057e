using System.ComponentModel;
using System.Numerics;

namespace PoolGen.Runtime;

/// <summary>Averages of integers: the kernel of a sum, whose results are exact, and one division and one rounding for each window.</summary>
/// <typeparam name="TSum">The forward pass of the sum in the computed type.</typeparam>
/// <typeparam name="TDivisor">What divides a window's sum.</typeparam>
/// <typeparam name="TConversion">The conversion there and back.</typeparam>
/// <typeparam name="TComputed">The computed type.</typeparam>
/// <typeparam name="T">The element type of the tensors.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ConvertedAverage<TSum, TDivisor, TConversion, TComputed, T> : IPoolingKernel<T>
    where TSum : IPoolingKernel<TComputed>
    where TDivisor : IWindowDivisor
    where TConversion : IQuotientConversion<T, TComputed>
    where TComputed : unmanaged, INumber<TComputed>
    where T : unmanaged
{
    /// <inheritdoc/>
    public static int Units(in PoolingGeometry geometry) => geometry.Blocks;

    /// <inheritdoc/>
    public static int VectorExtent(in PoolingGeometry geometry) =>
        ForwardConversion<TSum, NoRecords, TConversion, WindowQuotients<TDivisor, TConversion, TComputed, T>, TComputed, T>.VectorExtent(geometry);

    /// <inheritdoc/>
    public static int ScratchLength(in PoolingGeometry geometry) =>
        ForwardConversion<TSum, NoRecords, TConversion, WindowQuotients<TDivisor, TConversion, TComputed, T>, TComputed, T>.ScratchLength(geometry);

    /// <inheritdoc/>
    public static void Run<TLanes, TVector>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct =>
        ForwardConversion<TSum, NoRecords, TConversion, WindowQuotients<TDivisor, TConversion, TComputed, T>, TComputed, T>.Run<TVector>(operands, geometry, begin, end);
}
