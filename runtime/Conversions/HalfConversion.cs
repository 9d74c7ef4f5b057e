using System.ComponentModel;
using System.Numerics.Tensors;

namespace PoolGen.Runtime;

/// <summary>Half, computed in float: exact on the way in, rounded to the nearest on the way out.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct HalfConversion : IElementConversion<Half, float>
{
    /// <inheritdoc/>
    public static void Widen(ReadOnlySpan<Half> elements, Span<float> computed) => TensorPrimitives.ConvertToSingle(elements, computed);

    /// <inheritdoc/>
    public static void Narrow(ReadOnlySpan<float> computed, Span<Half> elements) => TensorPrimitives.ConvertToHalf(computed, elements);
}
