namespace PoolGen.Generator.Model;

/// <summary>A type of elements that kernels are generated for, and the facts about it that plans follow from. A new one is a line in <see cref="All"/>.</summary>
/// <param name="Name">How users write it: <c>float</c>, <c>Half</c>.</param>
/// <param name="MetadataName">How Roslyn names it: <c>System.Single</c>.</param>
/// <param name="Suffix">The suffix of its literals: <c>f</c>.</param>
internal sealed record ElementType(string Name, string MetadataName, string Suffix = "")
{
    public static ElementType Single { get; } = new("float", "System.Single", "f");

    public static ElementType Double { get; } = new("double", "System.Double", "d") { Bytes = sizeof(double) };

    /// <summary>Half the bits of a float: too few to add up in.</summary>
    public static ElementType Half { get; } = new("Half", "System.Half") { Bytes = sizeof(short), Keyword = "global::System.Half", Accumulates = false };

    /// <summary>What the maximum and the minimum of <see cref="Half"/> are computed in: integers of the same order. It is no type of tensors.</summary>
    public static ElementType HalfKey { get; } =
        new("short", "System.Int16") { Bytes = sizeof(short), Accumulates = false, HasNaN = false, Lowest = "Rt::HalfKeys.NegativeInfinity", Highest = "Rt::HalfKeys.PositiveInfinity" };

    public static IReadOnlyList<ElementType> All { get; } =
    [
        Single, Double, Half,
        Integer("sbyte", "System.SByte", magnitudeBits: 7),
        Integer("byte", "System.Byte", magnitudeBits: 8),
        Integer("short", "System.Int16", magnitudeBits: 15),
        Integer("int", "System.Int32", magnitudeBits: 31),
    ];

    /// <summary>Its size.</summary>
    public int Bytes { get; init; } = sizeof(float);

    /// <summary>How generated code writes it.</summary>
    public string Keyword { get; init; } = Name;

    /// <summary>Whether sums of it are computed in itself; else in a wider type, and converted once at the end.</summary>
    public bool Accumulates { get; init; } = true;

    /// <summary>Whether an element can be no number.</summary>
    public bool HasNaN { get; init; } = true;

    /// <summary>Integers: no element is larger than two to this power; else null.</summary>
    public int? MagnitudeBits { get; init; }

    /// <summary>The value of an empty window's maximum, as generated code writes it.</summary>
    public string Lowest { get; init; } = Name + ".NegativeInfinity";

    /// <summary>The value of an empty window's minimum, as generated code writes it.</summary>
    public string Highest { get; init; } = Name + ".PositiveInfinity";

    /// <summary>Whether it is an integer type.</summary>
    public bool IsInteger => MagnitudeBits is not null;

    /// <summary>One over a count, as a constant in generated code: <c>1f / 9f</c>.</summary>
    public string Reciprocal(int count) => count == 1 ? $"1{Suffix}" : $"1{Suffix} / {count}{Suffix}";

    private static ElementType Integer(string name, string metadataName, int magnitudeBits) => new(name, metadataName)
    {
        Bytes = (magnitudeBits + 7) / 8,
        Accumulates = false,
        HasNaN = false,
        MagnitudeBits = magnitudeBits,
        Lowest = name + ".MinValue",
        Highest = name + ".MaxValue",
    };
}
