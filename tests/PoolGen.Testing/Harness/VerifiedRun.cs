using System.Numerics;

namespace PoolGen.Testing;

/// <summary>The members of a pooling on one case, between guards, over garbage, compared with the reference.</summary>
internal sealed class VerifiedRun<T>
    where T : unmanaged, INumber<T>, IMinMaxValue<T>
{
    private readonly PoolingUnderTest<T> _pooling;
    private readonly ReferenceCase<T> _expected;
    private readonly string _context;
    private readonly ParallelOptions? _parallel;
    private readonly T _garbage;
    private readonly GuardedBuffer<T> _input;
    private readonly GuardedBuffer<T> _outputGradient;

    public VerifiedRun(PoolingUnderTest<T> pooling, ReferenceCase<T> expected, string context, ParallelOptions? parallel)
    {
        (_pooling, _expected, _context, _parallel) = (pooling, expected, context, parallel);
        _garbage = Garbage.For<T>(expected.Data);

        // What lies beside the input would win its window, were it read: NaN where NaN wins, else infinity or the utmost integer.
        _input = new(expected.Input, expected.Spec.NaN == NaNRule.Propagate && !Elements<T>.IsInteger ? Elements<T>.NaN : expected.Spec.Kind == PoolingKind.Min ? Elements<T>.Lowest : Elements<T>.Highest);
        _outputGradient = new(expected.OutputGradient, Elements<T>.NaN);
    }

    public void Forward()
    {
        GuardedBuffer<T> output = NewOutput();
        _pooling.Forward(_input.Span, output.Span, _expected.InputShape, _parallel);
        CheckOutput(output, "Forward");
    }

    public void Indices()
    {
        GuardedBuffer<T> output = NewOutput();
        var indices = new GuardedBuffer<int>(output.Span.Length, -77_777_777);
        _pooling.ForwardWithIndices(_input.Span, output.Span, indices.Span, _expected.InputShape, _parallel);
        CheckOutput(output, "ForwardWithIndices");
        string context = $"{_context}: ForwardWithIndices, indices";
        indices.Check(context);
        Compare.Indices(indices.Span, _expected.Indices, _expected.OutputShape, _expected.Spec.Layout, context);
    }

    public void Training()
    {
        GuardedBuffer<T> output = NewOutput();
        var workspace = new GuardedBuffer<byte>(_pooling.WorkspaceLength(_expected.InputShape), 0xA5);
        _pooling.ForwardTraining(_input.Span, output.Span, workspace.Span, _expected.InputShape, _parallel);
        CheckOutput(output, "ForwardTraining");
        workspace.Check($"{_context}: ForwardTraining, workspace");

        GuardedBuffer<T> inputGradient = NewInputGradient();
        ReadOnlySpan<T> input = _pooling.BackwardReadsInput ? _input.Span : default;
        _pooling.BackwardTraining(_outputGradient.Span, input, workspace.Span, inputGradient.Span, _expected.InputShape, _parallel);
        CheckInputGradient(inputGradient, "BackwardTraining");
    }

    public void Backward()
    {
        GuardedBuffer<T> inputGradient = NewInputGradient();
        ReadOnlySpan<T> input = _expected.Spec.GradientDependsOnInput ? _input.Span : default;
        _pooling.Backward(_outputGradient.Span, input, inputGradient.Span, _expected.InputShape, _parallel);
        CheckInputGradient(inputGradient, "Backward");
    }

    private GuardedBuffer<T> NewOutput() => new(checked((int)_expected.OutputShape.ElementCount), _garbage);

    private GuardedBuffer<T> NewInputGradient() => new(_expected.Input.Length, _garbage);

    private void CheckOutput(GuardedBuffer<T> output, string member)
    {
        string context = $"{_context}: {member}, output";
        output.Check(context);
        Compare.Values<T>(output.Span, _expected.Output, _expected.OutputShape, _expected.Spec.Layout, context);
        CheckSources(member);
    }

    private void CheckInputGradient(GuardedBuffer<T> inputGradient, string member)
    {
        string context = $"{_context}: {member}, input gradient";
        inputGradient.Check(context);
        Compare.Values<T>(inputGradient.Span, _expected.InputGradient, _expected.InputShape, _expected.Spec.Layout, context);
        CheckSources(member);
    }

    private void CheckSources(string member)
    {
        Compare.Bits<T>(_input.Span, _expected.Input, _expected.InputShape, _expected.Spec.Layout, $"{_context}: {member} wrote its input");
        Compare.Bits<T>(_outputGradient.Span, _expected.OutputGradient, _expected.OutputShape, _expected.Spec.Layout, $"{_context}: {member} wrote its output gradient");
    }
}
