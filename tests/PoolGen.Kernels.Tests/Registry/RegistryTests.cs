using PoolGen.Testing;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>The registry and the attributes state the same, and no annotated type is left out.</summary>
public sealed class RegistryTests
{
    public static TheoryData<string> Names => PoolingRegistry.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void The_expectation_is_the_attributes(string name)
    {
        PoolingEntry entry = PoolingRegistry.Find(name);
        Assert.Equal(AttributeReader.Read(entry.Type).ToString(), entry.Spec.ToString());
    }

    [Fact]
    public void Every_annotated_type_is_registered()
    {
        string[] annotated =
        [
            .. typeof(PoolingRegistry).Assembly.GetTypes()
                .Where(type => type.Namespace == typeof(PoolingRegistry).Namespace && type.DeclaringType?.Name is not nameof(VerificationTests))
                .Where(type => type.IsDefined(typeof(PoolingAttribute), inherit: false))
                .Select(type => type.Name)
                .Order(StringComparer.Ordinal),
        ];
        Assert.Equal(annotated, PoolingRegistry.All.Select(entry => entry.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Winners_mean_indices()
    {
        Assert.All(PoolingRegistry.All, entry => Assert.Equal(
            entry.Spec.HasWinners, entry.Type.GetMember("ForwardWithIndices").Length == 1));
    }
}
