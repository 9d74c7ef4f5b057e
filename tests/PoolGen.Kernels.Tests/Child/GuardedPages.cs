using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PoolGen.Kernels.Tests;

/// <summary>
/// Elements that begin behind, or end before, a page that may not be touched: a read beside them ends the process. For Linux.
/// </summary>
internal sealed unsafe partial class GuardedPages<T> : IDisposable
    where T : unmanaged
{
    private const int NoAccess = 0;
    private const int ReadWrite = 3;
    private const int PrivateAnonymous = 0x22;

    private readonly byte* _start;
    private readonly nuint _size;
    private readonly T* _elements;
    private readonly int _length;

    public GuardedPages(ReadOnlySpan<T> content, bool atEnd)
    {
        nuint page = (nuint)Environment.SystemPageSize;
        nuint bytes = (nuint)content.Length * (nuint)sizeof(T);
        nuint inner = Math.Max(page, (bytes + page - 1) / page * page);
        _size = inner + 2 * page;
        _length = content.Length;
        _start = (byte*)Native.Map(null, _size, NoAccess, PrivateAnonymous, -1, 0);
        if (_start == (byte*)-1 || Native.Protect(_start + page, inner, ReadWrite) != 0)
            throw new InvalidOperationException($"No guarded pages: error {Marshal.GetLastPInvokeError()}.");
        _elements = (T*)(_start + page + (atEnd ? inner - bytes : 0));
        content.CopyTo(Span);
    }

    public Span<T> Span => MemoryMarshal.CreateSpan(ref Unsafe.AsRef<T>(_elements), _length);

    public void Dispose() => _ = Native.Unmap(_start, _size);
}

internal static unsafe partial class Native
{
    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    public static partial void* Map(void* address, nuint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "mprotect", SetLastError = true)]
    public static partial int Protect(void* address, nuint length, int protection);

    [LibraryImport("libc", EntryPoint = "munmap", SetLastError = true)]
    public static partial int Unmap(void* address, nuint length);
}
