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
        PoolingGeometry block = geometry.OfBlock();
        nint inputs = (nint)block.InputShape.ElementCount, outputs = (nint)block.OutputShape.ElementCount, recordBytes = TRecords.Bytes(block);
        T* x = (T*)Unsafe.AsPointer(ref operands.Input), dx = (T*)Unsafe.AsPointer(ref operands.InputGradient);
        T* dz = (T*)Unsafe.AsPointer(ref operands.OutputGradient);
        byte* records = (byte*)Unsafe.AsPointer(ref operands.Records<byte>());
        PoolingGeometry largest = BlockGroups.Largest<TComputed>(geometry);
        var inputGradient = (TComputed*)operands.ScratchBytes;
        var outputGradient = (TComputed*)(operands.ScratchBytes + InputBytes(largest));
        var input = x is null ? null : (TComputed*)(operands.ScratchBytes + InputBytes(largest) + OutputBytes(largest));
        byte* rest = operands.ScratchBytes + 2 * InputBytes(largest) + OutputBytes(largest);
        var groups = new BlockGroups(begin, end, BlockGroups.Most<TComputed>(geometry));
        for (int group = 0; group < groups.Count; group++)
        {
            (int first, int blocks) = groups[group];
            int groupInputs = blocks * (int)inputs, groupOutputs = blocks * (int)outputs;
            TConversion.Widen(new(dz + first * outputs, groupOutputs), new(outputGradient, groupOutputs));
            if (input is not null)
                TConversion.Widen(new(x + first * inputs, groupInputs), new(input, groupInputs));
            ConvertedLanes.Run<TKernel, TComputed, TVector>(
                new PoolingOperands<TComputed>(
                    input: input,
                    outputGradient: outputGradient,
                    inputGradient: inputGradient,
                    records: records + first * recordBytes,
                    scratch: rest),
                geometry.OfBlocks(blocks));
            TConversion.Narrow(new(inputGradient, groupInputs), new(dx + first * inputs, groupInputs));
        }
    }

    private static int InputBytes(in PoolingGeometry block) => ThreadScratch.Align(block.InputShape.ElementCount * sizeof(TComputed));

    private static int OutputBytes(in PoolingGeometry block) => ThreadScratch.Align(block.OutputShape.ElementCount * sizeof(TComputed));
}
