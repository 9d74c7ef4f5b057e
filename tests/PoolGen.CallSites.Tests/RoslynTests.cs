using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PoolGen.Generator;

namespace PoolGen.CallSites.Tests;

/// <summary>These tests run under a Roslyn that knows C# 14, with a generator that was built for the oldest one supported.</summary>
public sealed class RoslynTests
{
    [Fact]
    public void The_compiler_knows_CSharp_14() => Assert.True(LanguageVersion.Latest.MapSpecifiedToEffectiveVersion() >= LanguageVersion.CSharp14);

    [Fact]
    public void The_generator_is_built_for_Roslyn_4_8()
    {
        AssemblyName referenced = typeof(PoolingGenerator).Assembly.GetReferencedAssemblies().Single(name => name.Name == "Microsoft.CodeAnalysis");

        Assert.Equal(new Version(4, 8, 0, 0), referenced.Version);
        Assert.True(typeof(Compilation).Assembly.GetName().Version >= new Version(5, 0));
    }
}
