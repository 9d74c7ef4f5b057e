using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using PoolGen.Peers;
using PoolGen.Testing;

namespace PoolGen.Conformance.Tests;

/// <summary>ONNX Runtime, on models of one node.</summary>
internal sealed class OnnxRuntimePeer : LivePeer<OnnxCase>
{
    // The oldest in which MaxPool has integers, and the newest in which any pooling changed.
    private const int OldOpset = 12, NewOpset = 22;

    public override string Name => "ONNX Runtime";

    public override PeerStatus Status => OnnxRuntimeLibrary.Status;

    public override IReadOnlyList<Deviation<OnnxCase>> Deviations => OnnxRuntimeDeviations.All;

    public override IReadOnlyList<LiveFeature<OnnxCase>> Features { get; } =
    [
        .. new[] { "MaxPool", "AveragePool", "LpPool", "GlobalMaxPool", "GlobalAveragePool", "GlobalLpPool" }
            .Select(name => new LiveFeature<OnnxCase>(name, test => test.Operator == name)),
        .. new[] { 1, 2, 3 }.Select(rank => new LiveFeature<OnnxCase>($"{rank} axes", test => test.Spec.Rank == rank)),
        .. new[] { typeof(float), typeof(double), typeof(sbyte), typeof(byte) }
            .Select(element => new LiveFeature<OnnxCase>(element.Name, test => test.Spec.ElementType == element)),
        .. new[] { AutoPadding.SameUpper, AutoPadding.SameLower, AutoPadding.Valid }
            .Select(autoPad => new LiveFeature<OnnxCase>($"{autoPad}", test => test.Spec.AutoPad == autoPad)),
        .. new[] { PoolingKind.Max, PoolingKind.Average, PoolingKind.Lp }.SelectMany(kind => new LiveFeature<OnnxCase>[]
        {
            new($"dilation, {kind}", test => test.Spec.Kind == kind && test.IsDilated),
            new($"ceil mode, {kind}", test => test.Spec.Kind == kind && test.Spec.Ceil),
            new($"asymmetric pads, {kind}", test => test.Spec.Kind == kind && !test.Spec.PadBegin.SequenceEqual(test.Spec.PadEnd)),
        }),
        new("count_include_pad and pads", test => test.Spec.CountIncludePad && test.Spec.PadBegin.Any(padding => padding > 0)),
        new("row-major indices", test => test.Indices == StorageOrder.RowMajor),
        new("column-major indices of several axes", test => test.Indices == StorageOrder.ColumnMajor && test.Spec.Rank > 1),
        new("maxima of floats without indices", test => test.Operator == "MaxPool" && test.Indices is null && test.Spec.ElementType == typeof(float)),
        new("channels last", test => test.Spec.Layout == TensorLayout.ChannelsLast),
    ];

    public override OnnxCase Draw(Random random)
    {
        ReferenceSpec spec = Nearest(RandomSpecs.Spec(random, (TensorLayout)random.Next(2)));
        PoolingShape shape = RandomSpecs.Shape(random, spec);
        DataClass data = DataMaker.Classes[random.Next(DataMaker.Classes.Count)];
        int opset = NeedsNewOpset(spec) || random.Next(2) == 0 ? NewOpset : OldOpset;
        StorageOrder? indices = spec is { Kind: PoolingKind.Max, OutputSize: null }
            ? random.Next(3) switch { 0 => StorageOrder.RowMajor, 1 => StorageOrder.ColumnMajor, _ => null }
            : null;
        return new(spec, shape, data, random.Next(), opset, indices);
    }

    public override PeerResult<T> Run<T>(OnnxCase test, T[] input, T[] outputGradient)
    {
        long[] shape = LiveRun.Extents(test.Shape);
        using InferenceSession session = OnnxRuntimeLibrary.Open(OnnxModel.Write(Node(test), TensorTypeOf(typeof(T)), shape));
        using OrtValue x = OrtValue.CreateTensorValueFromMemory(input, shape);
        using var run = new RunOptions();
        using IDisposableReadOnlyCollection<OrtValue> outputs = session.Run(run, [OnnxModel.Input], [x], session.OutputNames);
        return new(
            outputs[0].GetTensorTypeAndShape().Shape,
            outputs[0].GetTensorDataAsSpan<T>().ToArray(),
            outputs.Count == 1 ? null : InPlane(outputs[1], test));
    }

    public override bool IsRefusal(Exception error) => error is OnnxRuntimeException;

    private static int[] InPlane(OrtValue indices, OnnxCase test) =>
        [.. indices.GetTensorDataAsSpan<long>().ToArray().Select(index => OnnxIndices.InPlane(index, test.Shape, test.Indices == StorageOrder.ColumnMajor))];

    private static OnnxNode Node(OnnxCase test)
    {
        ReferenceSpec spec = test.Spec;
        var node = new OnnxNode(test.Operator, test.Opset, Outputs: test.Indices is null ? 1 : 2);
        if (spec.Kind == PoolingKind.Lp)
            node = node.With("p", (int)spec.NormType);
        if (test.IsGlobal)
            return node;
        node = node.With("kernel_shape", spec.Kernel).With("strides", spec.Stride);
        node = spec.AutoPad == AutoPadding.None
            ? node.With("pads", [.. spec.PadBegin, .. spec.PadEnd])
            : node.With("auto_pad", spec.AutoPad switch { AutoPadding.SameUpper => "SAME_UPPER", AutoPadding.SameLower => "SAME_LOWER", _ => "VALID" });
        if (test.IsDilated)
            node = node.With("dilations", spec.Dilation);
        if (spec.Ceil)
            node = node.With("ceil_mode", 1);
        if (spec.CountIncludePad)
            node = node.With("count_include_pad", 1);
        return test.Indices == StorageOrder.ColumnMajor ? node.With("storage_order", 1) : node;
    }

    /// <summary>The same windows with the nearest kind, element type and options that ONNX has.</summary>
    private static ReferenceSpec Nearest(ReferenceSpec spec)
    {
        PoolingKind kind = spec.Kind switch { PoolingKind.Min => PoolingKind.Max, PoolingKind.Sum => PoolingKind.Average, var other => other };
        return spec with
        {
            Kind = kind,
            OutputSize = spec.OutputSize is null ? null : [.. spec.OutputSize.Select(_ => 1)],
            NormType = Math.Ceiling(spec.NormType),
            DivisorOverride = null,
            NaN = NaNRule.Propagate,
            Ties = spec.Ties == TieRule.Last ? TieRule.First : spec.Ties,
            ElementType = kind == PoolingKind.Max && spec.OutputSize is null ? NearestElement(spec.ElementType) : typeof(float),
        };
    }

    private static Type NearestElement(Type element) =>
        element == typeof(Half) ? typeof(float) : element == typeof(short) ? typeof(sbyte) : element == typeof(int) ? typeof(byte) : element;

    // LpPool has dilation and ceil mode since opset 18, AveragePool has dilation since opset 19.
    private static bool NeedsNewOpset(ReferenceSpec spec) => spec.Kind != PoolingKind.Max
        && (spec.Dilation.Any(dilation => dilation > 1) || (spec.Ceil && spec.Kind == PoolingKind.Lp));

    private static TensorElementType TensorTypeOf(Type element) =>
        element == typeof(float) ? TensorElementType.Float
        : element == typeof(double) ? TensorElementType.Double
        : element == typeof(sbyte) ? TensorElementType.Int8
        : TensorElementType.UInt8;
}
