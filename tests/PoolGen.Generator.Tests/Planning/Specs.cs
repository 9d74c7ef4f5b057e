using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.PlaneWinners;
using PoolGen.Generator.Strategies.WholePlanes;

namespace PoolGen.Generator.Tests.Planning;

/// <summary>Specs for plan tests: a 3x3 maximum at distance 1, and what differs from it.</summary>
internal static class Specs
{
    public static AxisSpec Axis(int kernel, int stride = 1, int begin = 0, int end = 0, int dilation = 1, AxisRounding rounding = AxisRounding.Floor) =>
        new(kernel, stride, begin, end, dilation, rounding);

    public static PoolingSpec Max(AxisSpec axis, TieRule ties = TieRule.All, NaNRule nan = NaNRule.Propagate, TensorLayout layout = TensorLayout.ChannelsFirst) =>
        Max(axis, axis, ties, nan, layout);

    public static PoolingSpec Max(
        AxisSpec height, AxisSpec width, TieRule ties = TieRule.All, NaNRule nan = NaNRule.Propagate, TensorLayout layout = TensorLayout.ChannelsFirst) =>
        new(PoolingKind.Max, ElementType.Single, layout, new([height, width]), new Divisor(DivisorKind.Taps), ties, nan);

    /// <summary>The same with an axis of slices in front.</summary>
    public static PoolingSpec WithDepth(PoolingSpec spec, AxisSpec depth) => spec with { Rank = 3, Axes = new([depth, .. spec.Axes]) };

    public static PoolingSpec Average(AxisSpec axis, DivisorKind divisor = DivisorKind.Taps, TensorLayout layout = TensorLayout.ChannelsFirst) =>
        new(PoolingKind.Average, ElementType.Single, layout, new([axis, axis]), new Divisor(divisor, divisor == DivisorKind.Fixed ? 7 : 0), TieRule.All, NaNRule.Propagate);

    /// <summary>The plan of a pass for shapes with more than one window.</summary>
    public static PassPlan OfManyWindows(PassPlan plan) => plan switch
    {
        WholePlanesPlan { Otherwise: { } otherwise } => otherwise,
        PlaneWinnersPlan { Otherwise: var otherwise } => otherwise,
        _ => plan,
    };

    public static ElementType OfName(string name) => ElementType.All.Single(element => element.Name == name);

    /// <summary>The product of kinds, layouts, types, tie and NaN rules, kernels, strides, paddings and roundings.</summary>
    public static IEnumerable<PoolingSpec> Product() => OfPlanes().SelectMany(spec => (PoolingSpec[])[spec, WithDepth(spec, spec.Height)]);

    private static IEnumerable<PoolingSpec> OfPlanes()
    {
        int[] kernels = [1, 2, 3, 4, 5, 7, 8, 9, 13, 20, 70];
        AxisSpec[] axes =
        [
            .. from kernel in kernels
               from stride in (int[])[1, 2, 3, kernel]
               from rounding in Enum.GetValues<AxisRounding>()
               from begin in (int[])[0, kernel / 2]
               where begin == 0 || rounding is AxisRounding.Floor or AxisRounding.Ceiling
               from dilation in (int[])[1, 2]
               select Axis(kernel, stride, begin, kernel - 1 - begin > 0 ? begin : 0, dilation, rounding),
        ];
        AxisSpec[] adaptive =
        [
            .. from outputs in (int[])[1, 2, 7]
               from extent in (int?[])[null, 5, 56]
               select AxisSpec.Adaptive(outputs) with { InputExtent = extent },
        ];
        AxisSpec[] known = [.. axes.Where((axis, number) => number % 7 == 0 && axis.EffectiveKernel <= 30).Select(axis => axis with { InputExtent = 30 })];
        foreach (AxisSpec axis in axes.Distinct().Concat(adaptive).Concat(known))
        {
            foreach (TensorLayout layout in Enum.GetValues<TensorLayout>())
            {
                foreach (TieRule ties in Enum.GetValues<TieRule>())
                {
                    foreach (NaNRule nan in Enum.GetValues<NaNRule>())
                    {
                        yield return Max(axis, ties, nan, layout);
                        yield return Max(axis, ties, nan, layout) with { Kind = PoolingKind.Min };
                        yield return Max(axis, ties, nan, layout) with { Element = ElementType.Half };
                    }
                }
                foreach (DivisorKind divisor in Enum.GetValues<DivisorKind>())
                {
                    yield return Average(axis, divisor, layout) with { Element = ElementType.Double };
                    yield return Average(axis, divisor, layout) with { Element = OfName("byte") };
                }
                foreach (ElementType integer in ElementType.All.Where(element => element.IsInteger))
                {
                    yield return Max(axis, TieRule.Split, layout: layout) with { Element = integer };
                    yield return Max(axis, TieRule.First, layout: layout) with { Element = integer, Kind = PoolingKind.Min };
                }
                PoolingSpec sum = Average(axis, layout: layout) with { Kind = PoolingKind.Sum, Divisor = new(DivisorKind.Fixed, 1) };
                yield return sum;
                yield return sum with { Kind = PoolingKind.Lp, Norm = 3 };
            }
        }
    }
}
