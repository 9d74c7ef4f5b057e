using System.Numerics;

namespace PoolGen.Testing;

/// <summary>What an element type loses: the oracle computes in double and says how far a kernel may stray.</summary>
/// <param name="UnitRoundoff">The largest relative error of one operation.</param>
/// <param name="Largest">The largest finite number.</param>
/// <param name="Smallest">The smallest normal number: below it, relative errors grow.</param>
public readonly record struct Precision(double UnitRoundoff, double Largest, double Smallest)
{
    /// <summary>Nothing is lost.</summary>
    public static Precision Exact { get; } = new(0, double.MaxValue, 0);

    public static Precision Of<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new(double.CreateChecked(T.BitIncrement(T.One) - T.One) / 2, double.CreateChecked(T.BitDecrement(T.PositiveInfinity)), double.CreateChecked(T.Epsilon) / double.CreateChecked(T.BitIncrement(T.One) - T.One));

    /// <summary>Whether the sum of finite numbers of this magnitude may leave the type's range on the way.</summary>
    public bool Overflows(double magnitude) => double.IsFinite(magnitude) && magnitude > Largest;
}
