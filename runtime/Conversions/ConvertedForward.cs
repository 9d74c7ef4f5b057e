using System.ComponentModel;
using System.Numerics;

namespace PoolGen.Runtime;

/// <summary>
/// A forward pass of tensors whose elements are too narrow to compute with: blocks of them, converted into scratch memory that stays in the
/// cache, and the kernel of a wider type over it. Every algorithm of that type serves them.
/// </summary>
/// <typeparam name="TKernel">The pass in the computed type.</typeparam>
/// <typeparam name="TRecords">The records of winners that it leaves.</typeparam>
/// <typeparam name="TConversion">The conversion there and back.</typeparam>
/// <typeparam name="TComputed">The computed type.</typeparam>
/// <typeparam name="T">The element type of the tensors.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ConvertedForward<TKernel, TRecords, TConversion, TComputed, T> : IPoolingKernel<T>
    where TKernel : IPoolingKernel<TComputed>
    where TRecords : IRecordLength
    where TConversion : IElementConversion<T, TComputed>
    where TComputed : unmanaged, INumber<TComputed>
    where T : unmanaged
{
    /// <inheritdoc/>
    public static int Units(in PoolingGeometry geometry) => geometry.Blocks;

    /// <inheritdoc/>
    public static int VectorExtent(in PoolingGeometry geometry) =>
        ForwardConversion<TKernel, TRecords, TConversion, Elements, TComputed, T>.VectorExtent(geometry);

    /// <inheritdoc/>
    public static int ScratchLength(in PoolingGeometry geometry) =>
        ForwardConversion<TKernel, TRecords, TConversion, Elements, TComputed, T>.ScratchLength(geometry);

    /// <inheritdoc/>
    public static void Run<TLanes, TVector>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct =>
        ForwardConversion<TKernel, TRecords, TConversion, Elements, TComputed, T>.Run<TVector>(operands, geometry, begin, end);

    private readonly unsafe struct Elements : IResultConversion<Elements, T, TComputed>
    {
        public static int ScratchLength(in RowBand band) => 0;

        public static Elements Of(in RowBand band, byte* scratch) => default;

        public void Narrow(in RowBand band, ReadOnlySpan<TComputed> computed, Span<T> elements) => TConversion.Narrow(computed, elements);
    }
}
