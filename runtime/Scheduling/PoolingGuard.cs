using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PoolGen.Runtime;

/// <summary>The checks that come before the first write of every call.</summary>
internal static class PoolingGuard
{
    /// <summary>The span holds one element for each of the shape's.</summary>
    /// <exception cref="ArgumentException">It does not.</exception>
    public static void Length<T>(ReadOnlySpan<T> span, PoolingShape shape, [CallerArgumentExpression(nameof(span))] string name = "")
    {
        if (span.Length != shape.ElementCount)
        {
            throw new ArgumentException(
                $"{name} has {span.Length} elements; its shape {shape} has {shape.ElementCount}. Slice the span to the shape.", name);
        }
    }

    /// <summary>The span is empty, or holds one element for each of the shape's.</summary>
    /// <exception cref="ArgumentException">It does not.</exception>
    public static void LengthOrEmpty<T>(ReadOnlySpan<T> span, PoolingShape shape, [CallerArgumentExpression(nameof(span))] string name = "")
    {
        if (!span.IsEmpty)
            Length(span, shape, name);
    }

    /// <summary>The workspace has exactly the length that the shape asks for.</summary>
    /// <exception cref="ArgumentException">It does not.</exception>
    public static void WorkspaceLength(ReadOnlySpan<byte> workspace, int expected, PoolingShape inputShape)
    {
        if (workspace.Length != expected)
        {
            throw new ArgumentException(
                $"workspace has {workspace.Length} bytes; an input of {inputShape} takes {expected}. Allocate WorkspaceLength(inputShape) bytes.",
                nameof(workspace));
        }
    }

    /// <summary>A written span shares no memory with another span of the call.</summary>
    /// <exception cref="ArgumentException">It does.</exception>
    public static void NoOverlap<TWritten, TOther>(
        ReadOnlySpan<TWritten> written,
        ReadOnlySpan<TOther> other,
        [CallerArgumentExpression(nameof(written))] string writtenName = "",
        [CallerArgumentExpression(nameof(other))] string otherName = "")
        where TWritten : unmanaged
        where TOther : unmanaged
    {
        if (MemoryMarshal.AsBytes(written).Overlaps(MemoryMarshal.AsBytes(other)))
            throw new ArgumentException($"{writtenName} overlaps {otherName}: a kernel writes the one while it reads the other. Give them memory of their own.", writtenName);
    }
}
