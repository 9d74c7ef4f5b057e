using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>
/// A backward pass of tensors whose elements are too narrow to accumulate in: block by block, or group by group of small ones, ∂L/∂z and, where the call has it, x into scratch
/// memory, the kernel of a wider type over them, and ∂L/∂x back, rounded once.
/// </summary>
/// <inheritdoc cref="ConvertedForward{TKernel, TRecords, TConversion, TComputed, T}"/>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct ConvertedBackward<TKernel, TRecords, TConversion, TComputed, T> : IPoolingKernel<T>
    where TKernel : IPoolingKernel<TComputed>
    where TRecords : IRecordLength
    where TConversion : IElementConversion<T, TComputed>
    where TComputed : unmanaged, INumber<TComputed>
    where T : unmanaged
{
    /// <inheritdoc/>
    public static int Units(in PoolingGeometry geometry) => geometry.Blocks;

    /// <inheritdoc/>
    public static int VectorExtent(in PoolingGeometry geometry) => ConvertedLanes.Extent<TComputed, T>(TKernel.VectorExtent(BlockGroups.Largest<TComputed>(geometry)));

    /// <inheritdoc/>
    public static int ScratchLength(in PoolingGeometry geometry)
    {
        PoolingGeometry group = BlockGroups.Largest<TComputed>(geometry);
        return checked(2 * InputBytes(group) + OutputBytes(group) + TKernel.ScratchLength(group));
    }

    /// <inheritdoc/>
    public static void Run<TLanes, TVector>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
    {
        nint recordBytes = TRecords.Bytes(geometry.OfBlock());
        T* x = (T*)Unsafe.AsPointer(ref operands.Input), dx = (T*)Unsafe.AsPointer(ref operands.InputGradient);
        T* dz = (T*)Unsafe.AsPointer(ref operands.OutputGradient);
        byte* records = (byte*)Unsafe.AsPointer(ref operands.Records<byte>());
        PoolingGeometry largest = BlockGroups.Largest<TComputed>(geometry);
        var inputGradient = (TComputed*)operands.ScratchBytes;
        var outputGradient = (TComputed*)(operands.ScratchBytes + InputBytes(largest));
        var input = x is null ? null : (TComputed*)(operands.ScratchBytes + InputBytes(largest) + OutputBytes(largest));
        byte* rest = operands.ScratchBytes + 2 * InputBytes(largest) + OutputBytes(largest);
        var groups = BlockGroups.Of<TComputed>(geometry, begin, end);
        for (int number = 0; number < groups.Count; number++)
        {
            BlockGroup group = groups[number];
            TConversion.Widen(new(dz + group.OutputsBefore, group.Outputs), new(outputGradient, group.Outputs));
            if (input is not null)
                TConversion.Widen(new(x + group.InputsBefore, group.Inputs), new(input, group.Inputs));
            ConvertedLanes.Run<TKernel, TComputed, TVector>(
                new PoolingOperands<TComputed>(
                    input: input,
                    outputGradient: outputGradient,
                    inputGradient: inputGradient,
                    records: records + group.First * recordBytes,
                    scratch: rest),
                group.Geometry);
            TConversion.Narrow(new(inputGradient, group.Inputs), new(dx + group.InputsBefore, group.Inputs));
        }
    }

    private static int InputBytes(in PoolingGeometry block) => ThreadScratch.Align(block.InputShape.ElementCount * sizeof(TComputed));

    private static int OutputBytes(in PoolingGeometry block) => ThreadScratch.Align(block.OutputShape.ElementCount * sizeof(TComputed));
}
