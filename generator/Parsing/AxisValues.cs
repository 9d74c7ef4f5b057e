using PoolGen.Generator.Model;

namespace PoolGen.Generator.Parsing;

/// <summary>One number per axis, and the argument that it comes from.</summary>
/// <param name="Argument">The argument's name.</param>
/// <param name="IsPerAxis">Whether the argument is an array with an entry per axis, not one number for all.</param>
/// <param name="Values">The numbers, outermost axis first.</param>
internal sealed record AxisValues(string Argument, bool IsPerAxis, EquatableArray<int> Values)
{
    public int this[int axis] => Values[axis];
}

/// <summary>
/// The arguments that speak of axes. A member is null where the argument was not given, and also where it contradicts itself (an array
/// of another length, both spellings): the rules for that report it, and rules about values have nothing to look at.
/// </summary>
internal sealed record AxisArguments(int Rank)
{
    public AxisValues? Kernel { get; init; }

    public AxisValues? Stride { get; init; }

    public AxisValues? PaddingBegin { get; init; }

    public AxisValues? PaddingEnd { get; init; }

    public AxisValues? Dilation { get; init; }

    /// <summary>Adaptive pooling: the windows of each axis.</summary>
    public AxisValues? OutputSize { get; init; }

    /// <summary>The extents of the input, where they are known.</summary>
    public AxisValues? InputExtents { get; init; }

    public const int DefaultRank = 2;

    public static AxisArguments Of(PoolingArguments arguments)
    {
        AxisArguments axes = OfWindow(arguments);
        return axes with
        {
            Dilation = axes.Resolve(nameof(arguments.Dilation), arguments.Dilation, nameof(arguments.Dilations), arguments.Dilations),
            OutputSize = axes.Resolve(nameof(arguments.OutputSize), arguments.OutputSize, nameof(arguments.OutputSizes), arguments.OutputSizes),
            InputExtents = axes.Resolve("", default, nameof(arguments.InputExtents), arguments.InputExtents),
        };
    }

    /// <summary>What every attribute with windows says of them.</summary>
    public static AxisArguments OfWindow(WindowArguments arguments)
    {
        var axes = new AxisArguments(arguments.Rank is { IsGiven: true, Value: >= 1 and <= 3 } given ? given.Value : DefaultRank);
        return axes with
        {
            Kernel = axes.Resolve(nameof(arguments.Kernel), arguments.Kernel, nameof(arguments.KernelShape), arguments.KernelShape),
            Stride = axes.Resolve(nameof(arguments.Stride), arguments.Stride, nameof(arguments.Strides), arguments.Strides),
            PaddingBegin = axes.Resolve(nameof(arguments.Padding), arguments.Padding, nameof(arguments.PaddingBegin), arguments.PaddingBegin),
            PaddingEnd = axes.Resolve(nameof(arguments.Padding), arguments.Padding, nameof(arguments.PaddingEnd), arguments.PaddingEnd),
        };
    }

    private AxisValues? Resolve(string name, Argument<int> scalar, string arrayName, Argument<EquatableArray<int>?> array) =>
        (scalar.IsGiven, array.IsGiven) switch
        {
            (true, false) => new(name, IsPerAxis: false, new(Enumerable.Repeat(scalar.Value, Rank))),
            (false, true) when array.Value is { } values && values.Count == Rank => new(arrayName, IsPerAxis: true, values),
            _ => null,
        };

    /// <summary>How messages name an axis: <c>axis 1 (width)</c>.</summary>
    public string Name(int axis) => $"axis {axis} ({(Rank - axis) switch { 1 => "width", 2 => "height", _ => "depth" }})";

    /// <summary>The distance from a window's first tap to behind its last, or null where the kernel or the dilation is not valid.</summary>
    public long? EffectiveKernel(int axis)
    {
        int dilation = Dilation?[axis] ?? 1;
        return Kernel?[axis] is { } kernel and >= 1 && dilation >= 1 ? (long)dilation * (kernel - 1) + 1 : null;
    }
}
