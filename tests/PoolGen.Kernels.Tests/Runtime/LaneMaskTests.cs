using System.Numerics;
using System.Runtime.Intrinsics;
using PoolGen.Runtime;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>Masks of the lanes inside a row choose between vectors, at every width and of every element type, against plain code.</summary>
public sealed class LaneMaskTests
{
    [Fact]
    public void Bytes()
    {
        Widths<byte>();
        Widths<sbyte>();
    }

    [Fact]
    public void Shorts() => Widths<short>();

    [Fact]
    public void Ints() => Widths<int>();

    [Fact]
    public void Floats() => Widths<float>();

    [Fact]
    public void Doubles() => Widths<double>();

    private static void Widths<T>()
        where T : unmanaged, INumber<T>
    {
        Chooses<Lanes512<T>, Vector512<T>, T>();
        Chooses<Lanes256<T>, Vector256<T>, T>();
        Chooses<Lanes128<T>, Vector128<T>, T>();
        Chooses<LanesOne<T>, T, T>();
    }

    private static void Chooses<TLanes, TVector, T>()
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged, INumber<T>
    {
        int count = TLanes.Count;
        T inside = T.One, outside = T.Zero;
        for (int extent = 0; extent <= 2 * count; extent++)
        {
            for (int index = -count - 1; index <= 2 * count + 1; index++)
            {
                var elements = new T[count];
                TLanes.Store(TLanes.Select(TLanes.Inside(index, extent), TLanes.Broadcast(inside), TLanes.Broadcast(outside)), ref elements[0], 0);
                Assert.Equal(Enumerable.Range(index, count).Select(at => at >= 0 && at < extent ? inside : outside), elements);
            }
        }
    }
}
