using System.Numerics;

namespace PoolGen.Testing;

/// <summary>Deterministic tensors: the same class, length and seed give the same elements.</summary>
public static class DataMaker
{
    public static IReadOnlyList<DataClass> Classes { get; } = Enum.GetValues<DataClass>();

    /// <summary>Elements for x.</summary>
    public static T[] Input<T>(DataClass data, int length, int seed)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        var random = new Random(seed);
        double nanShare = random.Next(3) switch { 0 => 0.05, 1 => 0.4, _ => 0.95 };
        double constant = random.Next(-4, 5) * 0.75;
        return Fill(length, () => data switch
        {
            DataClass.Uniform => Elements<T>.IsInteger
                ? T.CreateTruncating(random.NextInt64())
                : T.CreateChecked(random.NextSingle() * 2 - 1),
            DataClass.SmallIntegers => T.CreateSaturating(random.Next(-3, 4)),
            DataClass.Relu => T.CreateSaturating(Math.Max(0, random.NextSingle() * 2 - 1) * (Elements<T>.IsInteger ? 100 : 1)),
            DataClass.SprinkledNaN => random.NextDouble() < nanShare ? Elements<T>.NaN : T.CreateSaturating(random.Next(-3, 4)),
            DataClass.Infinities => random.Next(5) switch
            {
                0 => Elements<T>.Highest,
                1 or 2 => Elements<T>.Lowest,
                _ => T.CreateSaturating(random.Next(-3, 4)),
            },
            DataClass.AllNegativeInfinity => Elements<T>.Lowest,
            DataClass.AllPositiveInfinity => Elements<T>.Highest,
            DataClass.AllEqual => T.CreateSaturating(constant),
            DataClass.SignedZeros => random.Next(5) switch { 0 => T.CreateSaturating(-1), 1 or 2 => T.CreateSaturating(-0.0), _ => T.Zero },
            DataClass.Subnormals => T.CreateSaturating(Elements<T>.Epsilon * random.Next(-100, 101)),
            _ => throw new ArgumentOutOfRangeException(nameof(data)),
        });
    }

    /// <summary>
    /// Elements for ∂L/∂z: integers from -8 to 8, whose sums are exact in every order. With <paramref name="specials"/> some are
    /// +infinity: a kernel that multiplies them by a mask's zero makes NaN of elements that no such window feeds.
    /// </summary>
    public static T[] Gradient<T>(int length, int seed, bool specials = false)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        var random = new Random(seed);
        return Fill(length, () => specials && random.Next(7) == 0 ? Elements<T>.Highest : T.CreateSaturating(random.Next(-8, 9)));
    }

    /// <summary>Distinct elements at least 1/64 apart, in random order: no window is near a tie.</summary>
    public static T[] Distinct<T>(int length, int seed)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        int[] order = Enumerable.Range(0, length).ToArray();
        new Random(seed).Shuffle(order);
        return [.. order.Select(rank => T.CreateChecked((rank - length / 2) / 64.0))];
    }

    private static T[] Fill<T>(int length, Func<T> next)
    {
        var elements = new T[length];
        for (int i = 0; i < length; i++)
            elements[i] = next();
        return elements;
    }
}
