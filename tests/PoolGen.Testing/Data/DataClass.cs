namespace PoolGen.Testing;

/// <summary>The character of a tensor's elements. Integers take the nearest that they have: the utmost integers for infinities.</summary>
public enum DataClass
{
    /// <summary>Uniform in [-1, 1), of integers over all of them: hardly any ties.</summary>
    Uniform,

    /// <summary>Integers from -3 to 3: many ties.</summary>
    SmallIntegers,

    /// <summary>Behind a ReLU: about half of the elements are zero.</summary>
    Relu,

    /// <summary>NaN here and there, or nearly everywhere, among small integers.</summary>
    SprinkledNaN,

    /// <summary>Infinities of both signs among numbers.</summary>
    Infinities,

    /// <summary>Negative infinity everywhere.</summary>
    AllNegativeInfinity,

    /// <summary>Positive infinity everywhere.</summary>
    AllPositiveInfinity,

    /// <summary>One value everywhere.</summary>
    AllEqual,

    /// <summary>+0 and -0 in turn, with a few numbers below.</summary>
    SignedZeros,

    /// <summary>Numbers below the smallest normal one.</summary>
    Subnormals,
}
