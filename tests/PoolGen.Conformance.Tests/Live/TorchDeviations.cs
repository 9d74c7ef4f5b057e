using PoolGen.Testing;

namespace PoolGen.Conformance.Tests;

/// <summary>Where libtorch computes something else than PoolGen, or nothing.</summary>
internal static class TorchDeviations
{
    public static IReadOnlyList<Deviation<TorchCase>> All { get; } =
    [
        new(
            "padding above half the kernel",
            DeviationKind.Refuses,
            "It limits padding to half the kernel, whatever the dilation. PoolGen takes padding below the effective kernel.",
            test => test.Spec.PadBegin.Zip(test.Spec.Kernel).Any(axis => axis.First > axis.Second / 2),
            Witness(new(PoolingKind.Max, [3, 3]) { PadBegin = [2, 2], PadEnd = [2, 2] }, new(1, 1, 6, 6))),
        new(
            "average on three axes that are shorter than the kernel",
            DeviationKind.Refuses,
            "It compares the input with the kernel before it is padded.",
            test => test.Spec is { Rank: 3, HasWinners: false, OutputSize: null }
                && LiveRun.Extents(test.Shape)[2..].Zip(test.Spec.Kernel).Any(axis => axis.First < axis.Second),
            Witness(new(PoolingKind.Average, [2, 2, 2]) { PadBegin = [1, 1, 1], PadEnd = [1, 1, 1] }, new(1, 1, 1, 4, 4))),
        new(
            "gradient of a window without a tap",
            DeviationKind.Differs,
            "Its maximum names an element outside of the window, which receives the gradient, or one outside of the tensor, which damages memory.",
            test => test.Spec.HasWinners && test.Gradient && HasEmptyWindow(test),
            Witness(
                new(PoolingKind.Max, [1, 2]) { Stride = [2, 1], PadBegin = [0, 1], PadEnd = [0, 1], Dilation = [1, 3], Ties = TieRule.First },
                new(1, 1, 4, 2),
                gradient: true)),
        new(
            "norm in ceil mode",
            DeviationKind.Differs,
            "It is a mean times the number of taps: a window that hangs over the end is multiplied by taps that it does not have.",
            test => test.Spec is { Kind: PoolingKind.Lp, Ceil: true },
            Witness(new(PoolingKind.Lp, [3]) { Stride = [2], Ceil = true }, new(1, 1, 8))),
        new(
            "norm of negative elements",
            DeviationKind.Differs,
            "It takes powers without an absolute value: odd ones cancel out, and fractional ones are not a number.",
            test => test.Spec is { Kind: PoolingKind.Lp, NormType: not 2 } && test.Data != DataClass.Relu,
            Witness(new(PoolingKind.Lp, [3]) { NormType = 3 }, new(1, 1, 9))),
        new(
            "gradient of a norm of zeros",
            DeviationKind.Differs,
            "Under an exponent other than 2 it multiplies by a power of 0 that is not 0, where PoolGen gives a zero no gradient.",
            test => test.Spec is { Kind: PoolingKind.Lp, NormType: not 2 } && test.Gradient,
            Witness(new(PoolingKind.Lp, [3]) { NormType = 1 }, new(1, 1, 9), DataClass.Relu, gradient: true)),
        new(
            "gradient of a norm of infinities and NaN",
            DeviationKind.Differs,
            "An element that no window covers is multiplied by 0, which of these makes NaN.",
            test => test.Spec.Kind == PoolingKind.Lp && test.Gradient
                && test.Data is (DataClass.SprinkledNaN or DataClass.Infinities or DataClass.AllPositiveInfinity or DataClass.AllNegativeInfinity),
            Witness(new(PoolingKind.Lp, [2]), new(1, 1, 7), DataClass.AllPositiveInfinity, gradient: true)),
    ];

    private static TorchCase Witness(ReferenceSpec spec, PoolingShape shape, DataClass data = DataClass.Uniform, bool gradient = false) =>
        new(spec, shape, data, Seed: 1, gradient);

    private static bool HasEmptyWindow(TorchCase test) => new ReferencePooling(test.Spec, test.Shape).HasEmptyWindow;
}
