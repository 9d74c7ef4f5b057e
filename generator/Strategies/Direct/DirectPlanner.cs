using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.Direct;

/// <summary>Decides how far windows are unrolled, within the budget of lane calls.</summary>
internal static class DirectPlanner
{
    // Beyond this the straight line is longer than an instruction cache likes and than a person reads.
    private const int MostUnrolledTaps = 64;

    // Sixteen taps, the extreme, the gradient and a comparison fit the 32 registers of AVX-512 and ARM64.
    private const int MostKeptTaps = 16;

    public static DirectPlan Plan(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass)
    {
        // Training is worth the longer text; tap numbers beside bits of winners serve indices only.
        bool trains = pass == PoolingPass.ForwardWinners || (pass == PoolingPass.ForwardTaps && spec.Ties is TieRule.First or TieRule.Last);
        bool checksNumbers = trains && spec.Taps <= MostKeptTaps;
        bool keepsTaps = pass is PoolingPass.Backward or PoolingPass.ForwardWinners && reduction.HasWinners && spec.Taps <= MostKeptTaps;
        int perTap = CallsPerTap(spec, reduction, pass, keepsTaps, checksNumbers);
        int columns = spec.Width.Kernel;

        // A row of windows holds the window's code once, or for whole vectors, for the last one, and for single elements.
        bool vectorEdges = pass.IsForward() && spec.Layout == TensorLayout.ChannelsFirst;
        perTap *= vectorEdges ? 1 : 3;
        var unroll = Fits(spec.Taps, perTap) ? WindowUnroll.Whole : Fits(columns, perTap) ? WindowUnroll.Columns : WindowUnroll.None;
        int written = unroll switch { WindowUnroll.Whole => spec.Taps, WindowUnroll.Columns => columns, _ => 1 };
        bool whole = unroll == WindowUnroll.Whole;
        return new(pass, written * perTap, Why(spec, unroll), unroll, vectorEdges, keepsTaps && whole, checksNumbers && whole);
    }

    // What stands around the taps has a part of the budget too: 30 of 10 calls each were no longer inlined.
    private static bool Fits(int taps, int perTap) => taps <= MostUnrolledTaps && taps * perTap < PassPlan.LaneCallBudget;

    private static int CallsPerTap(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass, bool keepsTaps, bool checksNumbers)
    {
        // A strided access of a wide vector is made of narrower ones, each an inlined call of its own.
        bool strided = spec.Layout == TensorLayout.ChannelsFirst && spec.Width.Stride > 1;
        int load = strided ? 7 : 1;
        int add = strided ? 2 : 1;
        return pass switch
        {
            PoolingPass.Forward => load + 1,
            _ when checksNumbers => load + 4,
            PoolingPass.ForwardTaps => load + 3,
            PoolingPass.ForwardWinners => (keepsTaps ? load : 2 * load) + 5,
            PoolingPass.BackwardTaps or PoolingPass.BackwardWinners => 1 + add,
            _ when !reduction.HasWinners => add,
            _ => (keepsTaps ? load : 2 * load) + 3 + add + spec.Ties switch
            {
                TieRule.First or TieRule.Last => 1,
                TieRule.Split => 3 + (keepsTaps ? 0 : load),
                _ => 0,
            },
        };
    }

    private static string Why(PoolingSpec spec, WindowUnroll unroll) => unroll switch
    {
        WindowUnroll.Whole => "it serves every configuration, and the window is small enough to be written out",
        WindowUnroll.Columns => $"it serves every configuration; of {spec.Taps} taps one window row is written out",
        _ => $"it serves every configuration; {spec.Taps} taps are too many to be written out",
    };
}
