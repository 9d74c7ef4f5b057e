using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolGen.Runtime;

/// <summary>Kernels of one element type inside a kernel of another: vectors keep their size in bytes, not their elements.</summary>
internal static class ConvertedLanes
{
    /// <summary>The elements of tensors that take as many bytes as a kernel's <see cref="IPoolingKernel{T}.VectorExtent"/>.</summary>
    public static int Extent<TComputed, T>(int computed)
        where TComputed : unmanaged
        where T : unmanaged => (int)Math.Min(int.MaxValue, computed * (long)Unsafe.SizeOf<TComputed>() / Unsafe.SizeOf<T>());

    /// <summary>Runs all units of a kernel at the width of <typeparamref name="TVector"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run<TKernel, TComputed, TVector>(in PoolingOperands<TComputed> operands, in PoolingGeometry geometry)
        where TKernel : IPoolingKernel<TComputed>
        where TComputed : unmanaged, System.Numerics.INumber<TComputed>
        where TVector : struct
    {
        int units = TKernel.Units(geometry);
        if (Vector512.IsHardwareAccelerated && Unsafe.SizeOf<TVector>() == 64)
            TKernel.Run<Lanes512<TComputed>, Vector512<TComputed>>(operands, geometry, 0, units);
        else if (Vector256.IsHardwareAccelerated && Unsafe.SizeOf<TVector>() == 32)
            TKernel.Run<Lanes256<TComputed>, Vector256<TComputed>>(operands, geometry, 0, units);
        else if (Vector128.IsHardwareAccelerated && Unsafe.SizeOf<TVector>() == 16)
            TKernel.Run<Lanes128<TComputed>, Vector128<TComputed>>(operands, geometry, 0, units);
        else
            TKernel.Run<LanesOne<TComputed>, TComputed>(operands, geometry, 0, units);
    }
}
