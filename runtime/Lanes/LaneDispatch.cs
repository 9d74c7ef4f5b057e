using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolGen.Runtime;

/// <summary>From a width to the lanes of it.</summary>
internal static class LaneDispatch
{
    /// <summary>The width of a vector type; of one that is an element, <see cref="LaneWidth.One"/>.</summary>
    public static LaneWidth WidthOf<TVector>()
        where TVector : struct => 8 * Unsafe.SizeOf<TVector>() is var bits && bits >= (int)LaneWidth.Bits128 ? (LaneWidth)bits : LaneWidth.One;

    /// <summary>Runs some units of a kernel at a width, or at one element where the machine does not accelerate it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Run<TKernel, T>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end, LaneWidth width)
        where TKernel : IPoolingKernel<T>
        where T : unmanaged, INumber<T>
    {
        if (Vector512.IsHardwareAccelerated && width == LaneWidth.Bits512)
            TKernel.Run<Lanes512<T>, Vector512<T>>(operands, geometry, begin, end);
        else if (Vector256.IsHardwareAccelerated && width == LaneWidth.Bits256)
            TKernel.Run<Lanes256<T>, Vector256<T>>(operands, geometry, begin, end);
        else if (Vector128.IsHardwareAccelerated && width == LaneWidth.Bits128)
            TKernel.Run<Lanes128<T>, Vector128<T>>(operands, geometry, begin, end);
        else if (Vector128.IsHardwareAccelerated && Unsafe.SizeOf<T>() < sizeof(long) && width == LaneWidth.Part)
            RunPart<TKernel, T>(operands, geometry, begin, end);
        else
            TKernel.Run<LanesOne<T>, T>(operands, geometry, begin, end);
    }

    /// <summary>Takes steps over a number of elements at the widest lanes that they fill.</summary>
    public static void Run<TSteps, T>(in TSteps steps, nint count)
        where TSteps : struct, ILaneSteps<T>
        where T : unmanaged, INumber<T>
    {
        LaneWidth width = LaneSelection.For<T>((int)nint.Min(count, int.MaxValue), pixels: false);
        if (Vector512.IsHardwareAccelerated && width == LaneWidth.Bits512)
            steps.Run<Lanes512<T>, Vector512<T>>();
        else if (Vector256.IsHardwareAccelerated && width == LaneWidth.Bits256)
            steps.Run<Lanes256<T>, Vector256<T>>();
        else if (Vector128.IsHardwareAccelerated && width == LaneWidth.Bits128)
            steps.Run<Lanes128<T>, Vector128<T>>();
        else
            steps.Run<LanesOne<T>, T>();
    }

    /// <summary>Runs some units at the most elements that fill no vector and are no more than the kernel's extent.</summary>
    private static void RunPart<TKernel, T>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
        where TKernel : IPoolingKernel<T>
        where T : unmanaged, INumber<T>
    {
        int extent = TKernel.VectorExtent(geometry);
        if (Unsafe.SizeOf<T>() == 1 && extent >= Eight.Value)
            TKernel.Run<LanesPart<T, Eight>, Vector128<T>>(operands, geometry, begin, end);
        else if (Unsafe.SizeOf<T>() <= 2 && extent >= Four.Value)
            TKernel.Run<LanesPart<T, Four>, Vector128<T>>(operands, geometry, begin, end);
        else if (extent >= Three.Value)
            TKernel.Run<LanesPart<T, Three>, Vector128<T>>(operands, geometry, begin, end);
        else
            TKernel.Run<LanesPart<T, Two>, Vector128<T>>(operands, geometry, begin, end);
    }
}
