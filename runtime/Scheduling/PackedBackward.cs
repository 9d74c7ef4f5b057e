using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>
/// A kernel that gathers gradients by records of winners, on narrow planes: block by block, their gradients and records are laid side by side
/// in scratch memory, which stays in the first-level cache, the kernel runs on the wide plane, and its gradients are laid back. Windows between
/// two planes have the gradient zero, whatever is recorded of them.
/// </summary>
internal readonly unsafe struct PackedBackward<TKernel, T> : IPlacedKernel<PackedBackward<TKernel, T>, T>
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
        byte* scratch = operands.ScratchBytes;
        T* gradients = (T*)(scratch + places.OutputGradient), result = (T*)scratch;
        byte* records = scratch + places.Records;
        PoolingOperands<T> wide = new(outputGradient: gradients, inputGradient: result, records: records, scratch: scratch + places.Kernel);

        var inputs = new RowMove(geometry.Height.InputExtent, geometry.Width.InputExtent, packed.Pitch, packed.Wide.Width.InputExtent);
        var outputs = new RowMove(geometry.Height.OutputExtent, geometry.Width.OutputExtent, packed.OutputPitch, packed.Wide.Width.OutputExtent);
        RowMove recorded = (outputs with { Rows = TKernel.Packing.RecordRows(geometry) }).InBytes(TKernel.Packing.RecordBytes);
        for (int first = begin; first < end; first += packed.Planes)
        {
            int count = Math.Min(packed.Planes, end - first);
            PackedRows.Gather<TLanes, TVector, TPlacement, T>(operands.OutputGradientAddress + first * outputs.Plane, gradients, outputs, packed.Planes, count);
            PackedRows.GatherBytes<TPlacement>(operands.RecordsAddress + first * recorded.Plane, records, recorded, packed.Planes, count);
            TKernel.Run<TLanes, TVector>(wide, packed.Wide, 0, 1);
            PackedRows.Scatter<TLanes, TVector, TPlacement, T>(result, operands.InputGradientAddress + first * inputs.Plane, inputs, count);
        }
    }

    private static PackedPlanes Packing(in PoolingGeometry geometry) => PackedPlanes.Of<T>(geometry, TKernel.Packing)!.Value;

    /// <summary>Where in scratch memory, in bytes, each part of the wide plane begins; its gradient is first. Vectors reach over the ends of rows, the last one's too.</summary>
    private readonly struct Places
    {
        public Places(in PackedPlanes packed)
        {
            int over = ScratchVectors.Length(1) + packed.Pitch * sizeof(T);
            long recordRow = packed.Wide.Width.OutputExtent * (long)TKernel.Packing.RecordBytes;
            OutputGradient = ThreadScratch.Align(packed.Wide.InputPlane * (long)sizeof(T) + over);
            Records = OutputGradient + ThreadScratch.Align(packed.Wide.OutputPlane * (long)sizeof(T) + over) + RecordMargin.Bytes;
            Kernel = Records + ThreadScratch.Align(TKernel.Packing.RecordRows(packed.Wide) * recordRow + over + RecordMargin.Bytes);
            Length = checked(Kernel + TKernel.ScratchLength(packed.Wide));
        }

        public int OutputGradient { get; }

        public int Records { get; }

        public int Kernel { get; }

        public int Length { get; }
    }
}
