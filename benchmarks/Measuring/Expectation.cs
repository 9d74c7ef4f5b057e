using System.Globalization;
using PoolGen.Benchmarks.Cases;
using PoolGen.Benchmarks.Contenders;

namespace PoolGen.Benchmarks.Measuring;

/// <summary>What the plain loop computes: the results that every contender must have before it is timed.</summary>
internal sealed class Expectation
{
    private readonly Case _case;
    private readonly float[] _output, _inputGradient, _actual;

    public Expectation(Tensors tensors)
    {
        _case = tensors.Case;
        _output = new float[_case.Outputs];
        _inputGradient = new float[_case.Inputs];
        _actual = new float[Math.Max(_case.Inputs, _case.Outputs)];
        var loop = new PlainLoop(_case, Layout.Nchw);
        ReadOnlySpan<float> input = tensors.Input(Layout.Nchw).Span;
        loop.Forward(input, _output);
        loop.Backward(input, tensors.OutputGradient(Layout.Nchw).Span, _inputGradient);
    }

    /// <summary>Runs an entry once, over spoilt results, and tells where it differs; null where it is right.</summary>
    public string? Difference(Entry entry, Tensors tensors)
    {
        if (entry.Read is null)
            return null;

        float[] expected = entry.Direction.GivesGradient() ? _inputGradient : _output;
        Span<float> actual = _actual.AsSpan(0, expected.Length);
        try
        {
            tensors.Spoil();
            entry.Run(1);
            entry.Read(actual);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return $"{error.GetType().Name}: {error.Message}";
        }

        int plane = expected.Length / _case.Planes;
        for (int i = 0; i < expected.Length; i++)
        {
            if (!(Math.Abs(actual[i] - expected[i]) <= _case.Tolerance))
            {
                return string.Create(
                    CultureInfo.InvariantCulture, $"plane {i / plane}, element {i % plane}: {actual[i]:R} instead of {expected[i]:R}");
            }
        }
        return null;
    }
}
