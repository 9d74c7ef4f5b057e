using PoolGen.Generator.Model;

namespace PoolGen.Generator.Parsing;

/// <summary>What holds a name that the generated part needs.</summary>
/// <param name="Name">The name.</param>
/// <param name="Holder">What holds it, as a message says it: <c>member</c>, <c>type parameter</c> or <c>type</c>.</param>
internal sealed record TakenName(string Name, string Holder);

/// <summary>What the rules need to know of an annotated type, and how to declare it again.</summary>
/// <param name="Annotation">Its attribute.</param>
/// <param name="Type">The type, as generated code declares it.</param>
/// <param name="Name">The type, as messages name it.</param>
/// <param name="NotPartial">The types that lack <c>partial</c>, innermost first: the type itself and those around it.</param>
/// <param name="FileLocal">The type that is local to its file, itself or one around it; or null.</param>
/// <param name="IsRefStruct">Whether it is a ref struct.</param>
/// <param name="IsRecordClass">Whether it is a record class.</param>
/// <param name="LanguageVersion">The C# version of its file: <c>12.0</c>.</param>
/// <param name="HasStaticAbstracts">Whether that version has static abstract interface members, C# 11.</param>
/// <param name="Taken">Generated names that the user's part holds already.</param>
internal sealed record TargetFacts(
    Annotation Annotation,
    TargetType Type,
    string Name,
    EquatableArray<string> NotPartial,
    string? FileLocal,
    bool IsRefStruct,
    bool IsRecordClass,
    string LanguageVersion,
    bool HasStaticAbstracts,
    EquatableArray<TakenName> Taken)
{
    /// <summary>Whether it has more than one of the attributes that parts are generated for.</summary>
    public bool HasSeveralAnnotations { get; init; }
}
