using Microsoft.CodeAnalysis;
using PoolGen.Generator.Model;
using PoolGen.Generator.Tests.Support;

namespace PoolGen.Generator.Tests.Parsing;

/// <summary>How a type is declared again. Each source is compiled together with an empty part, so a wrong declaration is an error.</summary>
public sealed class TargetTests
{
    private const string Attribute = "[Pooling(Kind = Max, Kernel = 2)] ";

    [Theory]
    [InlineData("public partial class Pool;", "class Pool", (int)TargetForm.Class)]
    [InlineData("public sealed partial class Pool;", "class Pool", (int)TargetForm.Class)]
    [InlineData("public abstract partial class Pool;", "class Pool", (int)TargetForm.Class)]
    [InlineData("partial class Pool(int size) { int Size => size; }", "class Pool", (int)TargetForm.Class)]
    [InlineData("public static partial class Pool;", "class Pool", (int)TargetForm.StaticClass)]
    [InlineData("public partial struct Pool;", "struct Pool", (int)TargetForm.Struct)]
    [InlineData("public readonly partial struct Pool;", "struct Pool", (int)TargetForm.Struct)]
    [InlineData("public partial record struct Pool(int A);", "record struct Pool", (int)TargetForm.Struct)]
    [InlineData("partial class Pool<T, @int> where T : struct;", "class Pool<T, @int>", (int)TargetForm.Class)]
    [InlineData("partial class @class;", "class @class", (int)TargetForm.Class)]
    [InlineData("partial class @record<@where>;", "class @record<@where>", (int)TargetForm.Class)]
    [InlineData("partial class pool;", "class @pool", (int)TargetForm.Class)]
    [InlineData("partial class Größe;", "class Größe", (int)TargetForm.Class)]
    public void A_type_is_declared_by_keyword_name_and_type_parameters(string source, string declaration, int form)
    {
        TargetType target = Declare(Attribute + source);

        Assert.Equal((declaration, (TargetForm)form, ""), (target.Declaration, target.Form, target.Namespace));
        Assert.Equal(declaration[(declaration.LastIndexOf(target.Reference, StringComparison.Ordinal))..], target.Reference);
        Assert.Empty(target.Enclosing);
    }

    [Theory]
    [InlineData("partial class A { partial struct B<T> { @ } }", "class A", "struct B<T>")]
    [InlineData("partial interface IA<T> { partial record B(int X) { @ } }", "interface IA<T>", "record B")]
    [InlineData("partial record struct A { static partial class B { @ } }", "record struct A", "class B")]
    [InlineData("ref partial struct A { readonly partial struct B { @ } }", "struct A", "struct B")]
    [InlineData("partial class @event { partial class @await<@in> { @ } }", "class @event", "class @await<@in>")]
    public void Enclosing_types_are_declared_outermost_first(string source, string outer, string inner)
    {
        TargetType target = Declare(source.Replace(" @ ", " " + Attribute + "partial class Pool; ", StringComparison.Ordinal));

        Assert.Equal([outer, inner], target.Enclosing);
    }

    [Theory]
    [InlineData("namespace A.B.C { @ }", "A.B.C")]
    [InlineData("namespace @namespace.lower { @ }", "@namespace.lower")]
    [InlineData("namespace A { namespace @int { @ } }", "A.@int")]
    [InlineData("namespace A; @", "A")]
    public void A_namespace_is_escaped(string source, string expected) =>
        Assert.Equal(expected, Declare(source.Replace("@ }", Attribute + "partial class Pool; }", StringComparison.Ordinal)
            .Replace("; @", "; " + Attribute + "partial class Pool;", StringComparison.Ordinal)).Namespace);

    [Theory]
    [InlineData("namespace Acme { @ }", "Acme.Pool.g.cs")]
    [InlineData("@", "Pool.g.cs")]
    [InlineData("namespace Acme { partial class Outer<T, U> { @ } }", "Acme.Outer`2+Pool.g.cs")]
    public void A_file_is_named_for_its_type(string source, string expected) =>
        Assert.Equal(expected, Declare(source.Replace("@", Attribute + "partial class Pool;", StringComparison.Ordinal)).HintName);

    [Theory]
    [InlineData("@ partial class Pool; @ partial class pool; @ partial class POOL;")]
    [InlineData("@ partial class Pool; @ partial class Pool<T>; @ partial class Pool<T, U>;")]
    [InlineData("namespace A { @ partial class Pool; } namespace a { @ partial class Pool; }")]
    [InlineData("namespace A.X { @ partial class Pool; } namespace a.X { @ partial class Pool; } namespace A.x { @ partial class pool; }")]
    [InlineData("partial class Outer { @ partial class Pool; } partial class OUTER { @ partial class Pool; }")]
    [InlineData("partial class A { @ partial class B; } namespace a { @ partial class b; }")]
    [InlineData("@ partial class Pool_1; @ partial class Pool<T>; @ partial class Pool { @ partial class _1; }")]
    public void Files_have_distinct_names_without_regard_to_case(string source)
    {
        string annotated = TestCompilation.Usings + source.Replace("@", Attribute, StringComparison.Ordinal);

        IReadOnlyList<PoolingRequest> requests = ParseOnlyGenerator.Parse(TestCompilation.Create(annotated), out Compilation updated);

        Assert.Empty(updated.Errors());
        Assert.Equal(source.Split('@').Length - 1, requests.Count);
        Assert.Distinct(requests.Select(request => request.Target.HintName), StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_file_name_does_not_depend_on_the_order_of_sources()
    {
        string[] sources = [TestCompilation.Usings + Attribute + "partial class Pool;", TestCompilation.Usings + Attribute + "partial class POOL;"];

        Assert.Equal(Names(sources), Names(sources.Reverse()));

        static IEnumerable<string> Names(IEnumerable<string> sources) =>
            ParseOnlyGenerator.Parse(TestCompilation.Create(sources)).Select(request => request.Target.HintName).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void The_modifier_may_stand_on_another_part()
    {
        IReadOnlyList<PoolingRequest> requests = ParseOnlyGenerator.Parse(TestCompilation.Create(
            [TestCompilation.Usings + Attribute + "partial class Pool;", "sealed partial class Pool { int size; }"]));

        Assert.Single(requests);
    }

    private static TargetType Declare(string source)
    {
        PoolingRequest request = Assert.Single(
            ParseOnlyGenerator.Parse(TestCompilation.Create(TestCompilation.Usings + source), out Compilation updated));
        Assert.Empty(updated.Errors());
        return request.Target;
    }
}
