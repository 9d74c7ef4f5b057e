using PoolGen.Generator.Model;

namespace PoolGen.Generator.Planning;

/// <summary>
/// What a pass is computed in. Kernels of an element type that cannot hold its own sums are those of a wider type, between conversions of
/// blocks that stay in the cache: every strategy serves every type.
/// </summary>
/// <param name="Spec">What the kernels of the pass compute: the element type is theirs.</param>
/// <param name="Conversion">The runtime's conversion between the tensors' type and the kernels', as generated code names it; null where they are the same.</param>
/// <param name="DividesSums">Whether the conversion divides: the kernels leave exact sums, from which averages are rounded once.</param>
internal sealed record ComputationPlan(PoolingSpec Spec, string? Conversion = null, bool DividesSums = false)
{
    // Sums below a quarter of what the type counts to: their quotients fall on the right side of a half (see the runtime's IntegerConversion).
    private const int SingleSumBits = 23;
    private const int DoubleSumBits = 52;

    private const string HalfConversion = "Rt::HalfConversion";

    /// <summary>The most taps whose sum is exact in the widest type that integers are added in.</summary>
    public static int MostTaps(ElementType element, int limit) =>
        element.MagnitudeBits is { } bits ? (int)Math.Min(limit, (1L << (DoubleSumBits - bits)) - 1) : limit;

    public static ComputationPlan For(PoolingSpec spec, PoolingPass pass)
    {
        if (spec.Element.Accumulates)
            return new(spec);
        if (pass == PoolingPass.Forward && spec.Kind is PoolingKind.Max or PoolingKind.Min)
            return spec.Element.IsInteger ? new(spec) : new(spec with { Element = ElementType.HalfKey }, HalfKeys(spec));
        if (!spec.Element.IsInteger)
            return new(spec with { Element = ElementType.Single }, HalfConversion);

        ElementType sums = AddsUpIn(spec, pass);
        string conversion = IntegerConversion(spec.Element, sums);
        return pass == PoolingPass.Forward && spec.Kind == PoolingKind.Average
            ? new(spec with { Element = sums, Kind = PoolingKind.Sum, Divisor = new(DivisorKind.Fixed, 1) }, conversion, DividesSums: true)
            : new(spec with { Element = sums }, conversion);
    }

    /// <summary>
    /// The wider type for planes whose rows fill no vector of a type of 8 or 16 bits; null where the pass has no such type, or no such planes. Element by
    /// element these took up to 58 times as long: 13x13 over planes of 14x14 bytes 1560 us instead of 27, 3x3 at distance 3 31 instead of 7.
    /// </summary>
    public static ComputationPlan? Widened(PoolingSpec spec, PoolingPass pass)
    {
        bool narrow = pass == PoolingPass.Forward && spec.Kind is PoolingKind.Max or PoolingKind.Min && spec.Element.Bytes < ElementType.Single.Bytes;
        if (!narrow || spec.Layout == TensorLayout.ChannelsLast || spec.IsGlobal)
            return null;
        return new(spec with { Element = ElementType.Single }, spec.Element.IsInteger ? IntegerConversion(spec.Element, ElementType.Single) : HalfConversion);
    }

    /// <summary>Whether the pass is computed in another type than the tensors'.</summary>
    public bool Converts => Conversion is not null;

    /// <summary>The most taps that a window may have so that every sum of a spec is exact; null where no window has too many, or the rules have seen to it.</summary>
    public static int? LimitOfTaps(PoolingSpec spec)
    {
        bool adds = spec.Element.IsInteger && spec.Kind is PoolingKind.Average or PoolingKind.Sum;
        return adds && spec.Axes.Any(axis => axis is { IsAdaptive: true, InputExtent: null }) && MostTaps(spec.Element, int.MaxValue) is var most and < int.MaxValue ? most : null;
    }

    private static string IntegerConversion(ElementType element, ElementType computed) => $"Rt::IntegerConversion<{element.Keyword}, {computed.Keyword}>";

    private static ElementType AddsUpIn(PoolingSpec spec, PoolingPass pass)
    {
        // Shares of gradients are fractions: they are rounded to integers at the end, and want all the bits there are before it.
        bool shares = !pass.IsForward() && (spec.Kind == PoolingKind.Average || spec.Ties == TieRule.Split);
        bool addsTaps = pass.IsForward() && spec.Kind is not (PoolingKind.Max or PoolingKind.Min);
        double most = spec.Axes.Aggregate(1d, (product, axis) => product * (addsTaps ? TapsOf(axis) : WindowsOfElement(axis)));
        bool exact = most * (1L << spec.Element.MagnitudeBits.GetValueOrDefault()) < 1L << SingleSumBits;
        return exact && !shares ? ElementType.Single : ElementType.Double;
    }

    /// <summary>The most taps of a window on one axis; of adaptive ones, any number, where the input's extent is not known.</summary>
    private static double TapsOf(AxisSpec axis) => !axis.IsAdaptive ? axis.Kernel
        : axis.InputExtent is { } extent ? KnownExtents.Windows(axis, extent).MostTaps : double.PositiveInfinity;

    /// <summary>At least the windows that an element is in, each of which may add its gradient: over a single element, all of them.</summary>
    private static double WindowsOfElement(AxisSpec axis) => axis.OutputExtent ?? axis.Kernel;

    // Where a NaN stands in the order decides what it does to its window.
    private static string HalfKeys(PoolingSpec spec) => (spec.Kind, spec.NaN) switch
    {
        (PoolingKind.Max, NaNRule.Propagate) => "Rt::HalfKeys.NaNAboveAll",
        (PoolingKind.Min, NaNRule.Propagate) => "Rt::HalfKeys.NaNBelowAll",
        (PoolingKind.Max, _) => "Rt::HalfKeys.NaNAsNegativeInfinity",
        _ => "Rt::HalfKeys.NaNAsPositiveInfinity",
    };
}
