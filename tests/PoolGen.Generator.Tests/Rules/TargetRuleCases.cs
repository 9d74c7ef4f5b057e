using PoolGen.Generator.Parsing.Rules;

namespace PoolGen.Generator.Tests.Rules;

/// <summary>PG00xx. The rule on the C# version depends on more than the source and has a test of its own.</summary>
internal static class TargetRuleCases
{
    private const string Attribute = "[Pooling(Kind = Max, Kernel = 2)]";

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new(RuleIds.NotPartial,
            $"{Attribute} public class Pool;", "Pool", ["'Pool'", "'Pool' is not partial", "Add the modifier 'partial'"],
            $"{Attribute} public partial class Pool;"),
        new(RuleIds.NotPartial,
            $"class A {{ partial class B {{ struct C<T> {{ {Attribute} public partial struct Pool; }} }} }}", "Pool", ["'C<T>' and 'A' are not partial"],
            $"partial class A {{ partial class B {{ partial struct C<T> {{ {Attribute} public partial struct Pool; }} }} }}"),
        new(RuleIds.RefStruct,
            $"{Attribute} public ref partial struct Pool;", "Pool", ["'Pool' is a ref struct", "IPooling<T>", "Make it a struct or a class"],
            $"{Attribute} public partial struct Pool;"),
        new(RuleIds.RecordClass,
            $"{Attribute} public partial record Pool;", "Pool", ["'Pool' is a record class", "equality", "Make it a class"],
            $"{Attribute} public partial record struct Pool;"),
        new(RuleIds.FileLocal,
            $"{Attribute} file partial class Pool;", "Pool", ["'Pool' is local to its file", "Remove the modifier 'file'"],
            $"{Attribute} partial class Pool;"),
        new(RuleIds.FileLocal,
            $"file partial class Outer {{ {Attribute} partial class Pool; }}", "Pool", ["'Pool'", "'Outer' is local to its file"],
            $"partial class Outer {{ {Attribute} partial class Pool; }}"),
        new(RuleIds.MemberCollision,
            $"{Attribute} public partial class Pool {{ int Forward; }}", "Pool", ["'Pool'", "'Forward'", "a member has that name", "Rename the member"],
            $"{Attribute} public partial class Pool {{ public int forward; }}"),
        new(RuleIds.MemberCollision,
            $"{Attribute} public partial class Pool {{ void Backward(string text) {{ }} }}", "Pool", ["'Backward'"],
            $"{Attribute} public partial class Pool {{ void Back(string text) {{ }} }}"),
        new(RuleIds.MemberCollision,
            $"{Attribute} public partial class Pool {{ class Kernels; }}", "Pool", ["'Kernels'"],
            $"{Attribute} public partial class Pool {{ class Kernel; }}"),
        new(RuleIds.MemberCollision,
            $"{Attribute} public partial class Pool {{ bool Training {{ get; set; }} }}", "Pool", ["'Training'"],
            $"{Attribute} public partial struct Pool {{ bool Training {{ get; set; }} }}"),
        new(RuleIds.MemberCollision,
            "[Pooling(Kind = Max, Kernel = 2, Rank = 3)] public partial class Pool { int DepthAxis; }", "Pool", ["'DepthAxis'"],
            "[Pooling(Kind = Max, Kernel = 2, Rank = 3)] public partial class Pool { public int depthAxis; }"),
        new(RuleIds.MemberCollision,
            $"{Attribute} public partial record struct Pool(int Geometry);", "Pool", ["'Geometry'"],
            $"{Attribute} public partial record struct Pool(int Shape);"),
        new(RuleIds.MemberCollision,
            $"{Attribute} public partial class Pool {{ bool get_Training() => true; }}", "Pool", ["'get_Training'"],
            $"{Attribute} public static partial class Pool {{ static bool get_Training() => true; }}"),
        new(RuleIds.MemberCollision,
            $"{Attribute} public partial class Pool {{ int ForwardWithIndices; }}", "Pool", ["'ForwardWithIndices'"],
            "[Pooling(Kind = Average, Kernel = 2)] public partial class Pool { public int ForwardWithIndices; }"),
        new(RuleIds.MemberCollision,
            $"{Attribute} public partial class Forward;", "Forward", ["'Forward'", "a type has that name"],
            $"{Attribute} public partial class Forwards;"),
        new(RuleIds.MemberCollision,
            $"{Attribute} public partial class Pool<OutputShape>;", "Pool", ["'OutputShape'", "a type parameter has that name"],
            $"{Attribute} public partial class Pool<TShape>;"),
    ];
}
