using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.WholePlanes;

/// <summary>Windows as large as their planes: global pooling, and its like written with a kernel, which is recognised at run time.</summary>
internal sealed class WholePlanesStrategy : Strategy<WholePlanesPlan>
{
    // Networks end in planes of 4x4 and more; a smaller window that meets a plane of its size is not worth the code.
    private const int LeastTaps = 16;

    // Sixteen planes of a few vectors, folded in registers.
    private const int LaneCalls = 200;

    // Up to a kilobyte of each pixel in a row, the whole of most, and sums that do not wait for each other; of what is left, too.
    private static readonly int[] s_pixelVectors = [16, 4];
    private const int PixelsApart = 4;

    // As many rows as the hardware follows at once; the sums of a sample stay in the first-level cache. Measured (Zen 4, 7x7 and 8x8 pixels of 2048 floats):
    // a training step takes 0.35 of the time of one whose forward pass reads a kilobyte of each pixel, and a forward pass from memory 0.67.
    private const int PixelsTogether = 8;

    public override bool ServesDepth => true;

    public override WholePlanesPlan? TryPlan(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass)
    {
        bool serves = pass switch
        {
            PoolingPass.Forward => true,

            // Where every winner counts, tap numbers serve indices only: they are not worth the longer text.
            PoolingPass.ForwardTaps => spec.Layout == TensorLayout.ChannelsFirst && (spec.IsGlobal || spec.Ties is TieRule.First or TieRule.Last),
            PoolingPass.Backward => !reduction.HasWinners,
            _ => false,
        };
        if (!serves)
            return null;

        bool divides = !reduction.HasWinners && spec.Divisor is not { Kind: DivisorKind.Fixed, Value: 1 };
        int divisor = spec.Divisor.Kind == DivisorKind.Fixed ? spec.Divisor.Value : 0;
        if (spec.IsGlobal)
        {
            return new(pass, LaneCalls, "the only window covers its plane, which is combined in the order of memory", divisor, divides, null)
            {
                Vectors = new(s_pixelVectors),
                PixelsApart = PixelsApart,
                PixelsTogether = PixelsTogether,
                Small = Small(KnownSize(spec)),
            };
        }

        if (!MayCover(spec))
            return null;

        PassPlan otherwise = StrategyRegistry.PlanBehind(this, spec, reduction, pass);
        return new(
            pass,
            Math.Max(LaneCalls, otherwise.LaneCalls),
            $"a window that covers its plane is combined in the order of memory; {otherwise.Why}",
            divisor,
            divides,
            otherwise with { KernelSuffix = "Windows" })
        {
            Vectors = new(s_pixelVectors),
            PixelsApart = PixelsApart,
            PixelsTogether = PixelsTogether,
            Small = Small(spec.Taps),
        };
    }

    /// <summary>
    /// Whether windows of a kernel may turn out to cover their planes, and are worth the code. Known extents that one window does not cover
    /// have no planes of one; and volumes as small as a window are rare.
    /// </summary>
    public static bool MayCover(PoolingSpec spec) =>
        !spec.IsAdaptive && !spec.HasDepth && spec.Taps >= LeastTaps
        && spec.Axes.All(axis => axis is { InputExtent: null, Dilation: 1, HasDerivedPadding: false, PaddingBegin: 0, PaddingEnd: 0 });

    private static SmallPlanes Small(int? size) => new(MostPlanes: 16, MostVectors: 8, size, CalledPlanes: 8);

    /// <summary>The elements of a plane, or of a volume, whose extents are known.</summary>
    private static int? KnownSize(PoolingSpec spec) => spec.Axes.Aggregate((int?)1, (size, axis) => size * axis.InputExtent);

    protected override void Print(CodeWriter writer, KernelPlan kernel, WholePlanesPlan plan)
    {
        new WholePlanesPrinter(writer, kernel, plan).Print();
        if (plan.Otherwise is null)
            return;
        writer.Line();
        StrategyRegistry.Print(writer, kernel, plan.Otherwise);
    }
}
