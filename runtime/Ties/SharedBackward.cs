using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>
/// A backward pass whose windows divide their gradients among their winners (<see cref="TieRule.Split"/>): group by group of blocks, the
/// shares into scratch memory, and from there the pass that gives every winner the whole.
/// </summary>
/// <typeparam name="TKernel">That pass.</typeparam>
/// <typeparam name="TWinners">How winners are counted.</typeparam>
/// <typeparam name="T">The element type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct SharedBackward<TKernel, TWinners, T> : IPoolingKernel<T>
    where TKernel : IPoolingKernel<T>
    where TWinners : IWinnerCounts
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static int Units(in PoolingGeometry geometry) => geometry.Blocks;

    /// <inheritdoc/>
    public static int VectorExtent(in PoolingGeometry geometry) => TKernel.VectorExtent(geometry);

    /// <inheritdoc/>
    public static int ScratchLength(in PoolingGeometry geometry)
    {
        PoolingGeometry group = BlockGroups.Largest<T>(geometry);
        return checked(SharesBytes(group) + Math.Max(TWinners.ScratchLength<T>(group), TKernel.ScratchLength(group)));
    }

    /// <inheritdoc/>
    public static void Run<TLanes, TVector>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
    {
        nint recordBytes = TWinners.RecordBytes(geometry.OfBlock());
        T* dz = operands.OutputGradientAddress, dx = operands.InputGradientAddress, shares = (T*)operands.ScratchBytes;
        byte* rest = operands.ScratchBytes + SharesBytes(BlockGroups.Largest<T>(geometry));
        var groups = BlockGroups.Of<T>(geometry, begin, end);
        for (int number = 0; number < groups.Count; number++)
        {
            BlockGroup group = groups[number];
            byte* records = operands.RecordsAddress + group.First * recordBytes;
            TWinners.Divide<TLanes, TVector, T>(
                new PoolingOperands<T>(outputGradient: dz + group.OutputsBefore, records: records, scratch: rest), ref Unsafe.AsRef<T>(shares), group.Geometry);
            TKernel.Run<TLanes, TVector>(
                new PoolingOperands<T>(outputGradient: shares, inputGradient: dx + group.InputsBefore, records: records, scratch: rest),
                group.Geometry,
                0,
                TKernel.Units(group.Geometry));
        }
    }

    private static int SharesBytes(in PoolingGeometry group) => ThreadScratch.Align(group.OutputShape.ElementCount * sizeof(T));
}
