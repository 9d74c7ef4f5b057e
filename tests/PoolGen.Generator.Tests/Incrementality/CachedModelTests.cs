using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using PoolGen.Generator.Tests.Support;

namespace PoolGen.Generator.Tests.Incrementality;

/// <summary>What the pipeline keeps between runs must not keep a compilation alive.</summary>
public sealed class CachedModelTests
{
    private static readonly Type[] s_forbidden = [typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxTree), typeof(Compilation), typeof(SemanticModel), typeof(Location), typeof(Diagnostic)];

    [Fact]
    public void No_Roslyn_type_can_be_reached_from_a_cached_model()
    {
        const string source = TestCompilation.Usings + """
            [Pooling(Kind = Max, Kernel = 3, Stride = 1, Ties = TieRule.First)] public partial class A;
            public partial class Outer<T> { [Pooling(Kind = Average, Kernel = 2)] public partial struct B; }
            [Unpooling(KernelShape = [2, 3], Padding = 1)] public partial class C;
            """;
        GeneratorRunResult result = new PoolingGenerator().Run(TestCompilation.Create(source), out _).GetRunResult().Results.Single();

        object?[] models =
        [
            .. ((string[])[PoolingGenerator.Steps.Requests, PoolingGenerator.Steps.Plans, PoolingGenerator.Steps.UnpoolingRequests])
                .SelectMany(name => result.TrackedSteps[name])
                .SelectMany(step => step.Outputs)
                .Select(output => output.Value),
        ];
        Assert.Equal(5, models.Length);
        var visited = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (object? model in models)
            Walk(model, visited, "model");
        Assert.True(visited.Count > 20, $"only {visited.Count} objects were walked");
    }

    [Fact]
    public void The_walk_finds_what_it_looks_for()
    {
        object model = new { Nested = new object[] { Location.None } };
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Walk(model, new(ReferenceEqualityComparer.Instance), "model"));
    }

    private static void Walk(object? value, HashSet<object> visited, string path)
    {
        if (value is null || value is string || value.GetType().IsPrimitive || value.GetType().IsEnum || !visited.Add(value))
            return;

        Type type = value.GetType();
        Assert.False(s_forbidden.Any(forbidden => forbidden.IsAssignableFrom(type)), $"{path} is a {type}");
        if (value is IEnumerable items)
        {
            int index = 0;
            foreach (object? item in items)
                Walk(item, visited, $"{path}[{index++}]");
        }
        for (Type? part = type; part is not null && part != typeof(object); part = part.BaseType)
        {
            foreach (FieldInfo field in part.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (!field.FieldType.IsPointer)
                    Walk(field.GetValue(value), visited, $"{path}.{field.Name}");
            }
        }
    }
}
