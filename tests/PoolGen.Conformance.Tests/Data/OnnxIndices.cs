namespace PoolGen.Conformance.Tests;

/// <summary>The numbers of elements that ONNX's <c>MaxPool</c> gives.</summary>
internal static class OnnxIndices
{
    /// <summary>
    /// ONNX numbers the whole tensor; within a plane in row-major order or, with <c>storage_order</c> 1, in column-major order: the
    /// outermost of its axes varies fastest.
    /// </summary>
    /// <param name="index">ONNX's number of an element.</param>
    /// <param name="shape">The input's shape.</param>
    /// <param name="columnMajor">Whether <c>storage_order</c> is 1.</param>
    /// <returns>The element's row-major number in its plane.</returns>
    public static int InPlane(long index, PoolingShape shape, bool columnMajor)
    {
        int inPlane = (int)(index % (shape.Depth * shape.Height * shape.Width));
        if (!columnMajor)
            return inPlane;
        (int columns, int depth) = Math.DivRem(inPlane, shape.Depth);
        (int width, int height) = Math.DivRem(columns, shape.Height);
        return (depth * shape.Height + height) * shape.Width + width;
    }
}
