using PoolGen.Benchmarks.Cases;

namespace PoolGen.Benchmarks.Measuring;

/// <summary>Between the plain layouts.</summary>
internal static class LayoutConversion
{
    // Two squares of this side stay in the first-level cache.
    private const int Block = 32;

    public static void ToNhwc(ReadOnlySpan<float> nchw, Span<float> nhwc, Case problem) =>
        Transpose(nchw, nhwc, problem.Batch, problem.Channels);

    public static void ToNchw(ReadOnlySpan<float> nhwc, Span<float> nchw, Case problem) =>
        Transpose(nhwc, nchw, problem.Batch, nhwc.Length / (problem.Batch * problem.Channels));

    /// <summary>Transposes each of <paramref name="count"/> matrices.</summary>
    private static void Transpose(ReadOnlySpan<float> source, Span<float> target, int count, int rows)
    {
        int size = source.Length / count, columns = size / rows;
        for (int start = 0; start < source.Length; start += size)
        {
            ReadOnlySpan<float> from = source.Slice(start, size);
            Span<float> to = target.Slice(start, size);
            for (int top = 0; top < rows; top += Block)
            {
                for (int left = 0; left < columns; left += Block)
                    TransposeBlock(from, to, rows, columns, top, left);
            }
        }
    }

    private static void TransposeBlock(ReadOnlySpan<float> from, Span<float> to, int rows, int columns, int top, int left)
    {
        for (int row = top; row < Math.Min(top + Block, rows); row++)
        {
            for (int column = left; column < Math.Min(left + Block, columns); column++)
                to[column * rows + row] = from[row * columns + column];
        }
    }
}
