using PoolGen.Generator.Strategies;

namespace PoolGen.Generator.Tests.Planning;

/// <summary>The page that tells which algorithm serves what knows all of them.</summary>
public sealed class StrategyListTests
{
    private static readonly string s_page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "performance", "README.md"));

    public static TheoryData<string> Strategies =>
    [
        .. from type in typeof(IStrategy).Assembly.GetTypes()
           where typeof(IStrategy).IsAssignableFrom(type) && !type.IsAbstract
           select type.Name,
    ];

    [Theory]
    [MemberData(nameof(Strategies))]
    public void A_strategy_has_a_row_in_the_page_on_performance(string strategy) =>
        Assert.Contains($"\n| `{strategy.Replace("Strategy", "", StringComparison.Ordinal)}` |", s_page, StringComparison.Ordinal);
}
