using System.Runtime.CompilerServices;
using PoolGen.Testing;

namespace PoolGen.Kernels.Tests;

/// <summary>What a <see cref="FaultyPooling"/> gets wrong.</summary>
public enum Fault
{
    None,
    PaddingIsZero,
    NaNLoses,
    NegativeInfinityLoses,
    LastInsteadOfFirst,
    OverlapsOverwrite,
    MaskTimesGradient,
    IndexCountsPadding,
    LeavesAnElement,
    WritesBehindItsSpan,
    WritesItsInput,
}

/// <summary>A plain 3x3/1 maximum with padding 1 and <c>Ties = First</c> that can be told to go wrong: what the verification must notice.</summary>
internal sealed class FaultyPooling(Fault fault) : PoolingUnderTest<float>
{
    public static ReferenceSpec Spec { get; } = new(PoolingKind.Max, [3, 3])
    {
        Stride = [1, 1],
        PadBegin = [1, 1],
        PadEnd = [1, 1],
        Ties = TieRule.First,
    };

    public override string Name => $"{nameof(FaultyPooling)} ({fault})";

    public override bool HasIndices => true;

    public override bool BackwardReadsInput => true;

    public override PoolingShape OutputShape(PoolingShape inputShape) => inputShape;

    public override int WorkspaceLength(PoolingShape inputShape) => 0;

    public override void Forward(ReadOnlySpan<float> input, Span<float> output, PoolingShape inputShape, ParallelOptions? parallel = null)
    {
        int end = fault == Fault.LeavesAnElement ? output.Length - 1 : output.Length;
        for (int i = 0; i < end; i++)
            output[i] = Winner(input, i, inputShape, out float value) < 0 ? float.NegativeInfinity : value;
        if (fault == Fault.WritesBehindItsSpan)
            Unsafe.Add(ref output[^1], 1) = 0;
        if (fault == Fault.WritesItsInput)
            Unsafe.AsRef(in input[0]) += 1;
    }

    public override void ForwardWithIndices(ReadOnlySpan<float> input, Span<float> output, Span<int> indices, PoolingShape inputShape, ParallelOptions? parallel = null)
    {
        Forward(input, output, inputShape, parallel);
        for (int i = 0; i < output.Length; i++)
        {
            int winner = Winner(input, i, inputShape, out _);
            int plane = i / (inputShape.Height * inputShape.Width) * inputShape.Height * inputShape.Width;
            indices[i] = winner < 0 ? -1 : winner - plane + (fault == Fault.IndexCountsPadding ? 1 : 0);
        }
    }

    public override void Backward(ReadOnlySpan<float> outputGradient, ReadOnlySpan<float> input, Span<float> inputGradient, PoolingShape inputShape, ParallelOptions? parallel = null)
    {
        inputGradient.Clear();
        for (int i = 0; i < outputGradient.Length; i++)
        {
            int winner = Winner(input, i, inputShape, out _);
            if (winner < 0)
                continue;
            if (fault == Fault.OverlapsOverwrite)
                inputGradient[winner] = outputGradient[i];
            else
                inputGradient[winner] += outputGradient[i];
            if (fault == Fault.MaskTimesGradient)
                inputGradient[(winner + 1) % inputGradient.Length] += 0 * outputGradient[i];
        }
    }

    public override void ForwardTraining(ReadOnlySpan<float> input, Span<float> output, Span<byte> workspace, PoolingShape inputShape, ParallelOptions? parallel = null) =>
        Forward(input, output, inputShape, parallel);

    public override void BackwardTraining(ReadOnlySpan<float> outputGradient, ReadOnlySpan<float> input, ReadOnlySpan<byte> workspace, Span<float> inputGradient, PoolingShape inputShape, ParallelOptions? parallel = null) =>
        Backward(outputGradient, input, inputGradient, inputShape, parallel);

    private int Winner(ReadOnlySpan<float> input, int output, PoolingShape shape, out float value)
    {
        (int row, int column) = (output / shape.Width % shape.Height, output % shape.Width);
        value = fault switch
        {
            Fault.PaddingIsZero when row == 0 || column == 0 || row == shape.Height - 1 || column == shape.Width - 1 => 0,
            Fault.NegativeInfinityLoses => float.MinValue,
            _ => float.NegativeInfinity,
        };
        int winner = -1;
        for (int dy = -1; dy <= 1; dy++)
        {
            for (int dx = -1; dx <= 1; dx++)
            {
                if (row + dy < 0 || row + dy >= shape.Height || column + dx < 0 || column + dx >= shape.Width)
                    continue;
                int tap = output + dy * shape.Width + dx;
                if (Beats(input[tap], value, winner))
                    (winner, value) = (tap, input[tap]);
            }
        }
        return winner;
    }

    private bool Beats(float tap, float best, int winner)
    {
        if (float.IsNaN(best))
            return false;
        if (float.IsNaN(tap))
            return fault != Fault.NaNLoses;
        bool first = winner < 0 && fault is not (Fault.NegativeInfinityLoses or Fault.PaddingIsZero);
        return tap > best || (tap == best && (first || fault == Fault.LastInsteadOfFirst));
    }
}
