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

    internal PoolingOperands(T* input = null, T* output = null, T* outputGradient = null, T* inputGradient = null, void* records = null)
    {
        _input = input;
        _output = output;
        _outputGradient = outputGradient;
        _inputGradient = inputGradient;
        _records = records;
    }

    /// <summary>x.</summary>
    public ref T Input => ref Unsafe.AsRef<T>(_input);

    /// <summary>z.</summary>
    public ref T Output => ref Unsafe.AsRef<T>(_output);

    /// <summary>∂L/∂z.</summary>
    public ref T OutputGradient => ref Unsafe.AsRef<T>(_outputGradient);

    /// <summary>∂L/∂x.</summary>
    public ref T InputGradient => ref Unsafe.AsRef<T>(_inputGradient);

    /// <summary>What is recorded of each window's winners: the tap number of one, or a bit for each.</summary>
    /// <typeparam name="TRecord">The storage of a record: byte, ushort or int.</typeparam>
    public ref TRecord Records<TRecord>()
        where TRecord : unmanaged => ref Unsafe.AsRef<TRecord>(_records);

    /// <summary>
    /// One unit as if it were the first, with scratch memory for its output and records. The tensors move up to the unit and the scratch
    /// memory stays where it is: a reference that points outside its object, even if nothing is read there, is fatal to the collector.
    /// </summary>
    /// <param name="output">The scratch output.</param>
    /// <param name="records">The scratch records.</param>
    /// <param name="inputs">The input's elements before the unit.</param>
    /// <param name="outputs">The output's elements before the unit.</param>
    internal PoolingOperands<T> AtUnit(T* output, void* records, nint inputs, nint outputs) =>
        new(_input + inputs, output, _outputGradient + outputs, _inputGradient + inputs, records);

    /// <summary>Sets elements of ∂L/∂x to zero: scattered gradients are added to it.</summary>
    /// <param name="origin">The first of them.</param>
    /// <param name="count">How many.</param>
    public void ClearInputGradient(nint origin, nint count) => new Span<T>(_inputGradient + origin, (int)count).Clear();
}
