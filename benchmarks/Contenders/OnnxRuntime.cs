using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using PoolGen.Benchmarks.Cases;
using PoolGen.Benchmarks.Measuring;
using PoolGen.Peers;

namespace PoolGen.Benchmarks.Contenders;

/// <summary>ONNX Runtime on a model of one node, bound to tensors that exist already. Inference only, channels first only.</summary>
internal sealed class OnnxRuntime : Contender
{
    // The oldest with all that the cases ask for: later average poolings, which have dilation, are served by another kernel than the vectorised one.
    private const int Opset = 12;

    public override string Name => "ONNX Runtime";

    public override string? Version => OnnxRuntimeLibrary.Status.Version;

    public override string? Missing => OnnxRuntimeLibrary.Status.Missing;

    public override IEnumerable<Entry> Enter(Tensors tensors)
    {
        Case problem = tensors.Case;
        InferenceSession session = tensors.Own(OnnxRuntimeLibrary.Open(OnnxModel.Write(
            Node(problem.Window), TensorElementType.Float, problem.Batch, problem.Channels, problem.Height, problem.Width)));
        RunOptions run = tensors.Own(new RunOptions());
        OrtIoBinding binding = tensors.Own(session.CreateIoBinding());
        binding.BindInput(
            OnnxModel.Input,
            tensors.Own(Value(tensors.Input(Layout.Nchw), problem.Batch, problem.Channels, problem.Height, problem.Width)));
        binding.BindOutput(
            OnnxModel.Output,
            tensors.Own(Value(tensors.Output(Layout.Nchw), problem.Batch, problem.Channels, problem.OutputHeight, problem.OutputWidth)));

        return
        [
            new(Name, Role.Peer, Layout.Nchw, Direction.Forward, Run, Results.Of(tensors, Layout.Nchw, Direction.Forward)),
        ];

        void Run(int repeat)
        {
            for (; repeat > 0; repeat--)
                session.RunWithBinding(run, binding);
        }
    }

    private static unsafe OrtValue Value(NativeBuffer<float> buffer, params long[] shape) => OrtValue.CreateTensorValueWithData(
        OrtMemoryInfo.DefaultInstance, TensorElementType.Float, shape, (nint)buffer.Pointer, buffer.Length * (long)sizeof(float));

    private static OnnxNode Node(Window window)
    {
        bool max = window.Kind == PoolingKind.Max;
        OnnxNode node = new OnnxNode(max ? "MaxPool" : "AveragePool", Opset)
            .With("kernel_shape", [window.Kernel, window.Kernel])
            .With("strides", [window.Stride, window.Stride])
            .With("pads", [window.Begin, window.Begin, window.End, window.End]);
        return max ? node : node.With("count_include_pad", window.CountsPadding ? 1 : 0);
    }
}
