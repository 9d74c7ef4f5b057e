using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>
/// A forward pass in another element type: band by band of large blocks, and group by group of small ones, the input into scratch memory, the kernel
/// over it, and its results back.
/// </summary>
internal static unsafe class ForwardConversion<TKernel, TRecords, TConversion, TResult, TComputed, T>
    where TKernel : IPoolingKernel<TComputed>
    where TRecords : IRecordLength
    where TConversion : IElementConversion<T, TComputed>
    where TResult : struct, IResultConversion<TResult, T, TComputed>
    where TComputed : unmanaged, INumber<TComputed>
    where T : unmanaged
{
    public static int VectorExtent(in PoolingGeometry geometry)
    {
        // A kernel may ask for narrower vectors in a lower band, or for fewer blocks: that is the most that they get.
        RowBands bands = Bands(BlockGroups.Largest<TComputed>(geometry));
        int extent = int.MaxValue;
        for (int band = 0; band < bands.Count; band++)
            extent = Math.Min(extent, TKernel.VectorExtent(bands[band].Geometry));
        return ConvertedLanes.Extent<TComputed, T>(extent);
    }

    public static int ScratchLength(in PoolingGeometry geometry)
    {
        RowBands bands = Bands(BlockGroups.Largest<TComputed>(geometry));
        int length = 0, resultBytes = TResult.ScratchLength(bands[0]); // none has more rows than the first
        for (int band = 0; band < bands.Count; band++)
        {
            PoolingGeometry rows = bands[band].Geometry;
            length = Math.Max(length, checked(resultBytes + InputBytes(rows) + OutputBytes(rows) + TKernel.ScratchLength(rows)));
        }
        return length;
    }

    public static void Run<TVector>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
        where TVector : struct
    {
        nint recordBytes = TRecords.Bytes(geometry.OfBlock());
        T* x = (T*)Unsafe.AsPointer(ref operands.Input), z = (T*)Unsafe.AsPointer(ref operands.Output);
        byte* records = (byte*)Unsafe.AsPointer(ref operands.Records<byte>());

        // Groups that are not divided into bands are alike: a smaller one needs the beginning of what the largest does.
        RowBands largest = Bands(BlockGroups.Largest<TComputed>(geometry));
        TResult result = TResult.Of(largest[0], operands.ScratchBytes);
        byte* scratch = operands.ScratchBytes + TResult.ScratchLength(largest[0]);
        var groups = BlockGroups.Of<TComputed>(geometry, begin, end);
        for (int index = 0; index < groups.Count; index++)
        {
            BlockGroup group = groups[index];
            RowBands bands = Bands(group.Geometry);
            for (int number = 0; number < bands.Count; number++)
            {
                RowBand band = bands[number];
                if (bands.Count > 1)
                    result = TResult.Of(band, operands.ScratchBytes);
                Run<TVector>(x + group.InputsBefore, z + group.OutputsBefore, records + group.First * recordBytes, scratch, band, result);
            }
        }
    }

    private static void Run<TVector>(T* input, T* output, byte* records, byte* scratch, in RowBand band, in TResult result)
        where TVector : struct
    {
        PoolingGeometry rows = band.Geometry;
        int inputs = (int)rows.InputShape.ElementCount, outputRow = (int)rows.OutputShape.ElementCount / (rows.Blocks * rows.Depth.OutputExtent * rows.Height.OutputExtent);
        var x = (TComputed*)scratch;
        var z = (TComputed*)(scratch + InputBytes(rows));
        byte* rest = scratch + InputBytes(rows) + OutputBytes(rows);
        TConversion.Widen(new(input + band.InputsBefore, inputs), new(x, inputs));
        ConvertedLanes.Run<TKernel, TComputed, TVector>(new PoolingOperands<TComputed>(input: x, output: z, records: records, scratch: rest), rows);
        int outputs = band.Rows * outputRow;
        result.Narrow(band, new(z + band.FirstRow * (nint)outputRow, outputs), new(output + band.OutputsBefore, outputs));
    }

    // Records of a block are one piece.
    private static RowBands Bands(in PoolingGeometry group) => RowBands.Of<TComputed>(group, divides: typeof(TRecords) == typeof(NoRecords));

    private static int InputBytes(in PoolingGeometry rows) => ThreadScratch.Align(rows.InputShape.ElementCount * sizeof(TComputed));

    private static int OutputBytes(in PoolingGeometry rows) => ThreadScratch.Align(rows.OutputShape.ElementCount * sizeof(TComputed));
}
