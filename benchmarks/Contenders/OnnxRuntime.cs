using System.Reflection;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using PoolGen.Benchmarks.Cases;
using PoolGen.Benchmarks.Measuring;

namespace PoolGen.Benchmarks.Contenders;

/// <summary>ONNX Runtime on a model of one node, bound to tensors that exist already. Inference only, channels first only.</summary>
internal sealed class OnnxRuntime : Contender
{
    private readonly Lazy<string?> _missing = new(FindProblem);

    public override string Name => "ONNX Runtime";

    public override string? Version => typeof(InferenceSession).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?
        .InformationalVersion.Split('+')[0];

    public override string? Missing => _missing.Value;

    public override IEnumerable<Entry> Enter(Tensors tensors)
    {
        Case problem = tensors.Case;
        using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1 };
        InferenceSession session = tensors.Own(new InferenceSession(OnnxModel.Write(problem), options));
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

    private static string? FindProblem()
    {
        try
        {
            using var options = new SessionOptions();
            return null;
        }
        catch (Exception error) when (error
            is TypeInitializationException or DllNotFoundException or EntryPointNotFoundException or OnnxRuntimeException)
        {
            return (error.InnerException ?? error).Message;
        }
    }
}
