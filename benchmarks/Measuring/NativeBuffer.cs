using System.Runtime.InteropServices;

namespace PoolGen.Benchmarks.Measuring;

/// <summary>Unmanaged memory, aligned to a cache line like the tensors of native libraries, cleared.</summary>
internal sealed unsafe class NativeBuffer<T> : IDisposable
    where T : unmanaged
{
    private const int PageSize = 4096;

    private readonly byte* _block;

    /// <param name="length">Elements.</param>
    /// <param name="stagger">Tensors of one case get different numbers, so that no two begin at the same offset in a page.</param>
    public NativeBuffer(int length, int stagger)
    {
        nuint bytes = (nuint)length * (nuint)sizeof(T) + 2 * PageSize;
        _block = (byte*)NativeMemory.AlignedAlloc(bytes, PageSize);
        NativeMemory.Clear(_block, bytes);
        Pointer = (T*)(_block + stagger % 7 * 576);
        Length = length;
    }

    public int Length { get; }

    public T* Pointer { get; }

    public Span<T> Span => new(Pointer, Length);

    public void Dispose() => NativeMemory.AlignedFree(_block);
}
