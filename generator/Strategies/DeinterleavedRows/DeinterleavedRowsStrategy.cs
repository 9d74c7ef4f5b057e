using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.DeinterleavedRows;

/// <summary>Two or three columns at distance 2, the common way to halve an image.</summary>
internal sealed class DeinterleavedRowsStrategy : Strategy<DeinterleavedRowsPlan>
{
    // More rows than this are a loop in the direct strategy; no network halves an image with such windows.
    private const int MostRows = 8;

    // Four outputs are eight vectors of a row, 512 bytes at 512 bits: long enough a run for the memory to stay on one row of the
    // image, and with the carry and the rows' offsets within 16 registers at 256 bits.
    private const int BlocksPerStep = 4;

    public override DeinterleavedRowsPlan? TryPlan(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass)
    {
        (AxisSpec height, AxisSpec width) = (spec.Axes[0], spec.Axes[1]);
        if (pass != PoolingPass.Forward || spec.Layout != TensorLayout.ChannelsFirst || height.Kernel > MostRows
            || width is not { Stride: 2, Kernel: 2 or 3, Dilation: 1, HasDerivedPadding: false })
        {
            return null;
        }

        int perBlock = 4 * height.Kernel + 8;
        return new(
            pass,
            (BlocksPerStep + 3) * perBlock,
            "rows are combined as they lie in memory, and every second column is taken from the result",
            Carries: width.Kernel == 3,
            BlocksPerStep);
    }

    protected override void Print(CodeWriter writer, KernelPlan kernel, DeinterleavedRowsPlan plan) =>
        new DeinterleavedRowsPrinter(writer, kernel, plan).Print();
}
