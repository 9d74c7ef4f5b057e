using System.Globalization;
using PoolGen.Benchmarks.Cases;
using PoolGen.Benchmarks.Contenders;
using PoolGen.Benchmarks.Measuring;
using static PoolGen.Benchmarks.Reporting.Markdown;

namespace PoolGen.Benchmarks.Reporting;

/// <summary>The results of a set of cases as Markdown.</summary>
/// <param name="command">How to make it again.</param>
internal sealed class RatioReport(
    string set, string command, RunSettings settings, IReadOnlyList<Contender> contenders, IReadOnlyList<CaseResult> results)
{
    private const double Unsteady = 1.25;

    private static readonly string[] s_header =
    [
        "case", "NCHW µs", "NHWC µs", "best NCHW peer", "best NHWC peer", "best peer of any layout",
        "roof", "plain loop", "`All` / `First`",
    ];

    private readonly Markdown _text = new();

    /// <summary>The file of a direction's chart, beside the report.</summary>
    public static string ChartName(string set, Direction direction) => $"{set}-{direction.ToString().ToLowerInvariant()}.png";

    public string Write()
    {
        _text
            .Heading(1, $"Results: {set}")
            .Line($"Written by `{command}` on {DateTime.UtcNow:yyyy-MM-dd}:")
            .Line($"one interleaved run of {settings.Rounds} rounds on one thread, medians.")
            .Line("Ratios are the other's time over PoolGen's: above 1, PoolGen is faster. [How to read them](README.md).")
            .Line(Steadiness())
            .Line();
        Environment();
        foreach (Direction direction in Enum.GetValues<Direction>())
            Section(direction);
        Faults();
        return _text.ToString();
    }

    /// <summary>A quiet machine gives medians close to the fastest sample: the report tells how quiet it was.</summary>
    private string Steadiness()
    {
        Figure[] figures = [.. results.SelectMany(result => result.Figures)];
        int unsteady = figures.Count(figure => figure.Median > Unsteady * figure.Fastest);
        return string.Create(
            CultureInfo.InvariantCulture, $"{unsteady} of {figures.Length} figures have a median above {Unsteady} times their fastest sample.");
    }

    private void Environment()
    {
        IEnumerable<IReadOnlyList<string>> versions = contenders
            .Where(contender => contender.Missing is not null || contender.Version is not null)
            .Select(contender => (IReadOnlyList<string>)[contender.Name, Presence(contender)]);
        _text.Table(["", ""], Machine.Describe().Concat(versions));
    }

    private static string Presence(Contender contender) =>
        contender.Missing is string why ? $"not on this machine: {why}" : contender.Version!;

    private void Section(Direction direction)
    {
        CaseRatios[] rows = [.. results.Select(result => new CaseRatios(result, direction))];
        _text.Heading(2, direction.Title());
        _text.Line($"![Ratios, {direction.Title()}]({ChartName(set, direction)})").Line();
        _text.Table(s_header, rows.Select(Row).Append(Means(rows)));

        string[] behind = [.. rows.SelectMany(Behind)];
        if (behind.Length > 0)
            _text.Line().Line($"Below 1: {string.Join("; ", behind)}.");
    }

    private static IReadOnlyList<string> Row(CaseRatios row) =>
    [
        row.Case.ToString(),
        .. CaseRatios.Layouts.Select(layout => Number(row.Time(layout))),
        .. CaseRatios.Layouts.Select(layout => Peer(row.BestPeer(layout), row.ToBestPeer(layout))),
        Peer(row.BestPeer(), row.ToBestPeer(), withLayout: true),
        Pair(row.ToRoof),
        Pair(row.ToPlainLoop),
        row.Case.Window.Kind == PoolingKind.Max ? Pair(row.AllToFirst) : "",
    ];

    private static IReadOnlyList<string> Means(CaseRatios[] rows) =>
    [
        "**geometric mean**", "", "",
        .. CaseRatios.Layouts.Select(layout => $"**{Ratio(Mean(rows, row => row.ToBestPeer(layout)))}**"),
        $"**{Ratio(Mean(rows, row => row.ToBestPeer()))}**",
        Pair(layout => Mean(rows, row => row.ToRoof(layout))),
        Pair(layout => Mean(rows, row => row.ToPlainLoop(layout))),
        Pair(layout => Mean(rows, row => row.AllToFirst(layout))),
    ];

    private static IEnumerable<string> Behind(CaseRatios row)
    {
        foreach (Layout layout in CaseRatios.Layouts)
        {
            if (row.ToBestPeer(layout) < 1)
                yield return $"{row.Case.Name} {layout} {Ratio(row.ToBestPeer(layout))} ({row.BestPeer(layout)!.Contender})";
        }
        if (row.ToBestPeer() < 1)
            yield return $"{row.Case.Name} any layout {Ratio(row.ToBestPeer())} ({row.BestPeer()!.Contender} {row.BestPeer()!.Layout})";
    }

    private void Faults()
    {
        string[] lines =
        [
            .. from result in results
               from fault in result.Faults
               select $"- {result.Case.Name}, {fault.What}: {fault.Difference}",
        ];
        if (lines.Length == 0)
            return;
        _text.Heading(2, "Different or failed, and so not timed");
        foreach (string line in lines)
            _text.Line(line);
    }

    private static string Peer(Figure? peer, double? ratio, bool withLayout = false) =>
        peer is null ? "-" : $"{peer.Contender}{(withLayout ? $" {peer.Layout}" : "")} {Number(peer.Median)}: **{Ratio(ratio)}**";

    private static string Pair(Func<Layout, double?> ratio) => string.Join("; ", CaseRatios.Layouts.Select(layout => Ratio(ratio(layout))));

    private static double? Mean(CaseRatios[] rows, Func<CaseRatios, double?> ratio)
    {
        double[] values = [.. rows.Select(ratio).OfType<double>()];
        return values.Length == 0 ? null : Math.Exp(values.Average(Math.Log));
    }
}
