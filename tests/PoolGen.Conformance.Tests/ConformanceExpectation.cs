using System.Numerics;
using PoolGen.Testing;

namespace PoolGen.Conformance.Tests;

/// <summary>What a case's library expects, and how closely: its own rounding is as large as ours.</summary>
internal sealed class ConformanceExpectation<T>
    where T : unmanaged, INumber<T>, IMinMaxValue<T>
{
    private readonly ConformanceCase _test;
    private readonly ReferenceResult _output;
    private readonly ReferenceResult? _inputGradient;

    public ConformanceExpectation(ConformanceCase test)
    {
        _test = test;
        int outputs = test.Output.Length;
        Reference = ReferenceCase<T>.Of(test.Spec, test.Shape, Convert(test.Input), Convert(test.OutputGradient ?? new double[outputs]));
        _output = new ReferenceResult(test.Output, Tolerances(Reference.Output, test.Output));
        if (test.InputGradient is not null)
            _inputGradient = new ReferenceResult(MovedToFirstNaN(test), Tolerances(Reference.InputGradient, test.InputGradient, GradientSlack));
    }

    // libtorch adds gradients of float16 up in float16, which has 13 bits less than a float.
    private static double GradientSlack => typeof(T) == typeof(Half) ? 1 << 13 : 1;

    public ReferenceCase<T> Reference { get; }

    /// <summary>The library's expectation and the oracle's are the same.</summary>
    public void CheckReference()
    {
        Compare.Values<T>(Convert(Reference.Output.Values), _output, Reference.OutputShape, _test.Spec.Layout, $"{Reference}: output");
        CheckIndices(Reference.Indices, "indices");
        if (_inputGradient is not null)
            Compare.Values<T>(Convert(Reference.InputGradient.Values), _inputGradient, _test.Shape, _test.Spec.Layout, $"{Reference}: input gradient");
    }

    /// <summary>A pooling writes what the library expects.</summary>
    public void Check(PoolingUnderTest<T> pooling, string where)
    {
        var output = new T[_test.Output.Length];
        pooling.Forward(Reference.Input, output, _test.Shape);
        Compare.Values<T>(output, _output, Reference.OutputShape, _test.Spec.Layout, $"{Reference}, {where}: Forward");
        if (_test.Indices is not null)
        {
            var indices = new int[output.Length];
            pooling.ForwardWithIndices(Reference.Input, output, indices, _test.Shape);
            CheckIndices(indices, where);
        }
        if (_inputGradient is not null)
        {
            var gradient = new T[_test.Input.Length];
            pooling.Backward(Reference.OutputGradient, Reference.Input, gradient, _test.Shape);
            Compare.Values<T>(gradient, _inputGradient, _test.Shape, _test.Spec.Layout, $"{Reference}, {where}: Backward");
        }
    }

    // Libraries report the last NaN of a window, and some index for one without a tap; PoolGen's NaN follows the tie rule.
    private void CheckIndices(int[] actual, string where)
    {
        if (_test.Indices is null)
            return;
        int[] expected = [.. _test.Indices.Select((index, i) => double.IsNaN(_test.Output[i]) || Reference.Indices[i] < 0 ? Reference.Indices[i] : index)];
        Compare.Indices(actual, expected, Reference.OutputShape, _test.Spec.Layout, $"{Reference}, {where}: indices");
    }

    private double[] MovedToFirstNaN(ConformanceCase test)
    {
        double[] gradient = [.. test.InputGradient!];
        if (test.Indices is null)
            return gradient;
        for (int i = 0; i < test.Output.Length; i++)
        {
            if (!double.IsNaN(test.Output[i]))
                continue;
            gradient[InputIndex(i, test.Indices[i])] -= test.OutputGradient![i];
            gradient[InputIndex(i, Reference.Indices[i])] += test.OutputGradient[i];
        }
        return gradient;
    }

    /// <summary>Where an element stands in the input that is numbered in the plane of an output.</summary>
    private int InputIndex(int output, int inPlane)
    {
        int inputPlane = Plane(_test.Shape), outputPlane = Plane(Reference.OutputShape), channels = _test.Shape.Channels;
        return _test.Spec.Layout == TensorLayout.ChannelsFirst
            ? output / outputPlane * inputPlane + inPlane
            : (output / (outputPlane * channels) * inputPlane + inPlane) * channels + output % channels;
    }

    private static int Plane(PoolingShape shape) => shape.Depth * shape.Height * shape.Width;

    private double[]? Tolerances(ReferenceResult reference, double[] expected, double slack = 1) => reference.Tolerances is null
        ? null
        : [.. reference.Tolerances.Select((bound, i) => 2 * slack * bound + (_test.RelativeTolerance > 0 ? Math.Abs(expected[i]) * _test.RelativeTolerance : 0))];

    private static T[] Convert(double[] values) => [.. values.Select(T.CreateSaturating)];
}
