using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PoolGen.Generator.Parsing.Rules;

namespace PoolGen.Generator.Diagnostics;

/// <summary>
/// What each rule is called and says. A message names the argument, its value, the limit and the cure; <c>docs/rules</c> has a page for
/// each, and <c>AnalyzerReleases.*.md</c> the ledger of when it appeared.
/// </summary>
internal static class Descriptors
{
    private const string Help = "https://github.com/poolgen/poolgen/blob/main/docs/rules/";
    private const string Target = "PoolGen.Target";
    private const string Arguments = "PoolGen.Arguments";
    private const string Advice = "PoolGen.Advice";

    public static readonly DiagnosticDescriptor NotPartial = new(
        RuleIds.NotPartial,
        "The annotated type or one around it is not partial",
        "The generator adds to '{0}' in another file, but {1} not partial. Add the modifier 'partial'.",
        Target,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.NotPartial + ".md");

    public static readonly DiagnosticDescriptor RefStruct = new(
        RuleIds.RefStruct,
        "A ref struct cannot be a pooling or an unpooling",
        "'{0}' is a ref struct, which cannot implement {1}. Make it a struct or a class.",
        Target,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.RefStruct + ".md");

    public static readonly DiagnosticDescriptor RecordClass = new(
        RuleIds.RecordClass,
        "A record class cannot be a pooling or an unpooling",
        "'{0}' is a record class, whose equality would compare the layer's private buffers. Make it a class, a struct or a record struct.",
        Target,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.RecordClass + ".md");

    public static readonly DiagnosticDescriptor FileLocal = new(
        RuleIds.FileLocal,
        "A file-local type cannot be a pooling or an unpooling",
        "The generator adds to '{0}' in another file, but '{1}' is local to its file. Remove the modifier 'file'.",
        Target,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.FileLocal + ".md");

    public static readonly DiagnosticDescriptor LanguageVersion = new(
        RuleIds.LanguageVersion,
        "Generated code needs C# 11",
        "'{0}' is compiled as C# {1}; generated code needs C# 11 or later. Set LangVersion to 11 or later, or leave it to the target framework.",
        Target,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.LanguageVersion + ".md");

    public static readonly DiagnosticDescriptor MemberCollision = new(
        RuleIds.MemberCollision,
        "A name is taken that the generated part declares",
        "'{0}' cannot get the generated member '{1}': a {2} has that name already. Rename the {2}.",
        Target,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.MemberCollision + ".md");

    public static readonly DiagnosticDescriptor SeveralAttributes = new(
        RuleIds.SeveralAttributes,
        "A type is a pooling and an unpooling",
        "'{0}' has both [Pooling] and [Unpooling], and each would declare Forward and Backward. Make it two types, with one of the attributes each.",
        Target,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.SeveralAttributes + ".md");

    public static readonly DiagnosticDescriptor KindMissing = new(
        RuleIds.KindMissing,
        "The kind of pooling is missing",
        "Kind is missing, and no kind is the obvious default. Write Kind = {0}.",
        Arguments,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.KindMissing + ".md");

    public static readonly DiagnosticDescriptor UndefinedValue = new(
        RuleIds.UndefinedValue,
        "An option has a value that its enumeration does not define",
        "{0} = {1} is not a value of {2}. Use {3}.",
        Arguments,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.UndefinedValue + ".md");

    public static readonly DiagnosticDescriptor RankOutOfRange = new(
        RuleIds.RankOutOfRange,
        "A tensor has one to three spatial axes",
        "Rank = {0} is outside 1 to 3, the spatial axes that a tensor can have. Use {1}.",
        Arguments,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.RankOutOfRange + ".md");

    public static readonly DiagnosticDescriptor KernelMissing = new(
        RuleIds.KernelMissing,
        "The window is missing",
        "The window is missing. Write Kernel = 2 or another extent, or KernelShape with one entry per spatial axis.",
        Arguments,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.KernelMissing + ".md");

    public static readonly DiagnosticDescriptor BelowOne = new(
        RuleIds.BelowOne,
        "A kernel, stride, dilation or extent is below 1",
        "{0} = {1} on {2} is below the least value, 1. Use 1 or more.",
        Arguments,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.BelowOne + ".md");

    public static readonly DiagnosticDescriptor WrongLength = new(
        RuleIds.WrongLength,
        "A per-axis array does not have one entry per axis",
        "{0} has {1}; rank {2} takes {2}, one per spatial axis, outermost first. Give {2} entries.",
        Arguments,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.WrongLength + ".md");

    public static readonly DiagnosticDescriptor NullArray = new(
        RuleIds.NullArray,
        "A per-axis array is null",
        "{0} is null; rank {1} takes {1} entries, one per spatial axis. Give {1} entries, or remove the argument.",
        Arguments,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.NullArray + ".md");

    public static readonly DiagnosticDescriptor GivenTwice = new(
        RuleIds.GivenTwice,
        "An option is given for all axes and per axis",
        "{0} says for all axes what {1} says per axis. Remove one of them.",
        Arguments,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.GivenTwice + ".md");

    public static readonly DiagnosticDescriptor PaddingOutOfRange = new(
        RuleIds.PaddingOutOfRange,
        "Padding is negative or reaches the effective kernel",
        "{0} = {1} on {2} is out of range: padding is {3} per side{4}. Use {5}.",
        Arguments,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.PaddingOutOfRange + ".md");

    public static readonly DiagnosticDescriptor AutoPadConflict = new(
        RuleIds.AutoPadConflict,
        "AutoPad excludes explicit padding and CeilMode",
        "{0} {2}, but AutoPad = {1} does that already. Remove {0} or AutoPad.",
        Arguments,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.AutoPadConflict + ".md");

    public static readonly DiagnosticDescriptor WindowTooLarge = new(
        RuleIds.WindowTooLarge,
        "A window, stride or dilation is too large",
        "{0} gives {1}, above the limit of {2}. Use a smaller value.",
        Arguments,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.WindowTooLarge + ".md");

    public static readonly DiagnosticDescriptor OtherKindsOnly = new(
        RuleIds.OtherKindsOnly,
        "An option belongs to other kinds of pooling",
        "{0} means nothing for Kind = {1}: it belongs to {2}. Remove {0}, or change Kind.",
        Arguments,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.OtherKindsOnly + ".md");

    public static readonly DiagnosticDescriptor DivisorBelowOne = new(
        RuleIds.DivisorBelowOne,
        "DivisorOverride is below 1",
        "DivisorOverride = {0} is below the least value, 1. Use 1 or more, or remove it to divide by the number of taps.",
        Arguments,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.DivisorBelowOne + ".md");

    public static readonly DiagnosticDescriptor NormType = new(
        RuleIds.NormType,
        "NormType is not a finite number above 0",
        "NormType = {0} is not a finite number above 0. Use 2 for the Euclidean norm, or another exponent.",
        Arguments,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.NormType + ".md");

    public static readonly DiagnosticDescriptor ElementType = new(
        RuleIds.ElementType,
        "The element type is not supported",
        "ElementType = {0} is not supported. Use {1}.",
        Arguments,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.ElementType + ".md");

    public static readonly DiagnosticDescriptor NotSupportedYet = new(
        RuleIds.NotSupportedYet,
        "This version does not generate this configuration",
        "{0} is not supported by this version of PoolGen. {1}.",
        Arguments,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.NotSupportedYet + ".md");

    public static readonly DiagnosticDescriptor AdaptiveConflict = new(
        RuleIds.AdaptiveConflict,
        "OutputSize excludes what windows with a kernel have",
        "{0} belongs to windows with a kernel, but {1} derives every window from the output's extent. Remove {0} or {1}.",
        Arguments,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.AdaptiveConflict + ".md");

    public static readonly DiagnosticDescriptor NoOutput = new(
        RuleIds.NoOutput,
        "No window fits into the known input",
        "InputExtents = {0} on {1} is too small: {2} gives {3} outputs. Use {4} or more, or a smaller kernel or more padding.",
        Arguments,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.NoOutput + ".md");

    public static readonly DiagnosticDescriptor FloatingPointOnly = new(
        RuleIds.FloatingPointOnly,
        "An option belongs to floating-point elements",
        "{0} means nothing for elements of {1}: {2}. {3}.",
        Arguments,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.FloatingPointOnly + ".md");

    public static readonly DiagnosticDescriptor PaddingAboveHalf = new(
        RuleIds.PaddingAboveHalf,
        "Padding is above half of the effective kernel",
        "{0} = {1} on {2} is above half of the effective kernel, {3}: PyTorch rejects this, PoolGen takes it. Use {4} or less to stay portable.",
        Advice,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Help + RuleIds.PaddingAboveHalf + ".md");

    public static readonly DiagnosticDescriptor TiesNotStated = new(
        RuleIds.TiesNotStated,
        "The rule for ties is not stated",
        "Ties is not stated: under the default, All, every tap equal to the result receives the whole gradient. Write Ties = First for what PyTorch, TensorFlow and ONNX Runtime do.",
        Advice,
        DiagnosticSeverity.Info,
        isEnabledByDefault: false,
        helpLinkUri: Help + RuleIds.TiesNotStated + ".md");

    /// <summary>Every rule, in the order of their ids.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ImmutableArray.Create(
        NotPartial, RefStruct, RecordClass, FileLocal, LanguageVersion, MemberCollision, SeveralAttributes, KindMissing, UndefinedValue,
        RankOutOfRange, KernelMissing, BelowOne, WrongLength, NullArray, GivenTwice, PaddingOutOfRange, AutoPadConflict,
        WindowTooLarge, OtherKindsOnly, DivisorBelowOne, NormType, ElementType, NotSupportedYet,
        AdaptiveConflict, NoOutput, FloatingPointOnly, PaddingAboveHalf, TiesNotStated);

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> s_byId = All.ToImmutableDictionary(rule => rule.Id);

    public static DiagnosticDescriptor Of(string id) => s_byId[id];
}
