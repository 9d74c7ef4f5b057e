using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>Kernels of one element type inside a kernel of another: vectors keep their size in bytes, not their elements.</summary>
internal static class ConvertedLanes
{
    /// <summary>The elements of tensors that take as many bytes as a kernel's <see cref="IPoolingKernel{T}.VectorExtent"/>.</summary>
    public static int Extent<TComputed, T>(int computed)
        where TComputed : unmanaged
        where T : unmanaged => (int)Math.Min(int.MaxValue, computed * (long)Unsafe.SizeOf<TComputed>() / Unsafe.SizeOf<T>());

    /// <summary>Runs all units of a kernel at the width of <typeparamref name="TVector"/>, or at the narrower one that its extent asks for.</summary>
    public static void Run<TKernel, TComputed, TVector>(in PoolingOperands<TComputed> operands, in PoolingGeometry geometry)
        where TKernel : IPoolingKernel<TComputed>
        where TComputed : unmanaged, INumber<TComputed>
        where TVector : struct
    {
        LaneWidth most = LaneDispatch.WidthOf<TVector>();
        LaneWidth width = LaneSelection.For<TComputed>(TKernel.VectorExtent(geometry), pixels: geometry.Layout == TensorLayout.ChannelsLast);
        LaneDispatch.Run<TKernel, TComputed>(operands, geometry, 0, TKernel.Units(geometry), width < most ? width : most);
    }
}
