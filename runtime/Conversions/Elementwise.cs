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

    /// <summary>Converts the element at <paramref name="index"/>.</summary>
    void StepOne(ref TFrom from, ref TTo to, nint index);
}

/// <summary>Goes through elements in steps; the last step overlaps the one before, which does it a second time.</summary>
internal static class Elementwise
{
    public static void Run<TStep, TFrom, TTo>(TStep step, ReadOnlySpan<TFrom> from, Span<TTo> to)
        where TStep : struct, IElementStep<TFrom, TTo>
        where TFrom : unmanaged
        where TTo : unmanaged
    {
        ref TFrom source = ref MemoryMarshal.GetReference(from);
        ref TTo target = ref MemoryMarshal.GetReference(to[..from.Length]);
        if (Vector512.IsHardwareAccelerated && from.Length >= TStep.Wide)
            Run512(step, ref source, ref target, from.Length);
        else if (Vector128.IsHardwareAccelerated && from.Length >= TStep.Wide / 2)
            Run256(step, ref source, ref target, from.Length);
        else
            RunOne(step, ref source, ref target, from.Length);
    }

    // Methods of their own, and one place to call a step from: more than that the JIT does not inline.

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run512<TStep, TFrom, TTo>(TStep step, ref TFrom source, ref TTo target, nint count)
        where TStep : struct, IElementStep<TFrom, TTo>
        where TFrom : unmanaged
        where TTo : unmanaged
    {
        nint last = count - TStep.Wide;
        for (nint next = 0; ; next = nint.Min(next + TStep.Wide, last))
        {
            step.Step512(ref source, ref target, next);
            if (next == last)
                return;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run256<TStep, TFrom, TTo>(TStep step, ref TFrom source, ref TTo target, nint count)
        where TStep : struct, IElementStep<TFrom, TTo>
        where TFrom : unmanaged
        where TTo : unmanaged
    {
        nint last = count - TStep.Wide / 2;
        for (nint next = 0; ; next = nint.Min(next + TStep.Wide / 2, last))
        {
            step.Step256(ref source, ref target, next);
            if (next == last)
                return;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void RunOne<TStep, TFrom, TTo>(TStep step, ref TFrom source, ref TTo target, nint count)
        where TStep : struct, IElementStep<TFrom, TTo>
        where TFrom : unmanaged
        where TTo : unmanaged
    {
        for (nint next = 0; next < count; next++)
            step.StepOne(ref source, ref target, next);
    }
}
