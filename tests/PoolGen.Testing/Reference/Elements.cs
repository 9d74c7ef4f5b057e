using System.Numerics;

namespace PoolGen.Testing;

/// <summary>What tests must know of an element type: floating-point types have what integers lack.</summary>
/// <typeparam name="T">float, double, Half or an integer type.</typeparam>
public static class Elements<T>
    where T : unmanaged, INumber<T>, IMinMaxValue<T>
{
    /// <summary>Whether it is an integer type.</summary>
    public static bool IsInteger { get; } = T.One / (T.One + T.One) == T.Zero;

    /// <summary>Not a number; of integers, which have none, some number.</summary>
    public static T NaN { get; } = IsInteger ? T.CreateSaturating(77) : T.CreateSaturating(double.NaN);

    /// <summary>Negative infinity; of integers, the least.</summary>
    public static T Lowest { get; } = T.CreateSaturating(double.NegativeInfinity);

    /// <summary>Positive infinity; of integers, the greatest.</summary>
    public static T Highest { get; } = T.CreateSaturating(double.PositiveInfinity);

    /// <summary>The least number above zero; of integers, 0.</summary>
    public static double Epsilon { get; } =
        typeof(T) == typeof(float) ? float.Epsilon : typeof(T) == typeof(double) ? double.Epsilon : typeof(T) == typeof(Half) ? (double)Half.Epsilon : 0;

    /// <summary>The distance from a number to the next in magnitude; of integers, 0.</summary>
    public static double Ulp(double number)
    {
        double magnitude = Math.Abs(number);
        if (typeof(T) == typeof(float))
            return MathF.BitIncrement((float)magnitude) - (double)(float)magnitude;
        if (typeof(T) == typeof(double))
            return Math.BitIncrement(magnitude) - magnitude;
        return typeof(T) == typeof(Half) ? (double)Half.BitIncrement((Half)magnitude) - (double)(Half)magnitude : 0;
    }
}
