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
}

/// <summary>What the backward pass of training works from, and how it is stored in the workspace.</summary>
/// <param name="Form">What it works from.</param>
/// <param name="Storage">The C# type of what the workspace holds for each output, where there is a workspace; else null.</param>
internal sealed record TrainingPlan(TrainingForm Form, string? Storage)
{
    // The largest number of each storage type means "no tap".
    private const int MostByteTaps = byte.MaxValue;
    private const int MostUShortTaps = ushort.MaxValue;

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

        if (spec.Ties is TieRule.First or TieRule.Last)
            return new(TrainingForm.Taps, spec.Taps <= MostByteTaps ? "byte" : spec.Taps <= MostUShortTaps ? "ushort" : "int");

        // One tap number names one winner; under All and Split a window has as many as the data say. Where a bit for each does not
        // fit an integer, the taps are compared again.
        return NarrowestStorage(spec.Taps) is { } bits ? new(TrainingForm.Winners, bits) : new(TrainingForm.Input, null);
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
