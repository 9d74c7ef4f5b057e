using PoolGen.Generator.Tests.Support;

namespace PoolGen.Generator.Tests.Rules;

/// <summary>One way to break a rule, and the nearest way to keep it.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Bad">A source that breaks it, without usings.</param>
/// <param name="Span">The text that is marked.</param>
/// <param name="Message">Fragments of the message: the argument, its value, the limit, the cure.</param>
/// <param name="Good">A source that keeps it.</param>
internal sealed record RuleCase(string Id, string Bad, string Span, string[] Message, string Good)
{
    /// <summary>A case on the attribute's arguments.</summary>
    public static RuleCase Of(string id, string bad, string span, string[] message, string good) =>
        new(id, Annotate(bad), span, message, Annotate(good));

    /// <summary>A case on the arguments of an unpooling.</summary>
    public static RuleCase OfUnpooling(string id, string bad, string span, string[] message, string good) =>
        new(id, Annotate(bad, "Unpooling"), span, message, Annotate(good, "Unpooling"));

    public string BadSource => TestCompilation.Usings + Bad;

    public string GoodSource => TestCompilation.Usings + Good;

    private static string Annotate(string arguments, string attribute = "Pooling") => $"[{attribute}({arguments})]\npublic partial class Pool;";
}
