namespace PoolGen.Generator.Model;

/// <summary>What divides the sum of a window.</summary>
internal enum DivisorKind
{
    /// <summary>The taps inside the input.</summary>
    Taps,

    /// <summary>The taps inside the input or its declared padding.</summary>
    PaddedTaps,

    /// <summary>A number from the attribute.</summary>
    Fixed,
}

/// <summary>The divisor of a window's sum.</summary>
/// <param name="Kind">What is counted.</param>
/// <param name="Value">The divisor, where it is fixed; else 0.</param>
internal sealed record Divisor(DivisorKind Kind, int Value = 0);

/// <summary>A pooling as the user asked for it, valid and with every default resolved. It says nothing about how it is computed.</summary>
/// <param name="Kind">What a window is reduced to.</param>
/// <param name="Element">The type of the tensors' elements.</param>
/// <param name="Layout">The order of the tensors' axes.</param>
/// <param name="Axes">
/// The spatial axes, outermost first; in front of a single one stands a height of one window of one tap, so that every plan is one of rows
/// and columns. Three axes are depth, height and width: slices, rows and columns.
/// </param>
/// <param name="Divisor">Average: what divides the sum; 1 for Sum and Lp.</param>
/// <param name="Ties">Max and Min: which winners receive the gradient.</param>
/// <param name="NaN">Max and Min: what a NaN does to its window.</param>
internal sealed record PoolingSpec(
    PoolingKind Kind,
    ElementType Element,
    TensorLayout Layout,
    EquatableArray<AxisSpec> Axes,
    Divisor Divisor,
    TieRule Ties,
    NaNRule NaN)
{
    /// <summary>The spatial axes of the user's tensors.</summary>
    public int Rank { get; init; } = 2;

    /// <summary>Whether planes have a depth: windows then reach over slices, which are rows and columns each.</summary>
    public bool HasDepth => Axes.Count == 3;

    /// <summary>The axis of slices; without one, a single window of one tap.</summary>
    public AxisSpec Depth => HasDepth ? Axes[0] : AxisSpec.Absent;

    /// <summary>The axis of rows.</summary>
    public AxisSpec Height => Axes[Axes.Count - 2];

    /// <summary>The axis of columns.</summary>
    public AxisSpec Width => Axes[Axes.Count - 1];

    /// <summary>Lp: the exponent p; null for other kinds.</summary>
    public double? Norm { get; init; }

    /// <summary>Whether the extents of windows follow from the input's.</summary>
    public bool IsAdaptive => Axes.Any(axis => axis.IsAdaptive);

    /// <summary>Whether a window covers its plane, whatever the plane's extents.</summary>
    public bool IsGlobal => Axes.Skip(Axes.Count - Rank).All(axis => axis.IsGlobal);

    /// <summary>The taps of a window that is not adaptive.</summary>
    public int Taps => Axes.Aggregate(1, (taps, axis) => checked(taps * axis.Kernel));

    /// <summary>Whether some input shape has a clipped window.</summary>
    public bool Clips => Axes.Any(axis => axis.Clips);

    /// <summary>What divides the sum of a window that is not clipped.</summary>
    public int WholeDivisor => Divisor.Kind == DivisorKind.Fixed ? Divisor.Value : Taps;

    /// <summary>Whether divisors differ between windows: they count taps, and some windows have fewer. Where padding counts, only those that overhang it.</summary>
    public bool DivisorsDiffer => Divisor.Kind switch
    {
        DivisorKind.Taps => Clips,
        DivisorKind.PaddedTaps => Axes.Any(axis => axis is { Rounding: AxisRounding.Ceiling, Stride: > 1 }),
        _ => false,
    };
}
