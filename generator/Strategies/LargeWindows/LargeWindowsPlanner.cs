using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.LargeWindows;

/// <summary>Decides which passes have windows so large that combining taps one by one does not pay, and which runs a row is made of.</summary>
internal static class LargeWindowsPlanner
{
    // With fewer taps on both axes, rows of taps are combined as fast as runs.
    private const int LeastKernel = 8;

    // Channels last, combining tap by tap shares rows and columns of two windows only. Measured (Zen 5, 12 to 512 channels): 6x6 windows take 0.6 to 1.1
    // of the time, 7x7 0.45 to 0.95, 5x5 up to 1.5.
    private const int LeastPixelKernel = 6;

    // What is kept of as many windows fits the registers of all vector units but the oldest.
    private const int MostTogether = 8;

    // Bytes: no lanes are further apart.
    private const int WidestVector = 64;

    public static LargeWindowsPlan? Plan(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass)
    {
        bool overGradient = pass == PoolingPass.Backward && !reduction.HasWinners
            && spec.Axes.All(axis => axis is { Stride: 1, HasDerivedPadding: false });
        if ((pass != PoolingPass.Forward && !overGradient) || spec.Axes.Any(axis => axis.Dilation > 1))
            return null;
        if (spec.Layout == TensorLayout.ChannelsLast)
        {
            return pass == PoolingPass.Forward && reduction.HasWinners && spec.Axes.All(axis => axis is { Kernel: >= LeastPixelKernel, Stride: 1 })
                ? Pixels(spec, reduction) : null;
        }
        if (spec.Axes.All(axis => axis.Kernel < LeastKernel))
            return null;

        WindowDivision division = overGradient ? WindowDivisions.OfGradient(spec, reduction) : WindowDivisions.OfOutput(spec, reduction);
        bool divides = !reduction.HasWinners && spec.Divisor is not { Kind: DivisorKind.Fixed, Value: 1 };
        int divisor = !divides || division != WindowDivision.Uniform ? 0 : spec.WholeDivisor;
        (int levels, Run[] runs) = Runs(spec.Axes[1].Kernel, mayOverlap: reduction.HasWinners);
        JoinedRun[] joined = Joined(spec.Axes[1].Kernel, mayOverlap: reduction.HasWinners);
        return new(
            pass,
            Math.Max(StripCalls, Math.Max(2 * runs.Length, 3 * joined.Length) + 12),
            overGradient
                ? "an element's gradient is the sum over the many windows that hold it; neighbouring sums share runs of rows and columns"
                : "windows of many taps share runs of rows and columns",
            overGradient,
            division,
            divisor,
            new(joined),
            levels,
            new(runs))
        {
            JoinsInRegisters = joined.All(run => run.At * spec.Element.Bytes <= WidestVector),
            StepsByRow = spec.Axes[0].Stride == 1,
            TakesPairs = joined.Length > 0 && spec.Axes[1].Kernel * spec.Element.Bytes <= WidestVector && spec.Axes[1].Stride == 1 && (overGradient || division == WindowDivision.Uniform),
            ChecksForNaN = reduction.GainsFromNumbers,
        };
    }

    private static LargeWindowsPlan Pixels(PoolingSpec spec, ReductionPlan reduction) => new(
        PoolingPass.Forward,
        StripCalls,
        "windows of many taps share rows, and neighbouring windows share columns",
        OverGradient: false,
        Division: WindowDivision.Uniform,
        Divisor: 0,
        Joined: new(Array.Empty<JoinedRun>()),
        Levels: 0,
        Runs: new(Array.Empty<Run>()))
    {
        WindowsTogether = Math.Min(MostTogether, spec.Axes[1].Kernel),
        StepsByRow = true,
        ChecksForNaN = reduction.GainsFromNumbers,
    };

    // Four strips of columns: runs upwards and runs downwards.
    private const int StripCalls = 4 * 32;

    /// <summary>
    /// The runs of a window of a given width: lengths are doubled as long as they fit, and the longest covers the rest by overlapping itself, or,
    /// where taps may not count twice, shorter runs are joined behind it.
    /// </summary>
    private static JoinedRun[] Joined(int width, bool mayOverlap)
    {
        var runs = new List<JoinedRun>();
        int length = 1;
        for (; 2 * length <= width; length *= 2)
            runs.Add(new(2 * length, length, length, length));
        if (mayOverlap && length < width)
            runs.Add(new(width, length, length, width - length));
        if (mayOverlap)
            return runs.ToArray();

        // From the shortest: so none begins further behind the one before it than a doubled one would.
        int rest = 0;
        for (int part = 1; part <= width; part *= 2)
        {
            if ((width & part) == 0)
                continue;
            if (rest > 0)
                runs.Add(new(part + rest, part, rest, part));
            rest += part;
        }
        return runs.ToArray();
    }

    /// <summary>The runs of a window of a given width: the longest that are needed, and shorter ones for the rest, or an overlapping one.</summary>
    private static (int Levels, Run[] Runs) Runs(int width, bool mayOverlap)
    {
        int levels = 0, length = 1;
        for (; length * LargeWindowsPlan.Radix < width; length *= LargeWindowsPlan.Radix)
            levels++;

        var runs = new List<Run>();
        int offset = 0;
        for (int level = levels; offset < width; level--, length /= LargeWindowsPlan.Radix)
        {
            for (; offset + length <= width; offset += length)
                runs.Add(new(level, offset));
            if (!mayOverlap || offset == width)
                continue;
            runs.Add(new(level, width - length));
            break;
        }
        return (levels, runs.ToArray());
    }
}
