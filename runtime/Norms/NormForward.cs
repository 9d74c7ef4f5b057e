using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>
/// z = (Σ |x|^p)^(1/p): powers of a unit into scratch memory, which stays in the cache, the sum's own kernel over them, and the roots in
/// place. Every algorithm of the sum serves the norm.
/// </summary>
/// <typeparam name="TSum">The forward pass of the sum.</typeparam>
/// <typeparam name="TNorm">The order.</typeparam>
/// <typeparam name="T">The element type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct NormForward<TSum, TNorm, T> : IPoolingKernel<T>
    where TSum : IPoolingKernel<T>
    where TNorm : INorm
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static int Units(in PoolingGeometry geometry) => geometry.Blocks;

    /// <inheritdoc/>
    public static int VectorExtent(in PoolingGeometry geometry) => TSum.VectorExtent(geometry.OfBlock());

    /// <inheritdoc/>
    public static int ScratchLength(in PoolingGeometry geometry)
    {
        PoolingGeometry block = geometry.OfBlock();
        return checked(ThreadScratch.Align(block.InputShape.ElementCount * sizeof(T)) + TSum.ScratchLength(block));
    }

    /// <inheritdoc/>
    public static void Run<TLanes, TVector>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
    {
        PoolingGeometry block = geometry.OfBlock();
        int inputs = (int)block.InputShape.ElementCount, outputs = (int)block.OutputShape.ElementCount;
        T* x = (T*)Unsafe.AsPointer(ref operands.Input), z = (T*)Unsafe.AsPointer(ref operands.Output);
        T* powers = (T*)operands.ScratchBytes;
        byte* rest = operands.ScratchBytes + ThreadScratch.Align((long)inputs * sizeof(T));
        for (int unit = begin; unit < end; unit++)
        {
            T* output = z + unit * (nint)outputs;
            NormPowers<TNorm, T>.Raise(new(x + unit * (nint)inputs, inputs), new(powers, inputs));
            TSum.Run<TLanes, TVector>(new PoolingOperands<T>(input: powers, output: output, scratch: rest), block, 0, TSum.Units(block));
            NormPowers<TNorm, T>.Root(new(output, outputs));
        }
    }
}
