using System.Globalization;
using System.Text;

namespace PoolGen.Testing;

/// <summary>A pooling configuration as the tests state it: every option, per axis, independent of the product's own model.</summary>
/// <param name="Kind">What a window is reduced to.</param>
/// <param name="Kernel">Taps per axis, outermost first.</param>
public sealed record ReferenceSpec(PoolingKind Kind, int[] Kernel)
{
    /// <summary>Adaptive pooling to some output extents, outermost first; there is no kernel then.</summary>
    public static ReferenceSpec Adaptive(PoolingKind kind, params int[] outputSize) => new(kind, Filled(outputSize.Length, 1)) { OutputSize = outputSize };

    public int Rank => Kernel.Length;

    /// <summary>Adaptive pooling: the output's extents, from which windows follow; null where they have a kernel.</summary>
    public int[]? OutputSize { get; init; }

    /// <summary>The only extents of an input that are accepted; null for all.</summary>
    public int[]? InputExtents { get; init; }

    public int[] Stride { get; init; } = Kernel;

    public int[] PadBegin { get; init; } = new int[Kernel.Length];

    public int[] PadEnd { get; init; } = new int[Kernel.Length];

    public int[] Dilation { get; init; } = Filled(Kernel.Length, 1);

    public AutoPadding AutoPad { get; init; }

    public bool Ceil { get; init; }

    public bool CountIncludePad { get; init; }

    public int? DivisorOverride { get; init; }

    /// <summary>Lp: the exponent.</summary>
    public double NormType { get; init; } = 2;

    public TieRule Ties { get; init; }

    public NaNRule NaN { get; init; }

    public TensorLayout Layout { get; init; }

    public Type ElementType { get; init; } = typeof(float);

    /// <summary>Whether elements are integers.</summary>
    public bool HasIntegers => ElementType == typeof(sbyte) || ElementType == typeof(byte) || ElementType == typeof(short) || ElementType == typeof(int);

    /// <summary>Whether windows have winners.</summary>
    public bool HasWinners => Kind is PoolingKind.Max or PoolingKind.Min;

    /// <summary>Whether ∂L/∂x depends on x.</summary>
    public bool GradientDependsOnInput => HasWinners || Kind == PoolingKind.Lp;

    /// <summary>Taps of a window.</summary>
    public int Taps => Kernel.Aggregate(1, (taps, kernel) => taps * kernel);

    /// <summary>An input of the only extents that are accepted.</summary>
    public PoolingShape OfKnownExtents(int batch, int channels) => InputExtents switch
    {
        [var width] => new(batch, channels, width),
        [var height, var width] => new(batch, channels, height, width),
        [var depth, var height, var width] => new(batch, channels, depth, height, width),
        _ => throw new InvalidOperationException("No extents are known."),
    };

    /// <summary>
    /// A shape of two spatial axes as one of this configuration's rank: with one axis, an image's height is left out; with three, it gets a
    /// depth, which goes through a short cycle and has room for a window. Where extents are known, they are the shape's.
    /// </summary>
    public PoolingShape OfRank(PoolingShape image) => Rank switch
    {
        _ when InputExtents is not null => OfKnownExtents(image.Batch, image.Channels),
        1 => new(image.Batch, image.Channels, image.Width),
        2 => image,
        _ => new(image.Batch, image.Channels, Math.Max(1 + (image.Height + 2 * image.Width) % 6, LeastDepth), image.Height, image.Width),
    };

    private int LeastDepth => AutoPad is AutoPadding.SameLower or AutoPadding.SameUpper ? 1 : Dilation[0] * (Kernel[0] - 1) + 1 - PadBegin[0] - PadEnd[0];

    /// <summary>The configuration on one line, every option that is not a default included: equal lines mean equal configurations.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        if (OutputSize is not null)
            text.Append(CultureInfo.InvariantCulture, $"{Kind} to {Join(OutputSize)}");
        else
            text.Append(CultureInfo.InvariantCulture, $"{Kind} k{Join(Kernel)} s{Join(Stride)} p{Join(PadBegin)}+{Join(PadEnd)} d{Join(Dilation)}");
        if (InputExtents is not null)
            text.Append(CultureInfo.InvariantCulture, $" of {Join(InputExtents)}");
        if (AutoPad != AutoPadding.None)
            text.Append(CultureInfo.InvariantCulture, $" {AutoPad}");
        if (Ceil)
            text.Append(" ceil");
        if (CountIncludePad)
            text.Append(" count-include-pad");
        if (DivisorOverride is int divisor)
            text.Append(CultureInfo.InvariantCulture, $" divisor {divisor}");
        if (Kind == PoolingKind.Lp)
            text.Append(CultureInfo.InvariantCulture, $" norm {NormType}");
        if (HasWinners)
            text.Append(CultureInfo.InvariantCulture, $" ties {Ties}");
        if (NaN != NaNRule.Propagate)
            text.Append(CultureInfo.InvariantCulture, $" nan {NaN}");
        return text.Append(CultureInfo.InvariantCulture, $" {Layout} {ElementType.Name}").ToString();
    }

    private static string Join(int[] values) => string.Join('x', values);

    private static int[] Filled(int length, int value) => Enumerable.Repeat(value, length).ToArray();
}
