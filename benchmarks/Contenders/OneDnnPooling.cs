using PoolGen.Benchmarks.Cases;
using PoolGen.Benchmarks.Measuring;
using static PoolGen.Benchmarks.Contenders.OneDnnLibrary;

namespace PoolGen.Benchmarks.Contenders;

/// <summary>oneDNN's primitives of a case in one layout, over memory of their own.</summary>
internal sealed class OneDnnPooling : IDisposable
{
    private readonly Stack<Action> _release = [];
    private readonly Tensors _tensors;
    private readonly nint _engine, _stream;
    private readonly nint _inference, _training, _backward;
    private readonly Argument[] _inferenceArguments, _trainingArguments, _backwardArguments;
    private readonly Tensor _output, _inputGradient;

    public OneDnnPooling(Tensors tensors, Layout layout)
    {
        _tensors = tensors;
        Check(CreateEngine(out _engine, Cpu, 0), "an engine");
        Release(_engine, DestroyEngine);
        Check(CreateStream(out _stream, _engine, InOrder), "a stream");
        Release(_stream, DestroyStream);

        Case problem = tensors.Case;
        long[] inputs = [problem.Batch, problem.Channels, problem.Height, problem.Width];
        long[] outputs = [problem.Batch, problem.Channels, problem.OutputHeight, problem.OutputWidth];
        int tag = layout switch { Layout.Nchw => OneDnnLibrary.Nchw, Layout.Nhwc => OneDnnLibrary.Nhwc, _ => OneDnnLibrary.Nchw16c };
        Tensor input = NewTensor(inputs, tag), outputGradient = NewTensor(outputs, tag);
        _output = NewTensor(outputs, tag);
        _inputGradient = NewTensor(inputs, tag);
        Copy(Plain(inputs, tensors.Input(Layout.Nchw)), input);
        Copy(Plain(outputs, tensors.OutputGradient(Layout.Nchw)), outputGradient);

        nint inference = Forward(problem.Window, ForwardInference, input, _output);
        nint training = Forward(problem.Window, ForwardTraining, input, _output);
        _inference = Primitive(inference);
        _training = Primitive(training);
        _backward = Primitive(Backward(problem.Window, _inputGradient, outputGradient, training));
        Argument[] workspace = WorkspaceOf(training);
        _inferenceArguments = [new(Source, input.Memory), new(Target, _output.Memory)];
        _trainingArguments = [.. _inferenceArguments, .. workspace];
        _backwardArguments = [new(TargetGradient, outputGradient.Memory), new(SourceGradient, _inputGradient.Memory), .. workspace];
    }

    public void Run(Direction direction, int repeat)
    {
        for (; repeat > 0; repeat--)
        {
            if (direction == Direction.Forward)
                Check(Execute(_inference, _stream, _inferenceArguments.Length, _inferenceArguments), "a pass");
            if (direction is Direction.TrainingForward or Direction.Step)
                Check(Execute(_training, _stream, _trainingArguments.Length, _trainingArguments), "a pass");
            if (direction.GivesGradient())
                Check(Execute(_backward, _stream, _backwardArguments.Length, _backwardArguments), "a pass");
            Check(Wait(_stream), "waiting");
        }
    }

    /// <summary>Copies what the last run computed, channels first.</summary>
    public void Read(Direction direction, Span<float> target)
    {
        Tensor result = direction.GivesGradient() ? _inputGradient : _output;
        using var copy = new NativeBuffer<float>(target.Length, stagger: 0);
        Copy(result, Plain(result.Extents, copy));
        copy.Span.CopyTo(target);
    }

    public void Dispose()
    {
        while (_release.TryPop(out Action? release))
            release();
    }

    private static int Algorithm(Window window) =>
        window.Kind == PoolingKind.Max ? Max : window.CountsPadding ? AverageIncludingPadding : AverageExcludingPadding;

    private static long[] Both(int value) => [value, value];

    private nint Forward(Window window, int propagation, Tensor input, Tensor output)
    {
        Check(
            DescribeForward(
                out nint description, _engine, propagation, Algorithm(window), input.Descriptor, output.Descriptor,
                Both(window.Stride), Both(window.Kernel), Both(0), Both(window.Begin), Both(window.End), 0),
            "a forward pass");
        Release(description, DestroyDescription);
        return description;
    }

    private nint Backward(Window window, Tensor inputGradient, Tensor outputGradient, nint forward)
    {
        Check(
            DescribeBackward(
                out nint description, _engine, Algorithm(window), inputGradient.Descriptor, outputGradient.Descriptor,
                Both(window.Stride), Both(window.Kernel), Both(0), Both(window.Begin), Both(window.End), forward, 0),
            "a backward pass");
        Release(description, DestroyDescription);
        return description;
    }

    private nint Primitive(nint description)
    {
        Check(CreatePrimitive(out nint primitive, description), "a primitive");
        Release(primitive, DestroyPrimitive);
        return primitive;
    }

    /// <summary>The workspace as an argument; none where the training forward pass leaves nothing.</summary>
    private Argument[] WorkspaceOf(nint training)
    {
        nint descriptor = QueryDescriptor(training, WorkspaceDescriptor, 0);
        int size = descriptor == 0 ? 0 : (int)SizeOf(descriptor);
        return size == 0 ? [] : [new(Workspace, Memory(descriptor, _tensors.Allocate<byte>(size)))];
    }

    private void Copy(Tensor source, Tensor target)
    {
        Check(DescribeReorder(out nint description, source.Descriptor, _engine, target.Descriptor, _engine, 0), "a reorder");
        Release(description, DestroyDescription);
        Argument[] arguments = [new(Source, source.Memory), new(Target, target.Memory)];
        Check(Execute(Primitive(description), _stream, arguments.Length, arguments), "a copy");
        Check(Wait(_stream), "waiting");
    }

    private Tensor Plain(long[] extents, NativeBuffer<float> buffer)
    {
        nint descriptor = Descriptor(extents, OneDnnLibrary.Nchw);
        return new(extents, descriptor, Memory(descriptor, buffer));
    }

    private Tensor NewTensor(long[] extents, int tag)
    {
        nint descriptor = Descriptor(extents, tag);
        return new(extents, descriptor, Memory(descriptor, _tensors.Allocate<byte>((int)SizeOf(descriptor))));
    }

    private nint Descriptor(long[] extents, int tag)
    {
        Check(CreateDescriptor(out nint descriptor, extents.Length, extents, Float32, tag), "a tensor's description");
        Release(descriptor, DestroyDescriptor);
        return descriptor;
    }

    private unsafe nint Memory<T>(nint descriptor, NativeBuffer<T> buffer)
        where T : unmanaged
    {
        Check(CreateMemory(out nint memory, descriptor, _engine, (nint)buffer.Pointer), "memory");
        Release(memory, DestroyMemory);
        return memory;
    }

    private void Release(nint handle, Func<nint, int> destroy) => _release.Push(() => destroy(handle));

    private sealed record Tensor(long[] Extents, nint Descriptor, nint Memory);
}
