using System.Runtime.InteropServices;
using PoolGen.Peers;
using PoolGen.Testing;

namespace PoolGen.Conformance.Tests;

/// <summary>libtorch, where it has been asked for and loads.</summary>
internal sealed class TorchPeer : LivePeer<TorchCase>
{
    public override string Name => "libtorch";

    public override PeerStatus Status => TorchLibrary.Status;

    public override IReadOnlyList<Deviation<TorchCase>> Deviations => TorchDeviations.All;

    public override IReadOnlyList<LiveFeature<TorchCase>> Features { get; } =
    [
        .. new[] { PoolingKind.Max, PoolingKind.Average, PoolingKind.Sum, PoolingKind.Lp }
            .Select(kind => new LiveFeature<TorchCase>($"{kind} and its gradient", test => test.Spec.Kind == kind && test.Gradient)),
        .. new[] { PoolingKind.Max, PoolingKind.Average }
            .Select(kind => new LiveFeature<TorchCase>($"adaptive {kind}", test => test.Spec.Kind == kind && test.Spec.OutputSize is not null)),
        .. new[] { PoolingKind.Max, PoolingKind.Average }
            .Select(kind => new LiveFeature<TorchCase>($"ceil mode, {kind}", test => test.Spec.Kind == kind && test.Spec.Ceil)),
        .. new[] { 1, 2, 3 }.Select(rank => new LiveFeature<TorchCase>($"{rank} axes", test => test.Spec.Rank == rank)),
        .. new[] { typeof(float), typeof(double), typeof(Half), typeof(sbyte), typeof(byte), typeof(short), typeof(int) }
            .Select(element => new LiveFeature<TorchCase>(element.Name, test => test.Spec.ElementType == element)),
        new("dilation", test => test.Spec.Dilation.Any(dilation => dilation > 1)),
        new("padding that counts", test => test.Spec.CountIncludePad && test.Spec.PadBegin.Any(padding => padding > 0)),
        new("a divisor", test => test.Spec.DivisorOverride is not null),
        new("NaN in a maximum, and its gradient", test => test.Spec.Kind == PoolingKind.Max && test.Gradient && test.Data == DataClass.SprinkledNaN),
        new("channels last", test => test.Spec.Layout == TensorLayout.ChannelsLast),
    ];

    public override TorchCase Draw(Random random)
    {
        ReferenceSpec spec = Nearest(RandomSpecs.Spec(random, (TensorLayout)random.Next(2)));
        bool gradient = !spec.HasIntegers && random.Next(2) == 0;
        if (spec.HasWinners && (gradient || spec.Ties == TieRule.Last))
            spec = spec with { Ties = TieRule.First };
        return new(spec, RandomSpecs.Shape(random, spec), DataMaker.Classes[random.Next(DataMaker.Classes.Count)], random.Next(), gradient);
    }

    public override PeerResult<T> Run<T>(TorchCase test, T[] input, T[] outputGradient) =>
#if TORCH
        TorchAnswer.Of(test, input, outputGradient);
#else
        throw new NotSupportedException(Status.Missing);
#endif

    public override bool IsRefusal(Exception error) => error is ExternalException;

    /// <summary>Windows as near as libtorch has them: the same padding on both sides, dilation of maxima only, norms on one or two axes and without padding.</summary>
    private static ReferenceSpec Nearest(ReferenceSpec spec)
    {
        PoolingKind kind = Kind(spec);
        int[] zeros = new int[spec.Rank], ones = [.. zeros.Select(_ => 1)], padding = kind == PoolingKind.Lp ? zeros : spec.PadBegin;
        bool hasElement = kind == PoolingKind.Max || (kind != PoolingKind.Lp && !spec.HasIntegers) || spec.ElementType == typeof(double);
        ReferenceSpec nearest = spec with
        {
            Kind = kind,
            PadBegin = padding,
            PadEnd = padding,
            AutoPad = AutoPadding.None,
            Dilation = kind == PoolingKind.Max ? spec.Dilation : ones,
            NormType = kind == PoolingKind.Lp ? spec.NormType : new ReferenceSpec(kind, spec.Kernel).NormType,
            NaN = NaNRule.Propagate,
            ElementType = hasElement ? spec.ElementType : typeof(float),
        };
        bool fits = nearest.InputExtents is null || ReferencePooling.Fits(nearest, nearest.OfKnownExtents(batch: 1, channels: 1));
        return fits ? nearest : nearest with { InputExtents = null };
    }

    private static PoolingKind Kind(ReferenceSpec spec) => spec.Kind switch
    {
        PoolingKind.Min => PoolingKind.Max,
        PoolingKind.Sum when spec.OutputSize is not null => PoolingKind.Average,
        PoolingKind.Lp when spec.OutputSize is not null || spec.Rank == 3 => PoolingKind.Average,
        var kind => kind,
    };
}
