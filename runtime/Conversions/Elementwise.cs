using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PoolGen.Runtime;

/// <summary>What becomes of single elements: some at a time, or one.</summary>
internal interface IElementStep<TFrom, TTo>
    where TFrom : unmanaged
    where TTo : unmanaged
{
    /// <summary>The elements of a step at 512 bits; half as many are a step at 256.</summary>
    static abstract int Wide { get; }

    /// <summary>Converts <see cref="Wide"/> elements from <paramref name="index"/> on.</summary>
    void Step512(ref TFrom from, ref TTo to, nint index);

    /// <summary>Converts half of <see cref="Wide"/> elements from <paramref name="index"/> on.</summary>
    void Step256(ref TFrom from, ref TTo to, nint index);

    /// <summary>Converts one element.</summary>
    TTo One(TFrom element);
}

/// <summary>Goes through elements in steps; the last step overlaps the one before, which does it a second time.</summary>
internal static class Elementwise
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TStep, TFrom, TTo>(TStep step, ReadOnlySpan<TFrom> from, Span<TTo> to)
        where TStep : struct, IElementStep<TFrom, TTo>
        where TFrom : unmanaged
        where TTo : unmanaged
    {
        ref TFrom source = ref MemoryMarshal.GetReference(from);
        ref TTo target = ref MemoryMarshal.GetReference(to[..from.Length]);
        nint count = from.Length, next = 0;
        if (Vector512.IsHardwareAccelerated && count >= TStep.Wide)
        {
            for (; next <= count - TStep.Wide; next += TStep.Wide)
                step.Step512(ref source, ref target, next);
            if (next < count)
                step.Step512(ref source, ref target, count - TStep.Wide);
            return;
        }
        if (Vector128.IsHardwareAccelerated && count >= TStep.Wide / 2)
        {
            for (; next <= count - TStep.Wide / 2; next += TStep.Wide / 2)
                step.Step256(ref source, ref target, next);
            if (next < count)
                step.Step256(ref source, ref target, count - TStep.Wide / 2);
            return;
        }
        for (; next < count; next++)
            Unsafe.Add(ref target, next) = step.One(Unsafe.Add(ref source, next));
    }
}
