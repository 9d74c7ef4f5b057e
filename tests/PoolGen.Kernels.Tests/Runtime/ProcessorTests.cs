using PoolGen.Runtime;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>What is made of a processor's answers, as the vendors document them.</summary>
public sealed class ProcessorTests
{
    private const int Auth = 0x68747541, Genu = 0x756E6547;
    private const int Assumed = 16 << 20;
    private const int Extended = unchecked((int)0x80000000), Identifiers = unchecked((int)0x8000001A), AmdCaches = unchecked((int)0x8000001D);

    [Fact]
    public void Zen_4_has_half_units_and_follows_rows() => Assert.Equal(
        new Processor(32 << 20, SplitsWidest: true, FollowsRows: true),
        Processor.Describe(Amd(family: 0x00A10F11, identifiers: 0b0110)));

    [Fact]
    public void Zen_5_has_whole_units_and_is_asked() => Assert.Equal(
        new Processor(32 << 20, SplitsWidest: false, FollowsRows: false),
        Processor.Describe(Amd(family: 0x00B00F21, identifiers: 0b1010)));

    [Fact]
    public void Intel_lists_its_caches_in_another_leaf() => Assert.Equal(
        new Processor(2 << 20, SplitsWidest: false, FollowsRows: false),
        Processor.Describe((leaf, subleaf) => (leaf, subleaf) switch
        {
            (0, _) => (0x20, Genu, 0, 0),
            (1, _) => (0x000806F8, 0, 0, 0), // its family would be AMD's of another time
            (4, 0) => Cache(ways: 12, sets: 64),
            (4, 1) => Cache(ways: 16, sets: 2048),
            (Extended, _) => (unchecked((int)0x80000008), 0, 0, 0),
            _ => default,
        }));

    [Theory]
    [InlineData(1)] // older than the leaf
    [InlineData(4)] // the leaf has nothing
    public void A_processor_that_does_not_say_is_taken_for_an_ordinary_one(int leaves) => Assert.Equal(
        new Processor(Assumed, SplitsWidest: false, FollowsRows: false),
        Processor.Describe((leaf, _) => leaf == 0 ? (leaves, Genu, 0, 0) : default));

    [Fact]
    public void This_one_has_a_cache() => Assert.InRange(Processor.Current.LastLevelCache, 1 << 16, long.MaxValue);

    private static Func<int, int, (int Eax, int Ebx, int Ecx, int Edx)> Amd(int family, int identifiers) => (leaf, subleaf) => (leaf, subleaf) switch
    {
        (0, _) => (0x10, Auth, 0, 0),
        (1, _) => (family, 0, 0, 0),
        (Extended, _) => (unchecked((int)0x80000028), 0, 0, 0),
        (Identifiers, _) => (identifiers, 0, 0, 0),
        (AmdCaches, 0) => Cache(ways: 8, sets: 64),
        (AmdCaches, 1) => Cache(ways: 16, sets: 32768),
        _ => default,
    };

    /// <summary>A data cache of lines of 64 bytes.</summary>
    private static (int Eax, int Ebx, int Ecx, int Edx) Cache(int ways, int sets) => (1, ((ways - 1) << 22) | 63, sets - 1, 0);
}
