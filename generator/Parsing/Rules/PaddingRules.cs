namespace PoolGen.Generator.Parsing.Rules;

/// <summary>Padding is 0 or more, below the effective kernel, and stated in one way.</summary>
internal static class PaddingRules
{
    public static IEnumerable<Violation> Check(PoolingArguments arguments, AxisArguments axes) => [.. CheckWindow(axes), .. AutoPadConflicts(arguments)];

    /// <summary>What holds for every attribute with windows.</summary>
    public static IEnumerable<Violation> CheckWindow(AxisArguments axes) =>
    [
        .. OutOfRange(axes.PaddingBegin, axes),

        // Padding stands for both sides; what is wrong with it is said once.
        .. OutOfRange(axes.PaddingEnd is { IsPerAxis: true } ? axes.PaddingEnd : null, axes),
    ];

    private static IEnumerable<Violation> OutOfRange(AxisValues? padding, AxisArguments axes)
    {
        if (padding is null)
            yield break;

        // One number for all axes has to suit the smallest window.
        IEnumerable<int> checkedAxes = Enumerable.Range(0, axes.Rank);
        if (!padding.IsPerAxis)
            checkedAxes = checkedAxes.OrderBy(axis => axes.EffectiveKernel(axis) ?? long.MaxValue).Take(1);

        foreach (int axis in checkedAxes)
        {
            long? effective = axes.EffectiveKernel(axis);
            int value = padding[axis];
            if (value >= 0 && !(value >= effective))
                continue;

            long limit = effective - 1 ?? int.MaxValue;
            string range = effective is null ? "at least 0" : $"0 to {Text.Number(limit)}";
            string because = effective is null ? "" : $", less than the effective kernel {Text.Number(effective.Value)}";
            int nearest = value < 0 ? 0 : (int)limit;
            yield return new(
                RuleIds.PaddingOutOfRange, Subject.Of(padding, axis), padding.Argument, Text.Number(value), axes.Name(axis), range, because, Text.Number(nearest))
            {
                NearestValue = nearest,
            };
        }
    }

    private static IEnumerable<Violation> AutoPadConflicts(PoolingArguments arguments)
    {
        if (arguments.AutoPad.Value == AutoPadding.None || !EnumRules.IsDefined(arguments.AutoPad.Value))
            yield break;

        if (arguments.Padding.IsGiven)
            yield return Conflict(nameof(arguments.Padding), "sets the padding");
        if (arguments.PaddingBegin.IsGiven)
            yield return Conflict(nameof(arguments.PaddingBegin), "sets the padding");
        if (arguments.PaddingEnd.IsGiven)
            yield return Conflict(nameof(arguments.PaddingEnd), "sets the padding");
        if (arguments.CeilMode.Value)
            yield return Conflict(nameof(arguments.CeilMode), "sets how the output extent is rounded");

        Violation Conflict(string option, string what) =>
            new(RuleIds.AutoPadConflict, Subject.Value(option), option, arguments.AutoPad.Value.ToString(), what);
    }
}
