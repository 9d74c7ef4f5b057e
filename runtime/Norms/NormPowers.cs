using System.Numerics;
using System.Numerics.Tensors;

namespace PoolGen.Runtime;

/// <summary>What a p-norm does to single elements; what windows do is a sum's.</summary>
internal static class NormPowers<TNorm, T>
    where TNorm : INorm
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>|x|^p.</summary>
    public static void Raise(ReadOnlySpan<T> x, Span<T> powers)
    {
        if (TNorm.Order == 2)
        {
            TensorPrimitives.Multiply(x, x, powers);
            return;
        }
        TensorPrimitives.Abs(x, powers);
        Power(powers, TNorm.Order);
    }

    /// <summary>The p-th root.</summary>
    public static void Root(Span<T> sums)
    {
        if (TNorm.Order == 2)
            TensorPrimitives.Sqrt<T>(sums, sums);
        else if (TNorm.Order == 3)
            TensorPrimitives.Cbrt<T>(sums, sums);
        else
            Power(sums, 1 / TNorm.Order);
    }

    /// <summary>dz / y^(p - 1), in the place of y: what a window gives to each of its taps, but for the tap's own factor.</summary>
    public static void Share(ReadOnlySpan<T> outputGradient, Span<T> output)
    {
        Power(output, TNorm.Order - 1);
        TensorPrimitives.Divide(outputGradient, output, output);
    }

    /// <summary>sign(x) |x|^(p - 1): a tap's own factor.</summary>
    public static void Slope(ReadOnlySpan<T> x, Span<T> slopes)
    {
        if (TNorm.Order == 2)
        {
            x.CopyTo(slopes);
            return;
        }
        TensorPrimitives.Abs(x, slopes);
        Power(slopes, TNorm.Order - 1);
        TensorPrimitives.CopySign(slopes, x, slopes);
    }

    private static void Power(Span<T> values, double exponent)
    {
        if (exponent == 0)
            values.Fill(T.One);
        else if (exponent == 2)
            TensorPrimitives.Multiply<T>(values, values, values);
        else if (exponent != 1)
            TensorPrimitives.Pow(values, T.CreateChecked(exponent), values);
    }
}
