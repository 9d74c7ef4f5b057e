extern alias runtime;

using System.Reflection;
using runtime::PoolGen;

namespace PoolGen.CallSites.Tests.Documentation;

/// <summary>The members of a pooling of <see cref="float"/> that was compiled in memory.</summary>
internal sealed class CompiledPooling
{
    private readonly ForwardMethod _forward;
    private readonly BackwardMethod _backward;
    private readonly Func<PoolingShape, PoolingShape> _outputShape;

    private CompiledPooling(Type type)
    {
        _forward = Bind<ForwardMethod>(type, "Forward");
        _backward = Bind<BackwardMethod>(type, "Backward");
        _outputShape = Bind<Func<PoolingShape, PoolingShape>>(type, "OutputShape");
    }

    private delegate void ForwardMethod(ReadOnlySpan<float> input, Span<float> output, PoolingShape inputShape, ParallelOptions? parallel);

    private delegate void BackwardMethod(
        ReadOnlySpan<float> outputGradient, ReadOnlySpan<float> input, Span<float> inputGradient, PoolingShape inputShape, ParallelOptions? parallel);

    /// <summary>A pooling for each of the attributes' arguments.</summary>
    public static IReadOnlyList<CompiledPooling> CompileAll(IReadOnlyList<string> arguments)
    {
        Assembly assembly = ExampleCompiler.Load(string.Concat(
            arguments.Select((text, index) => $"[Pooling({text})] public static partial class Pooling{index};\n")));
        return [.. arguments.Select((_, index) => new CompiledPooling(assembly.GetType($"Pooling{index}", throwOnError: true)!))];
    }

    /// <summary>Height and width of the output for an input of one plane.</summary>
    public (int Height, int Width) OutputExtents(int height, int width)
    {
        PoolingShape shape = _outputShape(new(1, 1, height, width));
        return (shape.Height, shape.Width);
    }

    /// <summary>The output for an input of one plane.</summary>
    public float[] Forward(float[] input, int height, int width)
    {
        PoolingShape shape = new(1, 1, height, width);
        float[] output = new float[_outputShape(shape).ElementCount];
        _forward(input, output, shape, null);
        return output;
    }

    /// <summary>The input's gradient, for an input of one plane.</summary>
    public float[] Backward(float[] outputGradient, float[] input, int height, int width)
    {
        float[] inputGradient = new float[height * width];
        _backward(outputGradient, input, inputGradient, new(1, 1, height, width), null);
        return inputGradient;
    }

    private static TDelegate Bind<TDelegate>(Type type, string method)
        where TDelegate : Delegate => type.GetMethod(method, BindingFlags.Public | BindingFlags.Static)!.CreateDelegate<TDelegate>();
}
