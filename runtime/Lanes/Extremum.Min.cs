using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolGen.Runtime;

/// <content>The minimum: the maximum's twin, with the operands' order turned round.</content>
internal static partial class Extremum
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Min<T>(Vector512<T> left, Vector512<T> right)
    {
        if (Avx512F.IsSupported && typeof(T) == typeof(float))
            return Avx512F.Fixup(Avx512F.Min(left.AsSingle(), right.AsSingle()), left.AsSingle(), Vector512.Create(TakeNaN), 0).As<float, T>();
        return Vector512.ConditionalSelect(Vector512.Equals(left, left), LessOrSecond(left, right), left);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Min<T>(Vector256<T> left, Vector256<T> right)
    {
        if (Avx512F.VL.IsSupported && typeof(T) == typeof(float))
            return Avx512F.VL.Fixup(Avx.Min(left.AsSingle(), right.AsSingle()), left.AsSingle(), Vector256.Create(TakeNaN), 0).As<float, T>();
        return Vector256.ConditionalSelect(Vector256.Equals(left, left), LessOrSecond(left, right), left);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Min<T>(Vector128<T> left, Vector128<T> right)
    {
        if (Avx512F.VL.IsSupported && typeof(T) == typeof(float))
            return Avx512F.VL.Fixup(Sse.Min(left.AsSingle(), right.AsSingle()), left.AsSingle(), Vector128.Create(TakeNaN), 0).As<float, T>();
        return Vector128.ConditionalSelect(Vector128.Equals(left, left), LessOrSecond(left, right), left);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> MinNumber<T>(Vector512<T> left, Vector512<T> right) =>
        Vector512.ConditionalSelect(Vector512.Equals(right, right), LessOrSecond(left, right), left);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> MinNumber<T>(Vector256<T> left, Vector256<T> right) =>
        Vector256.ConditionalSelect(Vector256.Equals(right, right), LessOrSecond(left, right), left);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> MinNumber<T>(Vector128<T> left, Vector128<T> right) =>
        Vector128.ConditionalSelect(Vector128.Equals(right, right), LessOrSecond(left, right), left);

    /// <summary>The smaller, or the second operand where either is NaN: one instruction on x86, compare and select elsewhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> LessOrSecond<T>(Vector512<T> left, Vector512<T> right)
    {
        if (IsInteger<T>())
            return Vector512.Min(left, right);
        if (Avx512F.IsSupported && typeof(T) == typeof(float))
            return Avx512F.Min(left.AsSingle(), right.AsSingle()).As<float, T>();
        if (Avx512F.IsSupported && typeof(T) == typeof(double))
            return Avx512F.Min(left.AsDouble(), right.AsDouble()).As<double, T>();
        return Vector512.ConditionalSelect(Vector512.LessThan(left, right), left, right);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> LessOrSecond<T>(Vector256<T> left, Vector256<T> right)
    {
        if (IsInteger<T>())
            return Vector256.Min(left, right);
        if (Avx.IsSupported && typeof(T) == typeof(float))
            return Avx.Min(left.AsSingle(), right.AsSingle()).As<float, T>();
        if (Avx.IsSupported && typeof(T) == typeof(double))
            return Avx.Min(left.AsDouble(), right.AsDouble()).As<double, T>();
        return Vector256.ConditionalSelect(Vector256.LessThan(left, right), left, right);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LessOrSecond<T>(Vector128<T> left, Vector128<T> right)
    {
        if (IsInteger<T>())
            return Vector128.Min(left, right);
        if (Sse.IsSupported && typeof(T) == typeof(float))
            return Sse.Min(left.AsSingle(), right.AsSingle()).As<float, T>();
        if (Sse2.IsSupported && typeof(T) == typeof(double))
            return Sse2.Min(left.AsDouble(), right.AsDouble()).As<double, T>();
        return Vector128.ConditionalSelect(Vector128.LessThan(left, right), left, right);
    }
}
