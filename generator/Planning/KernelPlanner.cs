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
        var passes = Passes(reduction, training).Select(pass => Plan(spec, pass));
        return new(spec, reduction, training, new(passes)) { Asked = asked };
    }

    /// <summary>A pass, planned for the element type that its kernels compute in.</summary>
    private static PassPlan Plan(PoolingSpec spec, PoolingPass pass)
    {
        var computation = ComputationPlan.For(spec, pass);
        PassPlan plan = StrategyRegistry.Plan(computation.Spec, ReductionPlan.For(computation.Spec), pass);

        // Conversions hand their kernels one unit at a time: there is nothing beside it.
        return plan with { Computation = computation, Packing = computation.Converts ? null : plan.Packing };
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
