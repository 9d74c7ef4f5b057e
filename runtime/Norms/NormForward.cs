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
        PoolingGeometry group = BlockGroups.Largest<T>(geometry);
        return checked(ThreadScratch.Align(group.InputShape.ElementCount * sizeof(T)) + TSum.ScratchLength(group));
    }

    /// <inheritdoc/>
    public static void Run<TLanes, TVector>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
    {
        T* x = (T*)Unsafe.AsPointer(ref operands.Input), z = (T*)Unsafe.AsPointer(ref operands.Output);
        T* powers = (T*)operands.ScratchBytes;
        byte* rest = operands.ScratchBytes + ThreadScratch.Align(BlockGroups.Largest<T>(geometry).InputShape.ElementCount * sizeof(T));
        var groups = BlockGroups.Of<T>(geometry, begin, end);
        for (int number = 0; number < groups.Count; number++)
        {
            BlockGroup group = groups[number];
            T* output = z + group.OutputsBefore;
            NormPowers<TNorm, T>.Raise(new(x + group.InputsBefore, group.Inputs), new(powers, group.Inputs));
            TSum.Run<TLanes, TVector>(new PoolingOperands<T>(input: powers, output: output, scratch: rest), group.Geometry, 0, TSum.Units(group.Geometry));
            NormPowers<TNorm, T>.Root(new(output, group.Outputs));
        }
    }
}
