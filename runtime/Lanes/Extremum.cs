using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolGen.Runtime;

/// <summary>
/// Maximum and minimum in named meanings. <c>VectorNNN.Max</c> changed its treatment of NaN between .NET 8 and 9 for the same DLL, so it is not used
/// for floating point: x86's own instruction returns the second operand where either is NaN, and one select gives it the meaning wanted.
/// </summary>
internal static partial class Extremum
{
    // vfixupimm: the response 1 ("the source operand") for the classes quiet and signalling NaN, 0 ("keep the destination") for all others.
    private const int TakeNaN = 0x11;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Max<T>(Vector512<T> left, Vector512<T> right)
    {
        if (Avx512F.IsSupported && typeof(T) == typeof(float))
            return Avx512F.Fixup(Avx512F.Max(left.AsSingle(), right.AsSingle()), left.AsSingle(), Vector512.Create(TakeNaN), 0).As<float, T>();
        return Vector512.ConditionalSelect(Vector512.Equals(left, left), SecondOnNaN(left, right), left);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Max<T>(Vector256<T> left, Vector256<T> right)
    {
        if (Avx512F.VL.IsSupported && typeof(T) == typeof(float))
            return Avx512F.VL.Fixup(Avx.Max(left.AsSingle(), right.AsSingle()), left.AsSingle(), Vector256.Create(TakeNaN), 0).As<float, T>();
        return Vector256.ConditionalSelect(Vector256.Equals(left, left), SecondOnNaN(left, right), left);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Max<T>(Vector128<T> left, Vector128<T> right)
    {
        if (Avx512F.VL.IsSupported && typeof(T) == typeof(float))
            return Avx512F.VL.Fixup(Sse.Max(left.AsSingle(), right.AsSingle()), left.AsSingle(), Vector128.Create(TakeNaN), 0).As<float, T>();
        return Vector128.ConditionalSelect(Vector128.Equals(left, left), SecondOnNaN(left, right), left);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> MaxNumber<T>(Vector512<T> left, Vector512<T> right) =>
        Vector512.ConditionalSelect(Vector512.Equals(right, right), SecondOnNaN(left, right), left);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> MaxNumber<T>(Vector256<T> left, Vector256<T> right) =>
        Vector256.ConditionalSelect(Vector256.Equals(right, right), SecondOnNaN(left, right), left);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> MaxNumber<T>(Vector128<T> left, Vector128<T> right) =>
        Vector128.ConditionalSelect(Vector128.Equals(right, right), SecondOnNaN(left, right), left);

    /// <summary>The larger, or the second operand where either is NaN: one instruction on x86, compare and select elsewhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> SecondOnNaN<T>(Vector512<T> left, Vector512<T> right)
    {
        if (IsInteger<T>())
            return Vector512.Max(left, right);
        if (Avx512F.IsSupported && typeof(T) == typeof(float))
            return Avx512F.Max(left.AsSingle(), right.AsSingle()).As<float, T>();
        if (Avx512F.IsSupported && typeof(T) == typeof(double))
            return Avx512F.Max(left.AsDouble(), right.AsDouble()).As<double, T>();
        return Vector512.ConditionalSelect(Vector512.GreaterThan(left, right), left, right);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> SecondOnNaN<T>(Vector256<T> left, Vector256<T> right)
    {
        if (IsInteger<T>())
            return Vector256.Max(left, right);
        if (Avx.IsSupported && typeof(T) == typeof(float))
            return Avx.Max(left.AsSingle(), right.AsSingle()).As<float, T>();
        if (Avx.IsSupported && typeof(T) == typeof(double))
            return Avx.Max(left.AsDouble(), right.AsDouble()).As<double, T>();
        return Vector256.ConditionalSelect(Vector256.GreaterThan(left, right), left, right);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> SecondOnNaN<T>(Vector128<T> left, Vector128<T> right)
    {
        if (IsInteger<T>())
            return Vector128.Max(left, right);
        if (Sse.IsSupported && typeof(T) == typeof(float))
            return Sse.Max(left.AsSingle(), right.AsSingle()).As<float, T>();
        if (Sse2.IsSupported && typeof(T) == typeof(double))
            return Sse2.Max(left.AsDouble(), right.AsDouble()).As<double, T>();
        return Vector128.ConditionalSelect(Vector128.GreaterThan(left, right), left, right);
    }

    // Integers have one maximum: what VectorNNN.Max means for them never changed.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsInteger<T>() =>
        typeof(T) == typeof(sbyte) || typeof(T) == typeof(byte) || typeof(T) == typeof(short) || typeof(T) == typeof(int);
}
