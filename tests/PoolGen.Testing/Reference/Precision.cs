using System.Numerics;

namespace PoolGen.Testing;

/// <summary>What an element type loses: the oracle computes in double and says how far a kernel may stray before it rounds to the type once.</summary>
/// <param name="UnitRoundoff">The largest relative error of one operation, in the type that sums are accumulated in.</param>
/// <param name="Largest">The largest finite number of that type.</param>
/// <param name="Smallest">Its smallest normal number: below it, relative errors grow.</param>
public readonly record struct Precision(double UnitRoundoff, double Largest, double Smallest)
{
    /// <summary>Nothing is lost.</summary>
    public static Precision Exact { get; } = new(0, double.MaxValue, 0);

    /// <summary>Integers: the least and the greatest, between which results are saturated; else null.</summary>
    public (double Least, double Greatest)? Integers { get; private init; }

    public static Precision Of<T>()
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        if (Elements<T>.IsInteger)
            return Exact with { Integers = (double.CreateChecked(T.MinValue), double.CreateChecked(T.MaxValue)) };
        return typeof(T) == typeof(double)
            ? new(double.BitIncrement(1) / 2 - 0.5, double.MaxValue, 2.2250738585072014e-308)
            : new(float.BitIncrement(1) / 2d - 0.5, float.MaxValue, 1.17549435e-38);
    }

    /// <summary>The nearest number that the type has, of integers.</summary>
    public double Saturated(double value) => Integers is { } range ? Math.Clamp(value, range.Least, range.Greatest) : value;

    /// <summary>The integer that a result is rounded to: half to even, saturated.</summary>
    public double RoundedToInteger(double value) => Saturated(Math.Round(value, MidpointRounding.ToEven));

    /// <summary>How far an integer may stray that is rounded from a sum of fractions: by one where the sum is about a half; not at all elsewhere.</summary>
    public static double RoundingTolerance(double value) => Math.Abs(Math.Abs(value - Math.Truncate(value)) - 0.5) < 1e-6 ? 1 : -1;

    /// <summary>Whether the sum of finite numbers of this magnitude may leave the type's range on the way.</summary>
    public bool Overflows(double magnitude) => double.IsFinite(magnitude) && magnitude > Largest;
}
