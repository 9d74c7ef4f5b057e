using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolGen.Runtime;

/// <summary>
/// Every third element of three neighbouring vectors, and back. No number of lanes is a multiple of three, so the elements of one kind lie
/// on different lanes of the three: selects bring them into one vector, out of order, and a permutation orders them. Halves of wide vectors
/// are such triples too, which is the path of other elements and machines.
/// </summary>
internal static class Thirds
{
    private static Vector512<uint> Residues512
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.Create(0u, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0);
    }

    private static Vector256<uint> Residues256
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector256.Create(0u, 1, 2, 0, 1, 2, 0, 1);
    }

    private static Vector128<uint> Residues128
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128.Create(0u, 1, 2, 0);
    }

    /// <summary>The element of number <paramref name="first"/>, the one three further on, and so forth.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Take<T>(Vector512<T> low, Vector512<T> middle, Vector512<T> high, int first)
    {
        if (Unsafe.SizeOf<T>() < sizeof(int))
            return NarrowPermutation.EveryThird(low, middle, high, first);
        if (Avx512F.IsSupported && Unsafe.SizeOf<T>() == sizeof(int))
        {
            Vector512<uint> mixed = Pick(Residues512, (first + 2) % 3, middle.AsUInt32(), (first + 1) % 3, high.AsUInt32(), low.AsUInt32());
            return Avx512F.PermuteVar16x32(mixed, ClippedAccess.Lanes512Of32 * 3 + Vector512.Create((uint)first)).As<uint, T>();
        }
        if (Avx512F.IsSupported && Unsafe.SizeOf<T>() == sizeof(long))
        {
            // Those of the first two vectors, and then those of the third behind them.
            Vector512<long> inTwo = first switch
            {
                0 => Vector512.Create(0L, 3, 6, 9, 12, 15, 0, 0),
                1 => Vector512.Create(1L, 4, 7, 10, 13, 0, 0, 0),
                _ => Vector512.Create(2L, 5, 8, 11, 14, 0, 0, 0),
            };
            Vector512<long> inThird = first switch
            {
                0 => Vector512.Create(0L, 1, 2, 3, 4, 5, 8 + 2, 8 + 5),
                1 => Vector512.Create(0L, 1, 2, 3, 4, 8, 8 + 3, 8 + 6),
                _ => Vector512.Create(0L, 1, 2, 3, 4, 8 + 1, 8 + 4, 8 + 7),
            };
            Vector512<long> ofTwo = Avx512F.PermuteVar8x64x2(low.AsInt64(), inTwo, middle.AsInt64());
            return Avx512F.PermuteVar8x64x2(ofTwo, inThird, high.AsInt64()).As<long, T>();
        }
        return Halves.Join(
            Take(low.GetLower(), low.GetUpper(), middle.GetLower(), first),
            Take(middle.GetUpper(), high.GetLower(), high.GetUpper(), first));
    }

    /// <inheritdoc cref="Take{T}(Vector512{T}, Vector512{T}, Vector512{T}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Take<T>(Vector256<T> low, Vector256<T> middle, Vector256<T> high, int first)
    {
        if (Unsafe.SizeOf<T>() < sizeof(int))
            return NarrowPermutation.EveryThird(low, middle, high, first);
        if (Avx2.IsSupported && Unsafe.SizeOf<T>() == sizeof(int))
        {
            Vector256<uint> mixed = Pick(Residues256, (first + 1) % 3, middle.AsUInt32(), (first + 2) % 3, high.AsUInt32(), low.AsUInt32());
            return Avx2.PermuteVar8x32(mixed, ClippedAccess.Lanes256Of32 * 3 + Vector256.Create((uint)first)).As<uint, T>();
        }
        return Vector256.Create(
            Take(low.GetLower(), low.GetUpper(), middle.GetLower(), first),
            Take(middle.GetUpper(), high.GetLower(), high.GetUpper(), first));
    }

    /// <inheritdoc cref="Take{T}(Vector512{T}, Vector512{T}, Vector512{T}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Take<T>(Vector128<T> low, Vector128<T> middle, Vector128<T> high, int first)
    {
        if (Unsafe.SizeOf<T>() < sizeof(int))
            return NarrowPermutation.EveryThird(low, middle, high, first);
        if (Unsafe.SizeOf<T>() == sizeof(int))
        {
            Vector128<uint> mixed = Pick(Residues128, (first + 2) % 3, middle.AsUInt32(), (first + 1) % 3, high.AsUInt32(), low.AsUInt32());
            return Order(mixed, first).As<uint, T>();
        }
        Vector128<long> pair = first switch
        {
            0 => Vector128.Create(low.AsInt64().GetElement(0), middle.AsInt64().GetElement(1)),
            1 => Vector128.Create(low.AsInt64().GetElement(1), high.AsInt64().GetElement(0)),
            _ => Vector128.Create(middle.AsInt64().GetElement(0), high.AsInt64().GetElement(1)),
        };
        return pair.As<long, T>();
    }

    /// <summary>The vector of number <paramref name="part"/> of the three that were taken apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Weave<T>(Vector512<T> first, Vector512<T> second, Vector512<T> third, int part)
    {
        if (Avx512F.IsSupported && Unsafe.SizeOf<T>() == sizeof(int))
        {
            // Eleven is the inverse of three among 16 lanes.
            Vector512<uint> a = Avx512F.PermuteVar16x32(first.AsUInt32(), ClippedAccess.Lanes512Of32 * 11);
            Vector512<uint> b = Avx512F.PermuteVar16x32(second.AsUInt32(), (ClippedAccess.Lanes512Of32 - Vector512<uint>.One) * 11);
            Vector512<uint> c = Avx512F.PermuteVar16x32(third.AsUInt32(), (ClippedAccess.Lanes512Of32 - Vector512.Create(2u)) * 11);
            return Pick(Residues512, (4 - part) % 3, b, (5 - part) % 3, c, a).As<uint, T>();
        }
        if (Avx512F.IsSupported && Unsafe.SizeOf<T>() == sizeof(long))
        {
            // The first two vectors woven, with gaps for the third.
            Vector512<long> inTwo = part switch
            {
                0 => Vector512.Create(0L, 8, 0, 1, 8 + 1, 0, 2, 8 + 2),
                1 => Vector512.Create(0L, 3, 8 + 3, 0, 4, 8 + 4, 0, 5),
                _ => Vector512.Create(8L + 5, 0, 6, 8 + 6, 0, 7, 8 + 7, 0),
            };
            Vector512<long> inThird = part switch
            {
                0 => Vector512.Create(0L, 1, 8, 3, 4, 8 + 1, 6, 7),
                1 => Vector512.Create(8L + 2, 1, 2, 8 + 3, 4, 5, 8 + 4, 7),
                _ => Vector512.Create(0L, 8 + 5, 2, 3, 8 + 6, 5, 6, 8 + 7),
            };
            Vector512<long> ofTwo = Avx512F.PermuteVar8x64x2(first.AsInt64(), inTwo, second.AsInt64());
            return Avx512F.PermuteVar8x64x2(ofTwo, inThird, third.AsInt64()).As<long, T>();
        }
        return part switch
        {
            0 => Halves.Join(Weave(first.GetLower(), second.GetLower(), third.GetLower(), 0), Weave(first.GetLower(), second.GetLower(), third.GetLower(), 1)),
            1 => Halves.Join(Weave(first.GetLower(), second.GetLower(), third.GetLower(), 2), Weave(first.GetUpper(), second.GetUpper(), third.GetUpper(), 0)),
            _ => Halves.Join(Weave(first.GetUpper(), second.GetUpper(), third.GetUpper(), 1), Weave(first.GetUpper(), second.GetUpper(), third.GetUpper(), 2)),
        };
    }

    /// <inheritdoc cref="Weave{T}(Vector512{T}, Vector512{T}, Vector512{T}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Weave<T>(Vector256<T> first, Vector256<T> second, Vector256<T> third, int part)
    {
        if (Avx2.IsSupported && Unsafe.SizeOf<T>() == sizeof(int))
        {
            // Three is its own inverse among 8 lanes.
            Vector256<uint> a = Avx2.PermuteVar8x32(first.AsUInt32(), ClippedAccess.Lanes256Of32 * 3);
            Vector256<uint> b = Avx2.PermuteVar8x32(second.AsUInt32(), (ClippedAccess.Lanes256Of32 - Vector256<uint>.One) * 3);
            Vector256<uint> c = Avx2.PermuteVar8x32(third.AsUInt32(), (ClippedAccess.Lanes256Of32 - Vector256.Create(2u)) * 3);
            return Pick(Residues256, (1 + part) % 3, b, (2 + part) % 3, c, a).As<uint, T>();
        }
        return part switch
        {
            0 => Vector256.Create(Weave(first.GetLower(), second.GetLower(), third.GetLower(), 0), Weave(first.GetLower(), second.GetLower(), third.GetLower(), 1)),
            1 => Vector256.Create(Weave(first.GetLower(), second.GetLower(), third.GetLower(), 2), Weave(first.GetUpper(), second.GetUpper(), third.GetUpper(), 0)),
            _ => Vector256.Create(Weave(first.GetUpper(), second.GetUpper(), third.GetUpper(), 1), Weave(first.GetUpper(), second.GetUpper(), third.GetUpper(), 2)),
        };
    }

    /// <inheritdoc cref="Weave{T}(Vector512{T}, Vector512{T}, Vector512{T}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Weave<T>(Vector128<T> first, Vector128<T> second, Vector128<T> third, int part)
    {
        if (Unsafe.SizeOf<T>() < sizeof(int))
            return NarrowPermutation.WeaveThree(first, second, third, part);
        if (Unsafe.SizeOf<T>() == sizeof(int))
        {
            // Among 4 lanes the orders are their own inverses.
            Vector128<uint> a = Order(first.AsUInt32(), 0), b = Order(second.AsUInt32(), 1), c = Order(third.AsUInt32(), 2);
            return Pick(Residues128, (4 - part) % 3, b, (5 - part) % 3, c, a).As<uint, T>();
        }
        Vector128<long> pair = part switch
        {
            0 => Vector128.Create(first.AsInt64().GetElement(0), second.AsInt64().GetElement(0)),
            1 => Vector128.Create(third.AsInt64().GetElement(0), first.AsInt64().GetElement(1)),
            _ => Vector128.Create(second.AsInt64().GetElement(1), third.AsInt64().GetElement(1)),
        };
        return pair.As<long, T>();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> Order(Vector128<uint> mixed, int first) => first switch
    {
        0 => Vector128.Shuffle(mixed, Vector128.Create(0u, 3, 2, 1)),
        1 => Vector128.Shuffle(mixed, Vector128.Create(1u, 0, 3, 2)),
        _ => Vector128.Shuffle(mixed, Vector128.Create(2u, 1, 0, 3)),
    };

    /// <summary>Two vectors on the lanes of a residue each, and a third on the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Pick(Vector512<uint> residues, int one, Vector512<uint> there, int two, Vector512<uint> alsoThere, Vector512<uint> elsewhere) =>
        Vector512.ConditionalSelect(
            Vector512.Equals(residues, Vector512.Create((uint)one)),
            there,
            Vector512.ConditionalSelect(Vector512.Equals(residues, Vector512.Create((uint)two)), alsoThere, elsewhere));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Pick(Vector256<uint> residues, int one, Vector256<uint> there, int two, Vector256<uint> alsoThere, Vector256<uint> elsewhere) =>
        Vector256.ConditionalSelect(
            Vector256.Equals(residues, Vector256.Create((uint)one)),
            there,
            Vector256.ConditionalSelect(Vector256.Equals(residues, Vector256.Create((uint)two)), alsoThere, elsewhere));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> Pick(Vector128<uint> residues, int one, Vector128<uint> there, int two, Vector128<uint> alsoThere, Vector128<uint> elsewhere) =>
        Vector128.ConditionalSelect(
            Vector128.Equals(residues, Vector128.Create((uint)one)),
            there,
            Vector128.ConditionalSelect(Vector128.Equals(residues, Vector128.Create((uint)two)), alsoThere, elsewhere));
}
