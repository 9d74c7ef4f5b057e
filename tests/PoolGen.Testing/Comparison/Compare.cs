using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PoolGen.Testing;

/// <summary>Comparisons of kernels' tensors; failures tell the position and both values.</summary>
public static class Compare
{
    /// <summary>
    /// Every element is the expected one, rounded to <typeparamref name="T"/>: equal where the result is exact, within its tolerance
    /// and 1 ulp elsewhere. A Half is rounded once from a result that is exact. NaN equals NaN and +0 equals -0.
    /// </summary>
    public static void Values<T>(ReadOnlySpan<T> actual, ReferenceResult expected, PoolingShape shape, TensorLayout layout, string context)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        for (int i = 0; i < actual.Length; i++)
        {
            double tolerance = expected.Tolerances?[i] ?? -1;
            if (!Accepts(actual[i], expected.Values[i], tolerance))
            {
                string bound = tolerance < 0 ? "" : Invariant($", tolerance {tolerance:R} and 1 ulp");
                throw Difference(context + bound, i, shape, layout, expected.Values[i], actual[i]);
            }
        }
    }

    /// <summary>Every index is the expected one.</summary>
    public static void Indices(ReadOnlySpan<int> actual, ReadOnlySpan<int> expected, PoolingShape shape, TensorLayout layout, string context)
    {
        int i = actual.CommonPrefixLength(expected);
        if (i < expected.Length)
            throw Difference(context, i, shape, layout, expected[i], actual[i]);
    }

    /// <summary>Every bit is the same.</summary>
    public static void Bits<T>(ReadOnlySpan<T> actual, ReadOnlySpan<T> expected, PoolingShape shape, TensorLayout layout, string context)
        where T : unmanaged
    {
        int bytes = MemoryMarshal.AsBytes(actual).CommonPrefixLength(MemoryMarshal.AsBytes(expected));
        int i = bytes / Unsafe.SizeOf<T>();
        if (i < expected.Length)
            throw Difference(context + " (bit for bit)", i, shape, layout, expected[i], actual[i]);
    }

    /// <summary>Where element <paramref name="index"/> of a tensor stands, as <c>[n, c, h, w]</c>.</summary>
    public static string Position(int index, PoolingShape shape, TensorLayout layout)
    {
        bool channelsLast = layout == TensorLayout.ChannelsLast;
        int channel = 0;
        if (channelsLast)
            (index, channel) = Math.DivRem(index, shape.Channels);
        (index, int width) = Math.DivRem(index, shape.Width);
        (index, int height) = Math.DivRem(index, shape.Height);
        (index, int depth) = Math.DivRem(index, shape.Depth);
        if (!channelsLast)
            (index, channel) = Math.DivRem(index, shape.Channels);
        return shape.Rank switch
        {
            1 => Invariant($"[n {index}, c {channel}, w {width}]"),
            2 => Invariant($"[n {index}, c {channel}, h {height}, w {width}]"),
            _ => Invariant($"[n {index}, c {channel}, d {depth}, h {height}, w {width}]"),
        };
    }

    private static bool Accepts<T>(T actual, double expected, double tolerance)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        double value = double.CreateChecked(actual);
        T rounded = T.CreateSaturating(expected);
        if (value == expected || (double.IsNaN(value) && double.IsNaN(expected)) || (typeof(T) == typeof(Half) && actual == rounded))
            return true;
        if (double.IsPositiveInfinity(tolerance))
            return true;
        if (tolerance < 0 || !double.IsFinite(value) || !double.IsFinite(expected))
            return false;
        return Math.Abs(value - expected) <= tolerance + Elements<T>.Ulp(double.CreateChecked(rounded));
    }

    private static ComparisonException Difference<TValue, TActual>(
        string context, int index, PoolingShape shape, TensorLayout layout, TValue expected, TActual actual) =>
        new(Invariant($"{context} at {Position(index, shape, layout)}: expected {expected}, was {actual}."));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
