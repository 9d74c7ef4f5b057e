using PoolGen.Generator.Model;

namespace PoolGen.Generator.Parsing.Rules;

/// <summary>What a violation points at.</summary>
internal enum SubjectKind
{
    /// <summary>The annotated type's identifier.</summary>
    Type,

    /// <summary>The attribute, where it is an argument's absence that is wrong.</summary>
    Attribute,

    /// <summary>The value of an argument, or one element of it.</summary>
    Argument,
}

/// <summary>Where the cause of a violation stands, without Roslyn's locations.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Argument">The argument's name, or empty.</param>
/// <param name="Element">The element of the argument's array, or null for the whole value.</param>
internal readonly record struct Subject(SubjectKind Kind, string Argument = "", int? Element = null)
{
    public static Subject Type { get; } = new(SubjectKind.Type);

    public static Subject Attribute { get; } = new(SubjectKind.Attribute);

    public static Subject Value(string argument) => new(SubjectKind.Argument, argument);

    public static Subject Of(AxisValues values, int axis) => new(SubjectKind.Argument, values.Argument, values.IsPerAxis ? axis : null);
}

/// <summary>A rule that is broken.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Subject">What is guilty.</param>
/// <param name="MessageArguments">What fills the places of the rule's message.</param>
internal sealed record Violation(string Id, Subject Subject, EquatableArray<string> MessageArguments)
{
    public Violation(string id, Subject subject, params string[] messageArguments)
        : this(id, subject, new EquatableArray<string>(messageArguments))
    {
    }

    /// <summary>The valid value nearest to the guilty one, where there is one: a code fix offers it.</summary>
    public int? NearestValue { get; init; }
}
