using PoolGen.Generator.Model;
using PoolGen.Generator.Strategies;

namespace PoolGen.Generator.Planning;

/// <summary>From what was asked to how it is computed.</summary>
internal static class KernelPlanner
{
    public static KernelPlan Plan(PoolingSpec asked)
    {
        PoolingSpec spec = KnownExtents.Resolve(asked);
        var reduction = ReductionPlan.For(spec);
        var training = TrainingPlan.For(spec, reduction);
        var passes = Passes(reduction, training).Select(pass => StrategyRegistry.Plan(spec, reduction, pass));
        return new(spec, reduction, training, new(passes)) { Asked = asked };
    }

    private static IEnumerable<PoolingPass> Passes(ReductionPlan reduction, TrainingPlan training)
    {
        yield return PoolingPass.Forward;
        if (training.Form == TrainingForm.Separable)
            yield return PoolingPass.ForwardSeparable;
        else if (reduction.HasWinners)
            yield return PoolingPass.ForwardTaps;
        if (training.Form == TrainingForm.Winners)
            yield return PoolingPass.ForwardWinners;
        yield return training.Form switch
        {
            TrainingForm.Taps => PoolingPass.BackwardTaps,
            TrainingForm.Winners => PoolingPass.BackwardWinners,
            TrainingForm.Separable => PoolingPass.BackwardSeparable,
            _ => PoolingPass.Backward,
        };
    }
}
