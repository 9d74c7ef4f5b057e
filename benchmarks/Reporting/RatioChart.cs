using PoolGen.Benchmarks.Cases;
using PoolGen.Benchmarks.Measuring;
using ScottPlot;
using Layout = PoolGen.Benchmarks.Cases.Layout;

namespace PoolGen.Benchmarks.Reporting;

/// <summary>A bar chart of one direction: for each case the ratios to the best peer and to the roof, on a logarithmic axis around 1.</summary>
internal static class RatioChart
{
    private const int Height = 520;
    private const int WidthOfCase = 74;
    private const int FewestCases = 8;
    private const int Margins = 240;
    private const int MostPower = 12;

    // Bars of a case are this far apart; a case is one unit wide.
    private const double BarWidth = 0.19;

    public static void Save(string path, string set, Direction direction, IReadOnlyList<CaseResult> results)
    {
        CaseRatios[] rows = [.. results.Select(result => new CaseRatios(result, direction))];
        using var plot = new Plot();
        int position = 0;
        foreach (Series series in AllSeries())
        {
            double offset = (position++ - 1.5) * BarWidth;
            var bars =
                from row in rows.Index()
                let ratio = series.Ratio(row.Item)
                where ratio is not null
                select NewBar(row.Index + offset, ratio.Value, series.Color);
            Bar[] drawn = [.. bars];
            if (drawn.Length > 0)
                plot.Add.Bars(drawn).LegendText = series.Name;
        }

        plot.Add.HorizontalLine(0, 1, Colors.Black);
        plot.Axes.Bottom.SetTicks([.. rows.Select((_, index) => (double)index)], [.. rows.Select(row => row.Case.Name)]);
        SetRatioTicks(plot);
        plot.HideGrid();
        plot.Title($"{direction.Title()} ({set}): above 1, PoolGen is faster");
        plot.YLabel("time of the other / time of PoolGen");
        plot.ShowLegend(Edge.Right);
        plot.SavePng(path, Margins + WidthOfCase * Math.Max(rows.Length, FewestCases), Height);
    }

    private static Bar NewBar(double position, double ratio, Color color) => new()
    {
        Position = position,
        Size = BarWidth,
        Value = Math.Log2(ratio),
        FillColor = color,
        LineWidth = 0,
    };

    private static IEnumerable<Series> AllSeries() =>
    [
        new("best peer, NCHW", Color.FromHex("#1f5fa8"), row => row.ToBestPeer(Layout.Nchw)),
        new("best peer, NHWC", Color.FromHex("#7fb2e5"), row => row.ToBestPeer(Layout.Nhwc)),
        new("copy, NCHW", Color.FromHex("#8a8a8a"), row => row.ToRoof(Layout.Nchw)),
        new("copy, NHWC", Color.FromHex("#c9c9c9"), row => row.ToRoof(Layout.Nhwc)),
    ];

    private static void SetRatioTicks(Plot plot)
    {
        int[] powers = [.. Enumerable.Range(-MostPower, 2 * MostPower + 1)];
        plot.Axes.Left.SetTicks(
            [.. powers.Select(power => (double)power)],
            [.. powers.Select(power => power < 0 ? $"1/{1 << -power}" : $"{1 << power}")]);
        plot.Axes.AutoScale();
    }

    private sealed record Series(string Name, Color Color, Func<CaseRatios, double?> Ratio);
}
