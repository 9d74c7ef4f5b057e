using PoolGen.Benchmarks.Cases;
using PoolGen.Benchmarks.Contenders;
using PoolGen.Benchmarks.Measuring;

namespace PoolGen.Benchmarks.Reporting;

/// <summary>A case in one direction: PoolGen's time and what others take relative to it; above 1, PoolGen is faster.</summary>
internal sealed class CaseRatios
{
    public static readonly IReadOnlyList<Layout> Layouts = [Layout.Nchw, Layout.Nhwc];

    private readonly Figure[] _figures;

    public CaseRatios(CaseResult result, Direction direction)
    {
        Case = result.Case;
        _figures = [.. result.Figures.Where(figure => figure.Direction == direction)];
    }

    public Case Case { get; }

    /// <summary>PoolGen's median, microseconds.</summary>
    public double? Time(Layout layout) => Find(Role.Subject, layout)?.Median;

    /// <summary>The fastest peer of the same layout.</summary>
    public Figure? BestPeer(Layout layout) => Peers.Where(figure => figure.Layout == layout).MinBy(figure => figure.Median);

    /// <summary>The fastest peer of any layout, its own included.</summary>
    public Figure? BestPeer() => Peers.MinBy(figure => figure.Median);

    public double? ToBestPeer(Layout layout) => BestPeer(layout)?.Median / Time(layout);

    /// <summary>PoolGen's faster layout beside the fastest peer of any layout.</summary>
    public double? ToBestPeer() => BestPeer()?.Median / Layouts.Min(Time);

    /// <summary>Beside a copy of the same bytes.</summary>
    public double? ToRoof(Layout layout) => Find(Role.Roof, Layout.Any)?.Median / Time(layout);

    public double? ToPlainLoop(Layout layout) => Find(Role.PlainLoop, layout)?.Median / Time(layout);

    /// <summary>What the default tie rule costs: the other way round, above 1 it is slower than the peers' rule.</summary>
    public double? AllToFirst(Layout layout) => Find(Role.AllTies, layout)?.Median / Time(layout);

    private IEnumerable<Figure> Peers => _figures.Where(figure => figure.Role == Role.Peer);

    private Figure? Find(Role role, Layout layout) => _figures.FirstOrDefault(figure => figure.Role == role && figure.Layout == layout);
}
