using PoolGen.Generator.Model;

namespace PoolGen.Generator.Parsing;

/// <summary>From arguments that break no rule to the model, every default resolved.</summary>
internal static class SpecBuilder
{
    private const double DefaultNorm = 2;

    public static PoolingSpec Build(PoolingArguments arguments)
    {
        AxisArguments axes = AxisArguments.Of(arguments);
        return new(
            arguments.Kind.Value,
            Element(arguments.ElementType),
            arguments.Layout.Value,
            new(Axes(arguments, axes)),
            DivisorOf(arguments),
            arguments.Ties.Value,
            arguments.NaN.Value)
        {
            Rank = axes.Rank,
            Norm = arguments.Kind.Value == PoolingKind.Lp ? arguments.NormType.IsGiven ? arguments.NormType.Value : DefaultNorm : null,
        };
    }

    public static UnpoolingSpec Build(UnpoolingArguments arguments)
    {
        AxisArguments axes = AxisArguments.OfWindow(arguments);
        return new(
            Element(arguments.ElementType),
            arguments.Layout.Value,
            new(Enumerable.Range(0, axes.Rank).Select(axis => Window(axes, axis, AxisRounding.Floor))));
    }

    /// <summary>The supported element type that was written, the default where none was, or null.</summary>
    public static ElementType? FindElement(Argument<WrittenType?> written) => written.IsGiven
        ? ElementType.All.FirstOrDefault(element => element.MetadataName == written.Value?.MetadataName)
        : ElementType.Single;

    private static ElementType Element(Argument<WrittenType?> written) =>
        FindElement(written) ?? throw new InvalidOperationException("A rule rejects element types that are not supported.");

    private static IEnumerable<AxisSpec> Axes(PoolingArguments arguments, AxisArguments axes)
    {
        var given = Enumerable.Range(0, axes.Rank).Select(axis => Axis(arguments, axes, axis) with { InputExtent = axes.InputExtents?[axis] });
        return axes.Rank == 1 ? given.Prepend(AxisSpec.Absent) : given;
    }

    /// <summary>The windows of an axis, whatever the input's extent.</summary>
    public static AxisSpec Axis(PoolingArguments arguments, AxisArguments axes, int axis) =>
        axes.OutputSize is { } outputs ? AxisSpec.Adaptive(outputs[axis]) : Window(axes, axis, Rounding(arguments));

    private static AxisSpec Window(AxisArguments axes, int axis, AxisRounding rounding)
    {
        int kernel = axes.Kernel?[axis] ?? throw new InvalidOperationException("A rule rejects a window without a kernel.");
        return new(
            kernel,
            axes.Stride?[axis] ?? kernel,
            axes.PaddingBegin?[axis] ?? 0,
            axes.PaddingEnd?[axis] ?? 0,
            axes.Dilation?[axis] ?? 1,
            rounding);
    }

    // Valid is zero padding and floor, which is what the absence of padding and of ceil mode says already.
    private static AxisRounding Rounding(PoolingArguments arguments) => arguments.AutoPad.Value switch
    {
        AutoPadding.SameUpper => AxisRounding.SameUpper,
        AutoPadding.SameLower => AxisRounding.SameLower,
        _ => arguments.CeilMode.Value ? AxisRounding.Ceiling : AxisRounding.Floor,
    };

    // A sum is an average whose divisor is 1, and a norm is the root of a sum.
    private static Divisor DivisorOf(PoolingArguments arguments) =>
        arguments.Kind.Value is PoolingKind.Sum or PoolingKind.Lp ? new(DivisorKind.Fixed, 1) :
        arguments.DivisorOverride.IsGiven ? new(DivisorKind.Fixed, arguments.DivisorOverride.Value)
        : arguments.CountIncludePad.Value ? new(DivisorKind.PaddedTaps)
        : new(DivisorKind.Taps);
}
