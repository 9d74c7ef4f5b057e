using System.Numerics;
using PoolGen.Benchmarks.Cases;
using PoolGen.Benchmarks.Measuring;

namespace PoolGen.Benchmarks.ElementTypes;

/// <summary>A pooling of some element type, on a shape: the same numbers for every type, so small that all types hold them and the sums of gradients.</summary>
internal abstract class TypedPooling(Type element, Window window, PoolingShape shape) : IDisposable
{
    private const int MostElement = 100;
    private const int MostGradient = 10;

    public Type Element { get; } = element;

    public Window Window { get; } = window;

    public PoolingShape Shape { get; } = shape;

    /// <summary>Runs a direction so many times; the loop is in here so that the virtual call is not timed.</summary>
    public abstract void Run(Direction direction, int repeat);

    /// <summary>What the last run of a direction computed.</summary>
    public abstract double[] Read(Direction direction);

    public abstract void Dispose();

    /// <summary>An element of the input, not a repetition of its neighbours.</summary>
    protected static int InputAt(int index) => (int)((uint)index * 2654435761 >> 16) % MostElement;

    protected static int GradientAt(int index) => 1 + (int)((uint)index * 2654435761 >> 16) % MostGradient;
}

/// <inheritdoc/>
internal sealed class TypedPooling<TPooling, T> : TypedPooling
    where TPooling : IPooling<T>
    where T : unmanaged, INumber<T>
{
    private readonly NativeBuffer<T> _input, _output, _outputGradient, _inputGradient;
    private readonly NativeBuffer<byte> _workspace;

    public TypedPooling(Window window, PoolingShape shape)
        : base(typeof(T), window, shape)
    {
        int inputs = (int)shape.ElementCount, outputs = (int)TPooling.OutputShape(shape).ElementCount;
        (_input, _inputGradient) = (new(inputs, stagger: 0), new(inputs, stagger: 1));
        (_output, _outputGradient) = (new(outputs, stagger: 2), new(outputs, stagger: 3));
        _workspace = new(TPooling.WorkspaceLength(shape), stagger: 4);
        for (int i = 0; i < inputs; i++)
            _input.Span[i] = T.CreateChecked(InputAt(i));
        for (int i = 0; i < outputs; i++)
            _outputGradient.Span[i] = T.CreateChecked(GradientAt(i));
        TPooling.ForwardTraining(_input.Span, _output.Span, _workspace.Span, Shape);
    }

    public override void Run(Direction direction, int repeat)
    {
        for (; repeat > 0; repeat--)
        {
            if (direction == Direction.Forward)
                TPooling.Forward(_input.Span, _output.Span, Shape);
            if (direction is Direction.TrainingForward or Direction.Step)
                TPooling.ForwardTraining(_input.Span, _output.Span, _workspace.Span, Shape);
            if (direction is Direction.Backward or Direction.Step)
                TPooling.BackwardTraining(_outputGradient.Span, _input.Span, _workspace.Span, _inputGradient.Span, Shape);
        }
    }

    public override double[] Read(Direction direction)
    {
        Span<T> result = direction.GivesGradient() ? _inputGradient.Span : _output.Span;
        double[] numbers = new double[result.Length];
        for (int i = 0; i < numbers.Length; i++)
            numbers[i] = double.CreateChecked(result[i]);
        return numbers;
    }

    public override void Dispose()
    {
        foreach (NativeBuffer<T> buffer in (NativeBuffer<T>[])[_input, _output, _outputGradient, _inputGradient])
            buffer.Dispose();
        _workspace.Dispose();
    }
}
