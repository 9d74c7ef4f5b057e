using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using PoolGen.Runtime;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>Halves of vectors that are windows of different rows: shifted, loaded and stored each by itself, at every width and element size.</summary>
public sealed class LaneHalvesTests
{
    [Fact]
    public void Bytes() => Widths<byte>();

    [Fact]
    public void Shorts() => Widths<short>();

    [Fact]
    public void Integers() => Widths<int>();

    [Fact]
    public void Floats() => Widths<float>();

    [Fact]
    public void Doubles() => Widths<double>();

    private static void Widths<T>()
        where T : unmanaged, INumber<T>
    {
        Check<Lanes512<T>, Vector512<T>, T>();
        Check<Lanes256<T>, Vector256<T>, T>();
        Check<Lanes128<T>, Vector128<T>, T>();
        if (Unsafe.SizeOf<T>() == 1)
            Check<LanesPart<T, Eight>, Vector128<T>, T>();
        if (Unsafe.SizeOf<T>() < sizeof(double))
            Check<LanesPart<T, Two>, Vector128<T>, T>();
    }

    private static void Check<TLanes, TVector, T>()
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged, INumber<T>
    {
        int count = TLanes.Count, half = count / 2;
        T[] previous = [.. Enumerable.Range(1, count).Select(T.CreateChecked)], current = [.. Enumerable.Range(count + 1, count).Select(T.CreateTruncating)];
        TVector before = TLanes.Load(ref previous[0], 0), value = TLanes.Load(ref current[0], 0);

        var shifted = new T[count];
        TLanes.Store(TLanes.ShiftInHalves(before, value), ref shifted[0], 0);
        Assert.Equal([previous[half - 1], .. current[..(half - 1)], previous[^1], .. current[half..^1]], shifted);
        TLanes.Store(TLanes.ShiftOutHalves(before, value), ref shifted[0], 0);
        Assert.Equal([.. previous[1..half], current[0], .. previous[(half + 1)..], current[half]], shifted);

        var loaded = new T[count];
        TLanes.Store(TLanes.LoadHalves(ref current[0], half, 0), ref loaded[0], 0);
        Assert.Equal([.. current[half..], .. current[..half]], loaded);

        var stored = new T[count + 3];
        TLanes.StoreHalves(value, ref stored[0], half + 2, 1);
        Assert.Equal([T.Zero, .. current[half..], T.Zero, .. current[..half], T.Zero], stored);
    }
}
