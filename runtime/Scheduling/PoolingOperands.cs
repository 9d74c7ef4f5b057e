using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>The pinned tensors of a call. A kernel touches only those that its pass names; the others are absent.</summary>
/// <typeparam name="T">The element type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct PoolingOperands<T>
    where T : unmanaged
{
    private readonly T* _input;
    private readonly T* _output;
    private readonly T* _outputGradient;
    private readonly T* _inputGradient;
    private readonly void* _records;
    private readonly byte* _scratch;

    internal PoolingOperands(
        T* input = null, T* output = null, T* outputGradient = null, T* inputGradient = null, void* records = null, byte* scratch = null, bool streams = false, bool prefetches = false)
    {
        _input = input;
        _output = output;
        _outputGradient = outputGradient;
        _inputGradient = inputGradient;
        _records = records;
        _scratch = scratch;
        Streams = streams;
        Prefetches = prefetches;
    }

    /// <summary>x.</summary>
    public ref T Input => ref Unsafe.AsRef<T>(_input);

    /// <summary>z.</summary>
    public ref T Output => ref Unsafe.AsRef<T>(_output);

    /// <summary>∂L/∂z.</summary>
    public ref T OutputGradient => ref Unsafe.AsRef<T>(_outputGradient);

    /// <summary>∂L/∂x.</summary>
    public ref T InputGradient => ref Unsafe.AsRef<T>(_inputGradient);

    /// <summary>
    /// What is recorded of each window's winners: the tap number of one, or a bit for each. A backward pass may load some records before the
    /// first and behind the last: they hold anything.
    /// </summary>
    /// <typeparam name="TRecord">The storage of a record: byte, ushort or int.</typeparam>
    public ref TRecord Records<TRecord>()
        where TRecord : unmanaged => ref Unsafe.AsRef<TRecord>(_records);

    /// <summary>
    /// Memory of the calling thread for intermediate results, of any content: the bytes that the kernel's <see cref="IPoolingKernel{T}.ScratchLength"/>
    /// asked for, aligned to a cache line.
    /// </summary>
    public ref T Scratch => ref Unsafe.AsRef<T>(_scratch);

    /// <summary>Records of winners in <see cref="Scratch"/>.</summary>
    /// <typeparam name="TRecord">The storage of a record.</typeparam>
    /// <param name="start">Where they begin, in bytes.</param>
    public ref TRecord ScratchRecords<TRecord>(nint start)
        where TRecord : unmanaged => ref Unsafe.AsRef<TRecord>(_scratch + start);

    /// <summary>Sets elements of <see cref="Scratch"/>.</summary>
    /// <param name="start">The first of them.</param>
    /// <param name="count">How many.</param>
    /// <param name="value">What they become.</param>
    public void FillScratch(int start, int count, T value) => new Span<T>((T*)_scratch + start, count).Fill(value);

    /// <summary>
    /// Whether the tensors exceed what the last-level cache can be expected to hold, so that what is written is better stored past it
    /// (<see cref="ILanes{TVector, T}.StoreStreaming"/>).
    /// </summary>
    public bool Streams { get; }

    /// <summary>
    /// Whether the tensors exceed what a core finds quickly in its caches, so that a kernel which reads several rows side by side gains by
    /// asking for what comes next (<see cref="IPlacement.Prefetch"/>).
    /// </summary>
    public bool Prefetches { get; }

    /// <summary>Whether no cache of a core holds the tensors: memory, or the last-level cache, is best met in its order.</summary>
    public bool AreFar => Streams || Prefetches;

    /// <summary>The same tensors with scratch memory.</summary>
    internal PoolingOperands<T> With(byte* scratch) => new(_input, _output, _outputGradient, _inputGradient, _records, scratch, Streams, Prefetches);

    /// <summary>The same tensors, stored and asked for as their distance demands.</summary>
    internal PoolingOperands<T> With(MemoryDistance distance) =>
        new(_input, _output, _outputGradient, _inputGradient, _records, _scratch, distance.Streams, distance.Prefetches);

    /// <summary>The same with an input from elsewhere.</summary>
    internal PoolingOperands<T> WithInput(T* input) =>
        new(input: input, output: _output, records: _records, scratch: _scratch, streams: Streams, prefetches: Prefetches);

    /// <summary>The same with gradients and records from elsewhere.</summary>
    internal PoolingOperands<T> WithGradients(T* outputGradient, void* records) =>
        new(outputGradient: outputGradient, inputGradient: _inputGradient, records: records, scratch: _scratch, streams: Streams, prefetches: Prefetches);

    /// <summary>Whether what is written begins at a cache line.</summary>
    internal bool BeginsAtLine => ((nuint)(_inputGradient != null ? _inputGradient : _output) & (CacheSize.Line - 1)) == 0;

    internal MemoryDistance Distance => new(Streams, Prefetches);

    /// <summary>Whether a gradient is written.</summary>
    internal bool IsBackward => _inputGradient != null;

    internal byte* ScratchBytes => _scratch;

    internal T* InputAddress => _input;

    internal T* OutputAddress => _output;

    internal T* OutputGradientAddress => _outputGradient;

    internal T* InputGradientAddress => _inputGradient;

    internal byte* RecordsAddress => (byte*)_records;

    /// <summary>
    /// One unit's forward pass as if it were the first, with scratch memory for its output and records. The tensors move up to the unit and the
    /// scratch memory stays where it is: a reference that points outside its object, even if nothing is read there, is fatal to the collector.
    /// </summary>
    /// <param name="output">The scratch output.</param>
    /// <param name="records">The scratch records.</param>
    /// <param name="scratch">What is left of the scratch memory.</param>
    /// <param name="inputs">The input's elements before the unit.</param>
    internal PoolingOperands<T> ForwardAtUnit(T* output, void* records, byte* scratch, nint inputs) =>
        new(input: _input + inputs, output: output, records: records, scratch: scratch);

    /// <summary>One unit's backward pass from records in scratch memory as if it were the first.</summary>
    /// <inheritdoc cref="RecordedAtUnit"/>
    internal PoolingOperands<T> BackwardAtUnit(void* records, byte* scratch, nint inputs, nint outputs) =>
        new(outputGradient: _outputGradient + outputs, inputGradient: _inputGradient + inputs, records: records, scratch: scratch);

    /// <summary>One unit as if it were the first, with scratch memory for its records; the output is written where it belongs.</summary>
    /// <param name="records">The scratch records.</param>
    /// <param name="scratch">What is left of the scratch memory.</param>
    /// <param name="inputs">The input's elements before the unit.</param>
    /// <param name="outputs">The output's elements before the unit.</param>
    internal PoolingOperands<T> RecordedAtUnit(void* records, byte* scratch, nint inputs, nint outputs) =>
        new(input: _input + inputs, output: _output + outputs, records: records, scratch: scratch, streams: Streams);

    /// <summary>Sets elements of ∂L/∂x to zero: scattered gradients are added to it.</summary>
    /// <param name="origin">The first of them.</param>
    /// <param name="count">How many.</param>
    public void ClearInputGradient(nint origin, nint count) => new Span<T>(_inputGradient + origin, (int)count).Clear();
}
