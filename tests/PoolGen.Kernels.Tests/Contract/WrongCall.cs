using System.Numerics;
using PoolGen.Testing;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>The members of a pooling with one argument that is too short or too long.</summary>
internal sealed class WrongCall<T>
    where T : unmanaged, INumber<T>, IMinMaxValue<T>
{
    private readonly PoolingUnderTest<T> _pooling;
    private readonly PoolingShape _shape;
    private readonly string _wrong;
    private readonly T[] _input;
    private readonly T[] _output;
    private readonly T[] _outputGradient;
    private readonly T[] _inputGradient;
    private readonly byte[] _workspace;
    private readonly int[] _indices;

    public WrongCall(PoolingUnderTest<T> pooling, PoolingShape shape, string wrong, int change)
    {
        (_pooling, _shape, _wrong) = (pooling, shape, wrong);
        int inputs = (int)shape.ElementCount, outputs = (int)pooling.OutputShape(shape).ElementCount;
        _input = new T[Length("input", inputs)];
        _output = new T[Length("output", outputs)];
        _outputGradient = new T[Length("outputGradient", outputs)];
        _inputGradient = new T[Length("inputGradient", inputs)];
        _workspace = new byte[Math.Max(0, Length("workspace", pooling.WorkspaceLength(shape)))];
        _indices = new int[Length("indices", outputs)];

        int Length(string name, int length) => name == wrong ? length + change : length;
    }

    /// <summary>Every member that takes the argument refuses it by its name, and none has written.</summary>
    public void CheckRefused()
    {
        Array.Fill(_output, T.One);
        Array.Fill(_inputGradient, T.One);
        Array.Fill(_workspace, (byte)1);
        Array.Fill(_indices, 1);

        Check(() => _pooling.Forward(_input, _output, _shape), "input", "output");
        Check(() => _pooling.ForwardTraining(_input, _output, _workspace, _shape), "input", "output", "workspace");
        Check(() => _pooling.Backward(_outputGradient, _input, _inputGradient, _shape), "outputGradient", "input", "inputGradient");
        Check(
            () => _pooling.BackwardTraining(_outputGradient, _input, _workspace, _inputGradient, _shape),
            "outputGradient", "input", "workspace", "inputGradient");
        if (_pooling.HasIndices)
            Check(() => _pooling.ForwardWithIndices(_input, _output, _indices, _shape), "input", "output", "indices");
    }

    private void Check(Action call, params string[] parameters)
    {
        // A workspace of no bytes cannot be shorter.
        bool right = _wrong == "workspace" && _workspace.Length == _pooling.WorkspaceLength(_shape);
        if (!parameters.Contains(_wrong) || right)
            return;
        Assert.Throws<ArgumentException>(_wrong, call);
        bool untouched = Array.TrueForAll(_output, element => element == T.One)
            && Array.TrueForAll(_inputGradient, element => element == T.One)
            && Array.TrueForAll(_workspace, element => element == 1)
            && Array.TrueForAll(_indices, element => element == 1);
        Assert.True(untouched, $"{_pooling.Name}: a call that refuses its {_wrong} has written.");
    }
}
