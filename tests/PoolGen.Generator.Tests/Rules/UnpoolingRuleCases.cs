using PoolGen.Generator.Parsing.Rules;

namespace PoolGen.Generator.Tests.Rules;

/// <summary>The rules that both attributes have, on an unpooling, and the rule that they are not on one type.</summary>
internal static class UnpoolingRuleCases
{
    private const string Attribute = "[Unpooling(Kernel = 2)]";

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        Case(RuleIds.RankOutOfRange, "Kernel = 2, Rank = 4", "4", ["Rank = 4", "Use 1, 2 or 3"], "Kernel = 2, Rank = 3"),
        Case(RuleIds.KernelMissing, "Stride = 2", "Unpooling(Stride = 2)", ["window is missing", "Kernel = 2"], "KernelShape = [2, 3], Stride = 2"),
        Case(RuleIds.BelowOne, "Kernel = 0", "0", ["Kernel = 0 on every axis", "Use 1 or more"], "Kernel = 1"),
        Case(RuleIds.BelowOne, "Kernel = 2, Strides = [2, 0]", "0", ["Strides = 0 on axis 1 (width)"], "Kernel = 2, Strides = [2, 1]"),
        Case(RuleIds.WrongLength, "Kernel = 2, Rank = 1, Strides = [2, 2]", "[2, 2]", ["Strides has 2 entries", "rank 1"], "Kernel = 2, Rank = 1, Strides = [2]"),
        Case(RuleIds.NullArray, "Kernel = 2, PaddingEnd = null", "null", ["PaddingEnd is null"], "Kernel = 2, PaddingEnd = [0, 1]"),
        Case(RuleIds.GivenTwice, "Kernel = 2, KernelShape = [2, 2]", "[2, 2]", ["Kernel says for all axes what KernelShape says"], "KernelShape = [2, 2]"),
        Case(RuleIds.GivenTwice, "Kernel = 2, Padding = 1, PaddingBegin = [1, 1]", "[1, 1]", ["Padding ", "PaddingBegin"], "Kernel = 2, PaddingBegin = [1, 1]"),
        Case(RuleIds.PaddingOutOfRange, "Kernel = 3, Padding = 3", "3", ["Padding = 3", "0 to 2 per side", "Use 2"], "Kernel = 3, Padding = 2"),
        Case(RuleIds.PaddingOutOfRange, "Kernel = 3, PaddingBegin = [0, -1]", "-1", ["PaddingBegin = -1 on axis 1 (width)", "Use 0"], "Kernel = 3, PaddingBegin = [0, 1]"),
        Case(RuleIds.WindowTooLarge, "Kernel = 5000", "5000", ["25000000 taps", "limit of 16777216"], "Kernel = 4096"),
        Case(RuleIds.WindowTooLarge, "Kernel = 2, Stride = int.MaxValue", "int.MaxValue", ["limit of 1073741824"], "Kernel = 2, Stride = 1073741824"),
        Case(RuleIds.UndefinedValue, "Kernel = 2, Layout = (TensorLayout)2", "(TensorLayout)2", ["Layout = 2", "ChannelsFirst or ChannelsLast"], "Kernel = 2, Layout = TensorLayout.ChannelsLast"),
        Case(RuleIds.ElementType, "Kernel = 2, ElementType = typeof(long)", "typeof(long)", ["typeof(long)", "typeof(short) or typeof(int)"], "Kernel = 2, Rank = 3, ElementType = typeof(short)"),

        new(RuleIds.SeveralAttributes,
            $"[Pooling(Kind = Max, Kernel = 2)] {Attribute} public partial class Pool;", "Pool", ["'Pool' has both [Pooling] and [Unpooling]", "two types"],
            $"{Attribute} public partial class Pool;"),
        new(RuleIds.SeveralAttributes,
            $"{Attribute} partial struct Pool; [Pooling(Kind = Max, Kernel = 2)] partial struct Pool;", "Pool", ["'Pool' has both"],
            "[Pooling(Kind = Max, Kernel = 2)] partial struct Pool; partial struct Pool;"),
        new(RuleIds.NotPartial, $"{Attribute} public class Pool;", "Pool", ["'Pool' is not partial"], $"{Attribute} public partial class Pool;"),
        new(RuleIds.RefStruct, $"{Attribute} public ref partial struct Pool;", "Pool", ["which cannot implement IUnpooling<T>"], $"{Attribute} public partial struct Pool;"),
        new(RuleIds.RecordClass, $"{Attribute} public partial record Pool;", "Pool", ["'Pool' is a record class"], $"{Attribute} public partial record struct Pool;"),
        new(RuleIds.FileLocal, $"{Attribute} file partial class Pool;", "Pool", ["'Pool' is local to its file"], $"{Attribute} internal partial class Pool;"),
        new(RuleIds.MemberCollision,
            $"{Attribute} public partial class Pool {{ void ForwardToShape() {{ }} }}", "Pool", ["'ForwardToShape'"],
            $"{Attribute} public partial struct Pool {{ void ForwardToShape() {{ }} void ForwardTraining() {{ }} }}"),
        new(RuleIds.MemberCollision,
            $"[Unpooling(Kernel = 2, Rank = 3)] public partial class Pool {{ int DepthAxis; }}", "Pool", ["'DepthAxis'"],
            $"[Unpooling(Kernel = 2, Rank = 3)] public partial class Pool {{ public int depthAxis; }}"),
    ];

    private static RuleCase Case(string id, string bad, string span, string[] message, string good) => RuleCase.OfUnpooling(id, bad, span, message, good);
}
