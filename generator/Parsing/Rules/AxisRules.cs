using PoolGen.Generator.Model;

namespace PoolGen.Generator.Parsing.Rules;

/// <summary>Every axis has one kernel, stride, dilation and padding, or one output size, and all but the padding are at least 1.</summary>
internal static class AxisRules
{
    public static IEnumerable<Violation> Check(PoolingArguments arguments, AxisArguments axes) =>
    [
        .. CheckWindow(arguments, axes),
        .. GivenTwice(nameof(arguments.Dilation), arguments.Dilation, nameof(arguments.Dilations), arguments.Dilations),
        .. GivenTwice(nameof(arguments.OutputSize), arguments.OutputSize, nameof(arguments.OutputSizes), arguments.OutputSizes),
        .. Shape(nameof(arguments.Dilations), arguments.Dilations, axes.Rank),
        .. Shape(nameof(arguments.OutputSizes), arguments.OutputSizes, axes.Rank),
        .. Shape(nameof(arguments.InputExtents), arguments.InputExtents, axes.Rank),
        .. BelowOne(axes.Dilation, axes),
        .. BelowOne(axes.OutputSize, axes),
        .. BelowOne(axes.InputExtents, axes),
    ];

    /// <summary>What holds for every attribute with windows.</summary>
    public static IEnumerable<Violation> CheckWindow(WindowArguments arguments, AxisArguments axes) =>
    [
        .. RankOutOfRange(arguments.Rank),
        .. KernelMissing(arguments),
        .. GivenTwice(nameof(arguments.Kernel), arguments.Kernel, nameof(arguments.KernelShape), arguments.KernelShape),
        .. GivenTwice(nameof(arguments.Stride), arguments.Stride, nameof(arguments.Strides), arguments.Strides),
        .. GivenTwice(nameof(arguments.Padding), arguments.Padding, nameof(arguments.PaddingBegin), arguments.PaddingBegin),
        .. GivenTwice(nameof(arguments.Padding), arguments.Padding, nameof(arguments.PaddingEnd), arguments.PaddingEnd),
        .. Shape(nameof(arguments.KernelShape), arguments.KernelShape, axes.Rank),
        .. Shape(nameof(arguments.Strides), arguments.Strides, axes.Rank),
        .. Shape(nameof(arguments.PaddingBegin), arguments.PaddingBegin, axes.Rank),
        .. Shape(nameof(arguments.PaddingEnd), arguments.PaddingEnd, axes.Rank),
        .. BelowOne(axes.Kernel, axes),
        .. BelowOne(axes.Stride, axes),
    ];

    private static IEnumerable<Violation> RankOutOfRange(Argument<int> rank)
    {
        if (rank is { IsGiven: true, Value: < 1 or > 3 })
            yield return new(RuleIds.RankOutOfRange, Subject.Value(nameof(WindowArguments.Rank)), Text.Number(rank.Value), Supported.RankNames);
    }

    private static IEnumerable<Violation> KernelMissing(WindowArguments arguments)
    {
        if (!arguments.HasWindow)
            yield return new(RuleIds.KernelMissing, Subject.Attribute);
    }

    private static IEnumerable<Violation> GivenTwice(string name, Argument<int> scalar, string arrayName, Argument<EquatableArray<int>?> array)
    {
        if (scalar.IsGiven && array.IsGiven)
            yield return new(RuleIds.GivenTwice, Subject.Value(arrayName), name, arrayName);
    }

    private static IEnumerable<Violation> Shape(string name, Argument<EquatableArray<int>?> array, int rank)
    {
        if (!array.IsGiven)
            yield break;
        if (array.Value is not { } values)
            yield return new(RuleIds.NullArray, Subject.Value(name), name, Text.Number(rank));
        else if (values.Count != rank)
            yield return new(RuleIds.WrongLength, Subject.Value(name), name, Entries(values.Count), Text.Number(rank));

        static string Entries(int count) => count == 1 ? "1 entry" : $"{Text.Number(count)} entries";
    }

    private static IEnumerable<Violation> BelowOne(AxisValues? values, AxisArguments axes)
    {
        for (int axis = 0; axis < values?.Values.Count; axis++)
        {
            if (values[axis] >= 1)
                continue;
            string where = values.IsPerAxis ? axes.Name(axis) : "every axis";
            yield return new(RuleIds.BelowOne, Subject.Of(values, axis), values.Argument, Text.Number(values[axis]), where) { NearestValue = 1 };
            if (!values.IsPerAxis)
                yield break;
        }
    }
}
