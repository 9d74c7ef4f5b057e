using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>
/// A backward pass of tensors whose elements are too narrow to accumulate in: block by block, ∂L/∂z and, where the call has it, x into scratch
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
    public static int VectorExtent(in PoolingGeometry geometry) => ConvertedLanes.Extent<TComputed, T>(TKernel.VectorExtent(geometry.OfBlock()));

    /// <inheritdoc/>
    public static int ScratchLength(in PoolingGeometry geometry)
    {
        PoolingGeometry block = geometry.OfBlock();
        return checked(2 * InputBytes(block) + OutputBytes(block) + TKernel.ScratchLength(block));
    }

    /// <inheritdoc/>
    public static void Run<TLanes, TVector>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
    {
        PoolingGeometry block = geometry.OfBlock();
        int inputs = (int)block.InputShape.ElementCount, outputs = (int)block.OutputShape.ElementCount;
        T* x = (T*)Unsafe.AsPointer(ref operands.Input), dx = (T*)Unsafe.AsPointer(ref operands.InputGradient);
        T* dz = (T*)Unsafe.AsPointer(ref operands.OutputGradient);
        byte* records = (byte*)Unsafe.AsPointer(ref operands.Records<byte>());
        var inputGradient = (TComputed*)operands.ScratchBytes;
        var outputGradient = (TComputed*)(operands.ScratchBytes + InputBytes(block));
        var input = x is null ? null : (TComputed*)(operands.ScratchBytes + InputBytes(block) + OutputBytes(block));
        byte* rest = operands.ScratchBytes + 2 * InputBytes(block) + OutputBytes(block);
        for (int unit = begin; unit < end; unit++)
        {
            TConversion.Widen(new(dz + unit * (nint)outputs, outputs), new(outputGradient, outputs));
            if (input is not null)
                TConversion.Widen(new(x + unit * (nint)inputs, inputs), new(input, inputs));
            ConvertedLanes.Run<TKernel, TComputed, TVector>(
                new PoolingOperands<TComputed>(
                    input: input,
                    outputGradient: outputGradient,
                    inputGradient: inputGradient,
                    records: records + unit * TRecords.Bytes(block),
                    scratch: rest),
                block);
            TConversion.Narrow(new(inputGradient, inputs), new(dx + unit * (nint)inputs, inputs));
        }
    }

    private static int InputBytes(in PoolingGeometry block) => ThreadScratch.Align(block.InputShape.ElementCount * sizeof(TComputed));

    private static int OutputBytes(in PoolingGeometry block) => ThreadScratch.Align(block.OutputShape.ElementCount * sizeof(TComputed));
}
