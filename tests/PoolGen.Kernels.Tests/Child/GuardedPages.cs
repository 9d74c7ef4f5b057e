using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PoolGen.Kernels.Tests;

/// <summary>
/// Memory between two pages that may not be touched: a read beside the elements, which begin behind the first or end before the
/// second, ends the process. For Linux.
/// </summary>
internal sealed unsafe partial class GuardedPages<T> : IDisposable
    where T : unmanaged
{
    private const int NoAccess = 0;
    private const int ReadWrite = 3;
    private const int PrivateAnonymous = 0x22;

    private readonly byte* _start;
    private readonly nuint _page = (nuint)Environment.SystemPageSize;
    private readonly nuint _inner;

    /// <summary>Memory for <paramref name="capacity"/> elements.</summary>
    public GuardedPages(int capacity)
    {
        _inner = Math.Max(1, ((nuint)capacity * (nuint)sizeof(T) + _page - 1) / _page) * _page;
        _start = (byte*)Native.Map(null, Size, NoAccess, PrivateAnonymous, -1, 0);
        if (_start == (byte*)-1 || Native.Protect(_start + _page, _inner, ReadWrite) != 0)
            throw new InvalidOperationException($"No guarded pages: error {Marshal.GetLastPInvokeError()}.");
    }

    private nuint Size => _inner + 2 * _page;

    /// <summary>Elements of which the first, or the last, lies flush against a forbidden page.</summary>
    public Span<T> Take(int length, bool atEnd)
    {
        nuint bytes = (nuint)length * (nuint)sizeof(T);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes, _inner);
        byte* elements = _start + _page + (atEnd ? _inner - bytes : 0);
        return MemoryMarshal.CreateSpan(ref Unsafe.AsRef<T>(elements), length);
    }

    /// <summary>The same, with a copy of <paramref name="content"/>.</summary>
    public Span<T> Take(ReadOnlySpan<T> content, bool atEnd)
    {
        Span<T> elements = Take(content.Length, atEnd);
        content.CopyTo(elements);
        return elements;
    }

    public void Dispose() => _ = Native.Unmap(_start, Size);
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
