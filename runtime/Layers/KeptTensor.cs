using System.Numerics.Tensors;

namespace PoolGen.Runtime;

/// <summary>What a layer keeps of a tensor for the backward pass: the caller's tensor itself or, of a span, a copy in a buffer that is used again.</summary>
/// <typeparam name="T">The element type.</typeparam>
internal struct KeptTensor<T>()
    where T : unmanaged
{
    private Tensor<T>? _tensor;
    private T[] _copy = [];

    /// <summary>Keeps the tensor that the elements are of, or a copy of them where there is none.</summary>
    public void Keep(ReadOnlySpan<T> elements, Tensor<T>? tensor)
    {
        _tensor = tensor;
        if (tensor is null)
        {
            LayerBuffers.Grow(ref _copy, elements.Length);
            elements.CopyTo(_copy);
        }
    }

    /// <summary>Lets go of the caller's tensor.</summary>
    public void Release() => _tensor = null;

    /// <summary>What was kept, of the shape that it had.</summary>
    public readonly ReadOnlySpan<T> Elements(PoolingShape shape) =>
        _tensor is null ? _copy.AsSpan(0, checked((int)shape.ElementCount)) : TensorShapes.Elements<T>(_tensor.AsReadOnlyTensorSpan());
}
