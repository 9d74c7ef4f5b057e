namespace PoolGen.Generator.Parsing.Rules;

/// <summary>The rules by name. PG00xx: the annotated type; PG01xx: the attribute's arguments; PG02xx: advice. An id is never used again for another rule.</summary>
internal static class RuleIds
{
    public const string NotPartial = "PG0001";
    public const string RefStruct = "PG0002";
    public const string RecordClass = "PG0003";
    public const string FileLocal = "PG0004";
    public const string LanguageVersion = "PG0005";
    public const string MemberCollision = "PG0006";
    public const string SeveralAttributes = "PG0007";

    public const string KindMissing = "PG0101";
    public const string UndefinedValue = "PG0102";
    public const string RankOutOfRange = "PG0103";
    public const string KernelMissing = "PG0104";
    public const string BelowOne = "PG0105";
    public const string WrongLength = "PG0106";
    public const string NullArray = "PG0107";
    public const string GivenTwice = "PG0108";
    public const string PaddingOutOfRange = "PG0109";
    public const string AutoPadConflict = "PG0110";
    public const string WindowTooLarge = "PG0111";
    public const string OtherKindsOnly = "PG0112";
    public const string DivisorBelowOne = "PG0113";
    public const string NormType = "PG0114";
    public const string ElementType = "PG0115";
    public const string NotSupportedYet = "PG0116";
    public const string AdaptiveConflict = "PG0120";
    public const string NoOutput = "PG0121";
    public const string FloatingPointOnly = "PG0130";

    public const string PaddingAboveHalf = "PG0201";
    public const string TiesNotStated = "PG0202";
}
