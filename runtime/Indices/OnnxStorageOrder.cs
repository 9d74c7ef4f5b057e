namespace PoolGen;

/// <summary>How ONNX numbers the elements of a plane: the attribute <c>storage_order</c> of MaxPool.</summary>
public enum OnnxStorageOrder
{
    /// <summary>The innermost axis counts fastest.</summary>
    RowMajor = 0,

    /// <summary>The outermost spatial axis counts fastest.</summary>
    ColumnMajor = 1,
}
