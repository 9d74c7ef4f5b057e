using System.Numerics;
using System.Runtime.InteropServices;

namespace PoolGen.Testing;

/// <summary>
/// A span between two guard zones that nobody may write: a kernel that leaves its span changes them. Their odd length also
/// takes away every alignment.
/// </summary>
public sealed class GuardedBuffer<T>
    where T : unmanaged
{
    private const int GuardLength = 67;

    private readonly T[] _memory;
    private readonly T[] _guard;
    private readonly int _length;

    /// <summary>A span that holds <paramref name="content"/> between guards of <paramref name="guard"/>.</summary>
    public GuardedBuffer(ReadOnlySpan<T> content, T guard)
        : this(content.Length, guard) => content.CopyTo(Span);

    /// <summary>A span of <paramref name="length"/> times <paramref name="garbage"/> between guards of the same.</summary>
    public GuardedBuffer(int length, T garbage)
    {
        _length = length;
        _memory = new T[length + 2 * GuardLength];
        Array.Fill(_memory, garbage);
        _guard = _memory[..GuardLength];
    }

    public Span<T> Span => _memory.AsSpan(GuardLength, _length);

    /// <summary>Fails where a guard has been written.</summary>
    public void Check(string context)
    {
        CheckGuard(_memory.AsSpan(0, GuardLength), -GuardLength, context);
        CheckGuard(_memory.AsSpan(GuardLength + _length), _length, context);
    }

    private void CheckGuard(ReadOnlySpan<T> guard, int offset, string context)
    {
        ReadOnlySpan<byte> actual = MemoryMarshal.AsBytes(guard), expected = MemoryMarshal.AsBytes(_guard.AsSpan());
        int difference = actual.CommonPrefixLength(expected);
        if (difference < expected.Length)
        {
            throw new ComparisonException(
                $"{context}: written outside its span of {_length} elements, at index {offset + difference / Marshal.SizeOf<T>()}.");
        }
    }
}

/// <summary>Fillings for memory that a kernel must overwrite or must not read.</summary>
public static class Garbage
{
    /// <summary>What no result of <paramref name="data"/> equals: NaN, or a number where results may be NaN; of integers, a number that few do.</summary>
    public static T For<T>(DataClass data)
        where T : unmanaged, INumber<T>, IMinMaxValue<T> =>
        data is DataClass.SprinkledNaN or DataClass.Infinities ? T.CreateSaturating(-987654.5f) : Elements<T>.NaN;
}
