namespace PoolGen;

/// <summary>Padding derived from the input's extent (ONNX <c>auto_pad</c>, Keras <c>padding</c>).</summary>
public enum AutoPadding
{
    /// <summary>Padding as written in <see cref="PoolingAttribute.Padding"/>, <see cref="PoolingAttribute.PaddingBegin"/> and <see cref="PoolingAttribute.PaddingEnd"/>.</summary>
    None = 0,

    /// <summary>No padding: only windows that lie wholly inside the input.</summary>
    Valid = 1,

    /// <summary>The output extent is ⌈input / stride⌉; an odd element of padding goes to the end.</summary>
    SameUpper = 2,

    /// <summary>The output extent is ⌈input / stride⌉; an odd element of padding goes to the beginning.</summary>
    SameLower = 3,
}
