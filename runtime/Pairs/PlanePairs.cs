using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>
/// Which planes of a share are pairs: each of the first half with the one half a share behind it. The last ones of both halves, from which
/// vectors would reach beyond the share, or store over what another pair has, are left.
/// </summary>
/// <param name="Begin">The first plane of the first pair.</param>
/// <param name="End">Behind the first plane of the last pair.</param>
/// <param name="Apart">How many planes behind the first one of a pair the second one is.</param>
internal readonly record struct PlanePairs(int Begin, int End, int Apart)
{
    // In bytes.
    private const int ShortestVector = 16;

    /// <summary>The pairs of the planes from <paramref name="begin"/> to <paramref name="end"/>.</summary>
    /// <param name="begin">The first plane of the share.</param>
    /// <param name="end">Behind its last plane.</param>
    /// <param name="plane">The elements of a plane of either tensor, of the smaller ones.</param>
    /// <param name="behind">How many elements behind a plane vectors reach at most.</param>
    public static PlanePairs Of(int begin, int end, nint plane, nint behind)
    {
        int half = (end - begin) / 2;
        long last = begin + half - (behind + plane - 1) / plane;
        return begin < last ? new(begin, (int)last, half) : new(begin, begin, 0);
    }

    /// <summary>The planes of the share that are not in a pair, by a kernel, and by vectors that have room for a number of elements.</summary>
    public void RunRest<TKernel, T>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int end, int extent)
        where TKernel : IPlacedKernel<TKernel, T>
        where T : unmanaged, INumber<T>
    {
        LaneWidth width = LaneSelection.For<T>(extent, pixels: false);
        Run<TKernel, T>(operands, geometry, End, Begin + Apart, width);
        Run<TKernel, T>(operands, geometry, End + Apart, end, width);
    }

    /// <summary>The lanes of the shortest vector whose halves have room for a number of elements; 0 where no vector's have.</summary>
    public static int Lanes<T>(int half)
        where T : unmanaged
    {
        int lanes = ShortestVector / Unsafe.SizeOf<T>(), most = LaneSelection.Lanes<T>();
        while (lanes < 2L * half && lanes <= most)
            lanes *= 2;
        return lanes <= most ? lanes : 0;
    }

    /// <summary>The lanes of the shortest vector that has room for a number of elements, where <see cref="Lanes"/> finds one.</summary>
    public static int LanesOfOne<T>(int half)
        where T : unmanaged => Math.Max(ShortestVector / Unsafe.SizeOf<T>(), Lanes<T>(half) / 2);

    private static void Run<TKernel, T>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end, LaneWidth width)
        where TKernel : IPlacedKernel<TKernel, T>
        where T : unmanaged, INumber<T>
    {
        if (begin < end)
            LaneDispatch.Run<TKernel, T>(operands, geometry, begin, end, width);
    }
}
