namespace PoolGen.Sample.WorkedExample;

/// <summary>The worked example through one pooling type: what its kernels computed, nothing worked out here.</summary>
/// <param name="Output">z.</param>
/// <param name="Gradients">∂L/∂x after the first window, after the second and after all of them.</param>
internal sealed record ExampleRun(IReadOnlyList<float> Output, IReadOnlyList<GradientStep> Gradients)
{
    /// <summary>Runs the kernels of <typeparamref name="TPooling"/>.</summary>
    public static ExampleRun Of<TPooling>()
        where TPooling : IPooling<float>
    {
        float[] input = [.. ExampleData.Input];
        float[] output = new float[ExampleData.OutputExtent * ExampleData.OutputExtent];
        TPooling.Forward(input, output, ExampleData.Shape);
        return new ExampleRun(output, [Step(1), Step(2), Step(output.Length)]);

        // The gradient is linear in ∂L/∂z: with 0 for the later windows, what is left is the sum so far.
        GradientStep Step(int windows)
        {
            float[] outputGradient = [.. ExampleData.OutputGradient.Select((value, window) => window < windows ? value : 0)];
            float[] inputGradient = new float[input.Length];
            TPooling.Backward(outputGradient, input, inputGradient, ExampleData.Shape);
            return new GradientStep(windows, inputGradient);
        }
    }

    /// <summary>The cells of x, flat, that equal the output of a window: for the maximum, its winners.</summary>
    public IReadOnlyList<int> Winners(int window) =>
        [.. ExampleData.WindowCells(window).Where(cell => ExampleData.Input[cell] == Output[window])];
}

/// <summary>The gradient once some windows have handed theirs back.</summary>
/// <param name="Windows">How many windows, in row-major order.</param>
/// <param name="InputGradient">∂L/∂x.</param>
internal sealed record GradientStep(int Windows, IReadOnlyList<float> InputGradient);
