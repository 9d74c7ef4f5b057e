using System.Runtime.Intrinsics.X86;
using PoolGen.Testing;

namespace PoolGen.Conformance.Tests;

/// <summary>Where ONNX Runtime computes something else than PoolGen, or nothing.</summary>
internal static class OnnxRuntimeDeviations
{
    public static IReadOnlyList<Deviation<OnnxCase>> All { get; } =
    [
        new(
            "padding not below the kernel",
            DeviationKind.Refuses,
            "It limits padding to less than the kernel, whatever the dilation. PoolGen's limit is the dilated kernel, and ONNX has none.",
            test => test.Spec.Kernel.Zip(test.Spec.PadBegin.Zip(test.Spec.PadEnd, Math.Max)).Any(axis => axis.Second >= axis.First),
            Witness(new(PoolingKind.Average, [2]) { Stride = [1], PadBegin = [2], PadEnd = [2], Dilation = [3] }, new(1, 1, 6), opset: 22)),
        new(
            "SAME with dilation",
            DeviationKind.Differs,
            "It works the padding out without the dilation, so that the output is shorter than the input divided by the stride, or not there at all.",
            test => test.IsSame && test.IsDilated,
            Witness(new(PoolingKind.Max, [3]) { Stride = [1], AutoPad = AutoPadding.SameUpper, Dilation = [2] }, new(1, 1, 8))),
        new(
            "SAME with windows that lie apart",
            DeviationKind.Differs,
            "Where no padding is needed it takes a negative one: the first window begins inside the input. Some of its kernels refuse that.",
            test => test.IsSame && HasNegativePadding(test),
            Witness(new(PoolingKind.Max, [1]) { Stride = [3], AutoPad = AutoPadding.SameUpper }, new(1, 1, 9)) with { Indices = StorageOrder.RowMajor }),
        new(
            "NaN in a maximum",
            DeviationKind.Differs,
            "It wins where it is the first tap and indices are asked for; elsewhere it never does.",
            test => test.Spec is { Kind: PoolingKind.Max, HasIntegers: false } && test.Data == DataClass.SprinkledNaN,
            Witness(new(PoolingKind.Max, [3]) { Stride = [1] }, new(1, 1, 40), DataClass.SprinkledNaN)),
        new(
            "maximum of a window without a tap",
            DeviationKind.Differs,
            "It gives the lowest finite number.",
            test => test.Spec is { Kind: PoolingKind.Max, OutputSize: null } && HasEmptyWindow(test),
            Witness(new(PoolingKind.Max, [2]) { Stride = [1], PadBegin = [1], PadEnd = [1], Dilation = [3] }, new(1, 1, 2))),
        new(
            "maximum of negative infinities alone",
            DeviationKind.Differs,
            "Its vectorised kernels, which serve floats without indices and dilation, give the lowest finite number.",
            test => test.Spec.Kind == PoolingKind.Max && test.Spec.ElementType == typeof(float) && test.Indices is null && !test.IsDilated
                && test.Data is (DataClass.AllNegativeInfinity or DataClass.Infinities),
            Witness(ReferenceSpec.Adaptive(PoolingKind.Max, 1), new(1, 1, 5), DataClass.AllNegativeInfinity)),
        new(
            "dilated maximum of negative infinities alone, in blocks of channels",
            DeviationKind.Differs,
            "Where the channels make whole blocks it works on a layout of blocks, dilated or not, whose kernels give the lowest finite number.",
            test => test.Spec is { Kind: PoolingKind.Max, Rank: 2 } && test.Spec.ElementType == typeof(float) && test.Indices is null && test.IsDilated
                && test.Shape.Channels % ChannelBlock == 0
                && test.Data is (DataClass.AllNegativeInfinity or DataClass.Infinities),
            Witness(new(PoolingKind.Max, [2, 2]) { Stride = [1, 1], Dilation = [2, 2] }, new(1, 16, 4, 4), DataClass.AllNegativeInfinity)),
        new(
            "the newest GlobalLpPool",
            DeviationKind.Refuses,
            "It has no kernel of opset 22.",
            test => test is { Operator: "GlobalLpPool", Opset: 22 },
            Witness(ReferenceSpec.Adaptive(PoolingKind.Lp, 1), new(1, 1, 5), opset: 22)),
    ];

    // As many channels as its widest vector has floats; with 128 bits it takes eight, too.
    private static int ChannelBlock => Avx512F.IsSupported ? 16 : 8;

    private static OnnxCase Witness(ReferenceSpec spec, PoolingShape shape, DataClass data = DataClass.Uniform, int opset = 12) =>
        new(spec, shape, data, Seed: 1, opset);

    private static bool HasNegativePadding(OnnxCase test) =>
        LiveRun.Extents(test.Shape)[2..].Zip(test.Spec.Kernel, test.Spec.Stride).Any(axis =>
        {
            (long extent, int kernel, int stride) = axis;
            long lastWindow = (extent - 1) / stride * stride;
            return lastWindow + kernel < extent;
        });

    private static bool HasEmptyWindow(OnnxCase test) => new ReferencePooling(test.Spec, test.Shape).HasEmptyWindow;
}
