using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>
/// A backward pass whose windows divide their gradients among their winners (<see cref="TieRule.Split"/>). Where no window has several, it is
/// the pass that gives every winner the whole; else that pass is given, group by group of blocks, the shares in scratch memory.
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
    public static int VectorExtent(in PoolingGeometry geometry) => NarrowKernel<TKernel, T>.VectorExtent(geometry);

    /// <inheritdoc/>
    public static int ScratchLength(in PoolingGeometry geometry)
    {
        PoolingGeometry group = Largest(geometry);
        int divided = checked(SharesBytes(group) + Math.Max(TWinners.ScratchLength(group), NarrowKernel<TKernel, T>.ScratchLength(group)));
        return Math.Max(divided, NarrowKernel<TKernel, T>.ScratchLength(geometry));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TLanes, TVector>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
    {
        if (begin == end)
            return;
        BlockGroup all = BlockGroups.Single(geometry, begin, end);
        PoolingOperands<T> undivided = At(operands, all, operands.ScratchBytes);
        if (!TWinners.HasRepeated(undivided, all.Geometry))
        {
            Give<TLanes, TVector>(undivided, all);
            return;
        }

        T* shares = (T*)operands.ScratchBytes;
        byte* rest = operands.ScratchBytes + SharesBytes(Largest(geometry));
        var groups = BlockGroups.Of<T>(geometry, begin, end, BlockGroups.SecondLevelBytes);
        for (int number = 0; number < groups.Count; number++)
        {
            BlockGroup group = groups[number];
            PoolingOperands<T> given = At(operands, group, rest);
            if (groups.Count == 1 || TWinners.HasRepeated(given, group.Geometry))
            {
                TWinners.Divide<TLanes, TVector, T>(given, ref Unsafe.AsRef<T>(shares), group.Geometry);
                given = given.WithGradients(shares, given.RecordsAddress);
            }
            Give<TLanes, TVector>(given, group);
        }
    }

    private static void Give<TLanes, TVector>(in PoolingOperands<T> operands, in BlockGroup group)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct =>
        NarrowKernel<TKernel, T>.Run<TLanes, TVector>(operands, group.Geometry, 0, NarrowKernel<TKernel, T>.Units(group.Geometry));

    private static PoolingOperands<T> At(in PoolingOperands<T> operands, in BlockGroup group, byte* scratch)
    {
        byte* records = operands.RecordsAddress + group.First * TWinners.RecordBytes(group.Geometry.OfBlock());
        return operands.BackwardAtUnit(records, scratch, group.InputsBefore, group.OutputsBefore).With(operands.Distance);
    }

    private static PoolingGeometry Largest(in PoolingGeometry geometry) => BlockGroups.Largest<T>(geometry, BlockGroups.SecondLevelBytes);

    private static int SharesBytes(in PoolingGeometry group) => ThreadScratch.Align(group.OutputShape.ElementCount * sizeof(T));
}
