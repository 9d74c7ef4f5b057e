using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>
/// A kernel on narrow planes: block by block, what it reads of them is laid side by side in scratch memory, which stays in the first-level cache, the kernel
/// runs on the wide plane, and what it wrote is laid back. Forward, what it finds in windows between two planes is left behind; backward, they have the
/// gradient zero, whatever is recorded of them.
/// </summary>
internal readonly unsafe struct PackedKernel<TKernel, T> : IPlacedKernel<PackedKernel<TKernel, T>, T>
    where TKernel : IPoolingKernel<T>
    where T : unmanaged, INumber<T>
{
    public static int Units(in PoolingGeometry geometry) => TKernel.Units(geometry);

    public static int VectorExtent(in PoolingGeometry geometry) => TKernel.VectorExtent(Packing(geometry).Wide);

    public static int RowExtent(in PoolingGeometry geometry) => geometry.Width.InputExtent;

    /// <summary>Rows are stored in parts: none goes past the caches.</summary>
    public static bool StoresLines<TLanes, TVector>(in PoolingOperands<T> operands, in PoolingGeometry geometry)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct => false;

    public static int ScratchLength(in PoolingGeometry geometry) => new Places(Packing(geometry)).Length;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TLanes, TVector, TPlacement>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where TPlacement : struct, IPlacement
    {
        PackedPlanes packed = Packing(geometry);
        var places = new Places(packed);
        var inputs = new RowMove(geometry.Height.InputExtent, geometry.Width.InputExtent, packed.Pitch, packed.Wide.Width.InputExtent);
        var outputs = new RowMove(geometry.Height.OutputExtent, geometry.Width.OutputExtent, packed.OutputPitch, packed.Wide.Width.OutputExtent);
        RowMove records = (outputs with { Rows = TKernel.Packing.RecordRows(geometry) }).InBytes(TKernel.Packing.RecordBytes);
        for (int first = begin; first < end; first += packed.Planes)
        {
            int count = Math.Min(packed.Planes, end - first);
            if (operands.IsBackward)
                Backward<TLanes, TVector, TPlacement>(operands, packed, places, inputs, outputs, records, first, count);
            else
                Forward<TLanes, TVector, TPlacement>(operands, packed, places, inputs, outputs, records, first, count);
        }
    }

    private static void Forward<TLanes, TVector, TPlacement>(
        in PoolingOperands<T> operands, in PackedPlanes packed, in Places places, in RowMove inputs, in RowMove outputs, in RowMove records, int first, int count)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where TPlacement : struct, IPlacement
    {
        byte* scratch = operands.ScratchBytes, recorded = scratch + places.Records;
        T* input = (T*)scratch, output = (T*)(scratch + places.Outputs);
        PackedRows.Gather<TLanes, TVector, TPlacement, T>(operands.InputAddress + first * inputs.Plane, input, inputs, packed.Planes, count);
        TKernel.Run<TLanes, TVector>(new(input: input, output: output, records: recorded, scratch: scratch + places.Kernel), packed.Wide, 0, 1);
        PackedRows.Scatter<TLanes, TVector, TPlacement, T>(output, operands.OutputAddress + first * outputs.Plane, outputs, count);
        PackedRows.ScatterBytes<TPlacement>(recorded, operands.RecordsAddress + first * records.Plane, records, count);
    }

    private static void Backward<TLanes, TVector, TPlacement>(
        in PoolingOperands<T> operands, in PackedPlanes packed, in Places places, in RowMove inputs, in RowMove outputs, in RowMove records, int first, int count)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where TPlacement : struct, IPlacement
    {
        byte* scratch = operands.ScratchBytes, recorded = scratch + places.Records;
        T* result = (T*)scratch, gradients = (T*)(scratch + places.Outputs);
        PackedRows.Gather<TLanes, TVector, TPlacement, T>(operands.OutputGradientAddress + first * outputs.Plane, gradients, outputs, packed.Planes, count);
        PackedRows.GatherBytes<TPlacement>(operands.RecordsAddress + first * records.Plane, recorded, records, packed.Planes, count);
        TKernel.Run<TLanes, TVector>(new(outputGradient: gradients, inputGradient: result, records: recorded, scratch: scratch + places.Kernel), packed.Wide, 0, 1);
        PackedRows.Scatter<TLanes, TVector, TPlacement, T>(result, operands.InputGradientAddress + first * inputs.Plane, inputs, count);
    }

    private static PackedPlanes Packing(in PoolingGeometry geometry) => PackedPlanes.Of<T>(geometry, TKernel.Packing)!.Value;

    /// <summary>
    /// Where in scratch memory, in bytes, each part of the wide plane begins; its input, or the gradient of it, is first. Vectors reach over the ends of rows,
    /// the last one's too.
    /// </summary>
    private readonly struct Places
    {
        public Places(in PackedPlanes packed)
        {
            int over = ScratchVectors.Length(1) + packed.Pitch * sizeof(T);
            long recordRow = packed.Wide.Width.OutputExtent * (long)TKernel.Packing.RecordBytes;
            Outputs = ThreadScratch.Align(packed.Wide.InputPlane * (long)sizeof(T) + over);
            Records = Outputs + ThreadScratch.Align(packed.Wide.OutputPlane * (long)sizeof(T) + over) + RecordMargin.Bytes;
            Kernel = Records + ThreadScratch.Align(TKernel.Packing.RecordRows(packed.Wide) * recordRow + over + RecordMargin.Bytes);
            Length = checked(Kernel + TKernel.ScratchLength(packed.Wide));
        }

        /// <summary>The output, or the gradient of it.</summary>
        public int Outputs { get; }

        public int Records { get; }

        public int Kernel { get; }

        public int Length { get; }
    }
}
