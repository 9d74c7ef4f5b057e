using System;
using System.Globalization;
using System.Linq;
using System.Numerics.Tensors;
using System.Threading.Tasks;
using PoolGen;
using static PoolGen.PoolingKind;

namespace WorkedExample
{
    /// <summary>Every winner receives the gradient.</summary>
    [Pooling(Kind=Max, Kernel=3, Stride=1)]
    public partial class MaxPool { }

    [Pooling(Kind = Max, Kernel = 3, Stride = 1, Ties = TieRule.First)]
    public partial class FirstMaxPool { }

    [Pooling(Kind = Average, Kernel = 3, Stride = 1)]
    public partial class MeanPool { }

    /// <summary>Types that have kernels but no layer, nested as deep as a user may have them.</summary>
    public static partial class Targets
    {
        [Pooling(Kind = Max, Kernel = 3, Stride = 1)]
        internal partial struct Structure { }

        [Pooling(Kind = Max, Kernel = 3, Stride = 1)]
        internal partial record struct Record { }

        [Pooling(Kind = Max, Kernel = 3, Stride = 1)]
        internal static partial class Statics { }
    }

    /// <summary>Prints what every operation gives on the worked example of the founding document, one line per tensor.</summary>
    internal static class Program
    {
        private static readonly PoolingShape s_inputShape = new PoolingShape(1, 1, 6, 6);

        private static readonly float[] s_input =
        {
            1, 2, 3, 1, 4, 4,
            2, 2, 5, 4, 4, 1,
            0, 6, 9, 6, 3, 7,
            9, 1, 2, 8, 8, 0,
            3, 9, 9, 2, 5, 8,
            7, 4, 1, 8, 8, 6,
        };

        private static readonly float[] s_outputGradient = Enumerable.Range(1, 16).Select(value => (float)value).ToArray();

        private static void Main()
        {
            Kernels<MaxPool>("max");
            Kernels<FirstMaxPool>("first");
            Kernels<MeanPool>("mean");
            Kernels<Targets.Structure>("struct");
            Kernels<Targets.Record>("record");
            Statics();

            Indices<MaxPool>("max");
            Indices<FirstMaxPool>("first");

            Layer("max", new MaxPool());
            Layer("first", new FirstMaxPool());
            Layer("mean", new MeanPool());

            Console.WriteLine("threads agree: " + (ThreadsAgree<MaxPool>() && ThreadsAgree<FirstMaxPool>() && ThreadsAgree<MeanPool>()));
        }

        // Generic over the pooling: static abstract members must survive trimming and ahead-of-time compilation.
        private static void Kernels<TPooling>(string name)
            where TPooling : IPooling<float>
        {
            Console.WriteLine(name + " shape: " + TPooling.OutputShape(s_inputShape));
            var output = new float[TPooling.OutputShape(s_inputShape).ElementCount];
            var inputGradient = new float[s_input.Length];
            TPooling.Forward(s_input, output, s_inputShape);
            Print(name + " forward", output);
            TPooling.Backward(s_outputGradient, s_input, inputGradient, s_inputShape);
            Print(name + " backward", inputGradient);

            var workspace = new byte[TPooling.WorkspaceLength(s_inputShape)];
            Array.Clear(output);
            Array.Clear(inputGradient);
            TPooling.ForwardTraining(s_input, output, workspace, s_inputShape);
            Print(name + " training forward", output);
            ReadOnlySpan<float> kept = TPooling.BackwardReadsInput ? s_input : default(ReadOnlySpan<float>);
            TPooling.BackwardTraining(s_outputGradient, kept, workspace, inputGradient, s_inputShape);
            Print(name + " training backward", inputGradient);
        }

        private static void Statics()
        {
            var output = new float[16];
            Targets.Statics.Forward(s_input, output, s_inputShape);
            Print("static forward", output);
        }

        private static void Indices<TPooling>(string name)
            where TPooling : IIndexedPooling<float>
        {
            var output = new float[16];
            var indices = new int[16];
            TPooling.ForwardWithIndices(s_input, output, indices, s_inputShape);
            Print(name + " indices", indices.Select(index => (float)index).ToArray());
        }

        private static void Layer(string name, IPoolingLayer<float> layer)
        {
            Tensor<float> input = Tensor.Create(s_input, new nint[] { 1, 1, 6, 6 });
            Tensor<float> outputGradient = Tensor.Create(s_outputGradient, new nint[] { 1, 1, 4, 4 });
            Print(name + " layer forward", layer.Forward(input).ToArray());
            Print(name + " layer backward", layer.Backward(outputGradient).ToArray());
        }

        // Large enough that the work is divided.
        private static bool ThreadsAgree<TPooling>()
            where TPooling : IPooling<float>
        {
            var shape = new PoolingShape(4, 16, 48, 48);
            float[] input = Enumerable.Range(0, checked((int)shape.ElementCount)).Select(index => (float)(index * 7919L % 61)).ToArray();
            var threads = new ParallelOptions { MaxDegreeOfParallelism = 4 };
            var output = new float[TPooling.OutputShape(shape).ElementCount];
            var outputOfThreads = new float[output.Length];
            TPooling.Forward(input, output, shape);
            TPooling.Forward(input, outputOfThreads, shape, threads);
            var gradient = new float[input.Length];
            var gradientOfThreads = new float[input.Length];
            TPooling.Backward(output, input, gradient, shape);
            TPooling.Backward(output, input, gradientOfThreads, shape, threads);
            return output.AsSpan().SequenceEqual(outputOfThreads) && gradient.AsSpan().SequenceEqual(gradientOfThreads);
        }

        private static void Print(string name, float[] values) =>
            Console.WriteLine(name + ": " + string.Join(" ", values.Select(value => value.ToString("R", CultureInfo.InvariantCulture))));
    }
}
