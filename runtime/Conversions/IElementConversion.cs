using System.ComponentModel;

namespace PoolGen.Runtime;

/// <summary>Between the elements of tensors and those that kernels compute with.</summary>
/// <typeparam name="T">The tensors' element type.</typeparam>
/// <typeparam name="TComputed">The kernels' element type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IElementConversion<T, TComputed>
    where T : unmanaged
    where TComputed : unmanaged
{
    /// <summary>Elements of tensors as kernels take them: exact, or in the same order.</summary>
    static abstract void Widen(ReadOnlySpan<T> elements, Span<TComputed> computed);

    /// <summary>Results of kernels as tensors hold them, rounded once.</summary>
    static abstract void Narrow(ReadOnlySpan<TComputed> computed, Span<T> elements);
}

/// <summary>A conversion that rounds quotients of what kernels compute.</summary>
/// <inheritdoc cref="IElementConversion{T, TComputed}"/>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IQuotientConversion<T, TComputed> : IElementConversion<T, TComputed>
    where T : unmanaged
    where TComputed : unmanaged
{
    /// <summary>Exact sums, divided and rounded once.</summary>
    static abstract void NarrowQuotients(ReadOnlySpan<TComputed> sums, int divisor, Span<T> elements);

    /// <summary>The same with a divisor for each sum.</summary>
    static abstract void NarrowQuotients(ReadOnlySpan<TComputed> sums, ReadOnlySpan<TComputed> divisors, Span<T> elements);
}
