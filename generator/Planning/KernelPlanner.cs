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
        PassPlan plan = Plan(spec, pass, ComputationPlan.For(spec, pass));
        return ComputationPlan.Widened(spec, pass) is { } widened ? plan with { Widened = Plan(spec, pass, widened) } : plan;
    }

    private static PassPlan Plan(PoolingSpec spec, PoolingPass pass, ComputationPlan computation)
    {
        // From records, the runtime divides a window's gradient among its winners first: for the kernel, each of them takes the whole of what is left.
        bool shares = spec.Ties == TieRule.Split && pass is PoolingPass.BackwardWinners or PoolingPass.BackwardSeparable or PoolingPass.BackwardColumns;
        if (shares)
            computation = computation with { Spec = computation.Spec with { Ties = TieRule.All } };
        PassPlan plan = StrategyRegistry.Plan(computation.Spec, ReductionPlan.For(computation.Spec), pass);

        // Conversions and norms hand their kernels one unit at a time.
        return (computation.Converts || spec.Norm is not null ? plan.OfOneUnit() : plan) with { Computation = computation, SharesGradients = shares };
    }

    private static IEnumerable<PoolingPass> Passes(ReductionPlan reduction, TrainingPlan training)
    {
        yield return PoolingPass.Forward;

        // Indices come from what training records, and from tap numbers where it records nothing.
        if (training.ForwardPass is { } recording)
            yield return recording;
        else if (reduction.HasWinners)
            yield return PoolingPass.ForwardTaps;
        yield return training.BackwardPass;
    }
}
