using System.Globalization;
using System.Text;

namespace PoolGen.Testing;

/// <summary>A pooling configuration as the tests state it: every option, per axis, independent of the product's own model.</summary>
/// <param name="Kind">What a window is reduced to.</param>
/// <param name="Kernel">Taps per axis, outermost first.</param>
public sealed record ReferenceSpec(PoolingKind Kind, int[] Kernel)
{
    public int Rank => Kernel.Length;

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

    /// <summary>A shape of two spatial axes as one of this configuration's rank: with one axis, an image's height is left out.</summary>
    public PoolingShape OfRank(PoolingShape image) => Rank == 1 ? new(image.Batch, image.Channels, image.Width) : image;

    /// <summary>The configuration on one line, every option that is not a default included: equal lines mean equal configurations.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Kind} k{Join(Kernel)} s{Join(Stride)} p{Join(PadBegin)}+{Join(PadEnd)} d{Join(Dilation)}");
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
