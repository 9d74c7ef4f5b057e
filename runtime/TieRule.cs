namespace PoolGen;

/// <summary>
/// What the winners of a window receive in the backward pass of <see cref="PoolingKind.Max"/> and <see cref="PoolingKind.Min"/>.
/// The winners are the taps equal to the result, or all NaN taps where the result is NaN.
/// </summary>
public enum TieRule
{
    /// <summary>
    /// Every winner receives the whole gradient: "if there is more than one maximum, every one of them receives the value".
    /// With ties the sum over the window exceeds the upstream gradient, so this is not a subgradient; <see cref="First"/> and <see cref="Split"/> are.
    /// </summary>
    All = 0,

    /// <summary>The first winner in row-major window order receives the gradient, as in PyTorch, TensorFlow, oneDNN and ONNX Runtime.</summary>
    First = 1,

    /// <summary>The last winner in row-major window order receives the gradient.</summary>
    Last = 2,

    /// <summary>Each of m winners receives the gradient divided by m: a subgradient that treats ties alike.</summary>
    Split = 3,
}
