using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PoolGen.Testing;

namespace PoolGen.Kernels.Tests;

/// <summary>The members on one case at one end of the pages.</summary>
internal readonly ref struct GuardedRun<T>
    where T : unmanaged, INumber<T>, IMinMaxValue<T>
{
    private const int UnwrittenIndex = -77_777_777;

    // Larger than any sum of the gradients, which are integers to 8 or infinite, and than any input; of integers, one that few are.
    private static readonly T s_unwritten = T.CreateSaturating(-987654.5f);

    private readonly PoolingUnderTest<T> _pooling;
    private readonly ReferenceCase<T> _expected;
    private readonly string _context;
    private readonly ReadOnlySpan<T> _input, _outputGradient;
    private readonly Span<T> _output, _inputGradient;
    private readonly Span<byte> _workspace;
    private readonly Span<int> _indices;

    public GuardedRun(PoolingUnderTest<T> pooling, ReferenceCase<T> expected, GuardedTensors<T> tensors, bool atEnd, string lanes)
    {
        (_pooling, _expected) = (pooling, expected);
        _context = $"{pooling.Name} ({expected}, {lanes}) {(atEnd ? "before" : "behind")} a forbidden page";
        _input = tensors.Input.Take(expected.Input, atEnd);
        _outputGradient = tensors.OutputGradient.Take(expected.OutputGradient, atEnd);
        _output = tensors.Output.Take(expected.OutputGradient.Length, atEnd);
        _inputGradient = tensors.InputGradient.Take(expected.Input.Length, atEnd);
        _workspace = tensors.Workspace.Take(pooling.WorkspaceLength(expected.InputShape), atEnd);
        _indices = tensors.Indices.Take(pooling.HasIndices ? _output.Length : 0, atEnd);
    }

    private PoolingShape Shape => _expected.InputShape;

    private ReadOnlySpan<T> InputOfTraining => _pooling.BackwardReadsInput ? _input : default;

    public void All()
    {
        OfValidWorkspaces();
        UntrustedWorkspaces();
    }

    public void OfValidWorkspaces()
    {
        Forward();
        Indices();
        Training();
        Backward();
    }

    private void Forward()
    {
        _output.Fill(s_unwritten);
        _pooling.Forward(_input, _output, Shape);
        CheckOutput("Forward");
    }

    private void Indices()
    {
        if (!_pooling.HasIndices)
            return;
        _output.Fill(s_unwritten);
        _indices.Fill(UnwrittenIndex);
        _pooling.ForwardWithIndices(_input, _output, _indices, Shape);
        CheckOutput("ForwardWithIndices");
        Compare.Indices(_indices, _expected.Indices, _expected.OutputShape, _expected.Spec.Layout, $"{_context}: indices");
    }

    // The forward pass finds random bytes in the workspace: what it does not write, the backward pass must not need.
    private void Training()
    {
        new Random(_expected.Seed).NextBytes(_workspace);
        _output.Fill(s_unwritten);
        _inputGradient.Fill(s_unwritten);
        _pooling.ForwardTraining(_input, _output, _workspace, Shape);
        CheckOutput("ForwardTraining");
        _pooling.BackwardTraining(_outputGradient, InputOfTraining, _workspace, _inputGradient, Shape);
        CheckInputGradient("BackwardTraining");
    }

    private void Backward()
    {
        _inputGradient.Fill(s_unwritten);
        _pooling.Backward(_outputGradient, _expected.Spec.GradientDependsOnInput ? _input : default, _inputGradient, Shape);
        CheckInputGradient("Backward");
    }

    // The result is unspecified, but it is written, all of it and nothing else.
    private void UntrustedWorkspaces()
    {
        if (_workspace.Length == 0)
            return;
        new Random(_expected.Seed + 1).NextBytes(_workspace);
        BackwardOver("a random workspace");
        _workspace.Fill(byte.MaxValue);
        BackwardOver("a workspace of ones");

        T[] other = DataMaker.Input<T>(DataClass.Uniform, _input.Length, _expected.Seed + 2);
        _pooling.ForwardTraining(other, _output, _workspace, Shape);
        BackwardOver("another input's workspace");
    }

    private void BackwardOver(string workspace)
    {
        // What was written is the same, whatever was there before.
        _inputGradient.Fill(T.One);
        _pooling.BackwardTraining(_outputGradient, InputOfTraining, _workspace, _inputGradient, Shape);
        T[] written = [.. _inputGradient];
        _inputGradient.Fill(T.Zero);
        _pooling.BackwardTraining(_outputGradient, InputOfTraining, _workspace, _inputGradient, Shape);
        int same = MemoryMarshal.AsBytes(_inputGradient).CommonPrefixLength(MemoryMarshal.AsBytes(written.AsSpan())) / Unsafe.SizeOf<T>();
        if (same < written.Length)
        {
            string position = Compare.Position(same, Shape, _expected.Spec.Layout);
            throw new ComparisonException($"{_context}: BackwardTraining over {workspace} left {position} unwritten.");
        }
    }

    private void CheckOutput(string member) =>
        Compare.Values<T>(_output, _expected.Output, _expected.OutputShape, _expected.Spec.Layout, $"{_context}: {member}");

    private void CheckInputGradient(string member) =>
        Compare.Values<T>(_inputGradient, _expected.InputGradient, Shape, _expected.Spec.Layout, $"{_context}: {member}");
}
