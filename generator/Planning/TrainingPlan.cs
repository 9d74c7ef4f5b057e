using PoolGen.Generator.Model;

namespace PoolGen.Generator.Planning;

/// <summary>What the backward pass of training works from.</summary>
internal enum TrainingForm
{
    /// <summary>The output gradient alone.</summary>
    GradientOnly,

    /// <summary>The input: winners are found again by comparison, norms are computed again.</summary>
    Input,

    /// <summary>The tap number of each window's winner, left in the workspace by the forward pass.</summary>
    Taps,

    /// <summary>A bit for each tap of a window that won, left in the workspace by the forward pass.</summary>
    Winners,

    /// <summary>A bit for each row of a window that holds its extreme, and for each column that holds its row's, left in the workspace by the forward pass.</summary>
    Separable,

    /// <summary>A bit for each column of a window that holds its extreme, and for each row that holds its column's, left in the workspace by the forward pass.</summary>
    Columns,
}

/// <summary>What the backward pass of training works from, and how it is stored in the workspace.</summary>
/// <param name="Form">What it works from.</param>
/// <param name="Storage">The C# type of what the workspace holds for each output, where there is a workspace; else null.</param>
internal sealed record TrainingPlan(TrainingForm Form, string? Storage)
{
    // The largest number of each storage type means "no tap".
    private const int MostByteTaps = byte.MaxValue;
    private const int MostUShortTaps = ushort.MaxValue;

    // Channels last, training by columns takes 0.2 to 0.9 of the time from 20 taps on, whatever the distance (7x7 at distance 2: 0.26), and of windows of 9 to 16
    // taps 1.1 to 2 times as long, forward or backward. Channels first, where every winner counts, a step of windows that overlap takes 0.25 to 1.1 of what
    // comparing again takes, and one of others about as long as a search, or half (6x6 at distance 17: 0.95 over 7 and 13 windows in a row, 0.55 over 28). Of
    // windows that do not overlap, a vector that holds all columns of some has them compared at once: a step takes 0.3 to 0.9 of what bits for each tap take.
    // Where one winner counts, a step of windows that share a third of their columns takes 0.6 to 1.1 of the time that tap numbers take, most often 0.9
    // (6x6 at distance 3: 0.6 to 0.75). Of windows that share less a step takes 1.0 to 1.2 of it as far as 9x9 go, and 0.7 to 1.0 beyond; of windows that share
    // nothing and no vector holds, each tap of which was compared by itself, 0.1 to 0.6 (17x17 at distance 17) (.NET 10, Zen 4, 16 lanes).
    private const int MostTapsOfPixels = 16, MostTapsThatShareThird = 35, MostTapsThatShareLess = 81, MostTapsApart = 64, MostBits = 31;

    // Backward by columns, what becomes of each place between two windows is written out.
    private const int MostDistance = 31;

    /// <summary>The forward pass that leaves what the backward pass works from; null where that needs nothing of it.</summary>
    public PoolingPass? ForwardPass => Form switch
    {
        TrainingForm.Taps => PoolingPass.ForwardTaps,
        TrainingForm.Winners => PoolingPass.ForwardWinners,
        TrainingForm.Separable => PoolingPass.ForwardSeparable,
        TrainingForm.Columns => PoolingPass.ForwardColumns,
        _ => null,
    };

    /// <summary>The backward pass.</summary>
    public PoolingPass BackwardPass => Form switch
    {
        TrainingForm.Taps => PoolingPass.BackwardTaps,
        TrainingForm.Winners => PoolingPass.BackwardWinners,
        TrainingForm.Separable => PoolingPass.BackwardSeparable,
        TrainingForm.Columns => PoolingPass.BackwardColumns,
        _ => PoolingPass.Backward,
    };

    public static TrainingPlan For(PoolingSpec spec, ReductionPlan reduction)
    {
        if (!reduction.HasWinners)
            return new(spec.Norm is null ? TrainingForm.GradientOnly : TrainingForm.Input, null);

        // How many taps an adaptive window has is known at run time only: any number of them has to fit.
        if (spec.IsAdaptive)
            return spec.Ties is TieRule.First or TieRule.Last ? new(TrainingForm.Taps, "int") : new(TrainingForm.Input, null);

        // Neighbouring windows of planes share their rows. This also holds every winner, and takes a bit for each row and column instead of each tap.
        if (!spec.HasDepth && spec.Axes.All(axis => SeparableAxis.TryCreate(axis) is not null) && NarrowestStorage(spec.Axes.Sum(axis => axis.Kernel)) is { } storage)
            return new(TrainingForm.Separable, storage);

        if (HasColumns(spec) && NarrowestStorage(spec.Axes.Max(axis => axis.Kernel)) is { } columns)
            return new(TrainingForm.Columns, columns);

        if (spec.Ties is TieRule.First or TieRule.Last)
            return new(TrainingForm.Taps, spec.Taps <= MostByteTaps ? "byte" : spec.Taps <= MostUShortTaps ? "ushort" : "int");

        // One tap number names one winner; under All and Split a window has as many as the data say. Where a bit for each does not
        // fit an integer, the taps are compared again.
        return NarrowestStorage(spec.Taps) is { } bits ? new(TrainingForm.Winners, bits) : new(TrainingForm.Input, null);
    }

    /// <summary>Whether winners are better told by columns, where windows are not neighbours.</summary>
    private static bool HasColumns(PoolingSpec spec)
    {
        if (spec.HasDepth || spec.Axes.Any(axis => axis.Stride > MostDistance))
            return false;
        if (spec.Layout == TensorLayout.ChannelsLast)
            return spec.Taps > MostTapsOfPixels;
        if (spec.Ties is TieRule.All or TieRule.Split)
            return TiledWindows.AreWide(spec) || spec.Taps > MostBits;
        int most = spec.Axes.All(SharesThird) ? MostTapsThatShareThird : spec.Axes.All(SharesSome) ? MostTapsThatShareLess : MostTapsApart;
        return spec.Taps > most && !TiledWindows.AreWide(spec) && !(KnownTiles.In(spec) && KnownTiles.Cover(spec));

        static bool SharesThird(AxisSpec axis) => 2 * axis.EffectiveKernel >= 3 * axis.Stride;
        static bool SharesSome(AxisSpec axis) => axis.EffectiveKernel > axis.Stride;
    }

    /// <summary>The narrowest type with a number of bits, the sign aside; null where there is none.</summary>
    private static string? NarrowestStorage(int bits) => bits switch
    {
        <= 8 => "byte",
        <= 16 => "ushort",
        <= 31 => "int",
        _ => null,
    };
}
