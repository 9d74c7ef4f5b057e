using System.Reflection;
using System.Runtime.Versioning;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>A build for .NET 8 is worth nothing on a newer runtime that it has rolled forward to.</summary>
public sealed class RunningFrameworkTests
{
    [Fact]
    public void The_runtime_is_the_one_that_the_tests_were_built_for()
    {
        string built = typeof(RunningFrameworkTests).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName;

        Assert.Equal(new FrameworkName(built).Version.Major, Environment.Version.Major);
    }
}
