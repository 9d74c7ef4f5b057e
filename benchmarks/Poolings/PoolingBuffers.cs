using PoolGen.Benchmarks.Cases;
using PoolGen.Benchmarks.Measuring;

namespace PoolGen.Benchmarks.Poolings;

/// <summary>The spans of a pooling's calls on a case.</summary>
internal sealed class PoolingBuffers(Tensors tensors, Layout layout, int workspaceLength)
{
    private readonly NativeBuffer<float> _input = tensors.Input(layout), _output = tensors.Output(layout);
    private readonly NativeBuffer<float> _outputGradient = tensors.OutputGradient(layout), _inputGradient = tensors.InputGradient(layout);
    private readonly NativeBuffer<byte> _workspace = tensors.Allocate<byte>(workspaceLength);

    public PoolingShape Shape { get; } = tensors.Case.InputShape;

    public ReadOnlySpan<float> Input => _input.Span;

    public Span<float> Output => _output.Span;

    public ReadOnlySpan<float> OutputGradient => _outputGradient.Span;

    public Span<float> InputGradient => _inputGradient.Span;

    public Span<byte> Workspace => _workspace.Span;
}
