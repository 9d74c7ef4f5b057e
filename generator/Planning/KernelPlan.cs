using PoolGen.Generator.Model;

namespace PoolGen.Generator.Planning;

/// <summary>Every decision about one annotated type; printers print it and decide nothing.</summary>
/// <param name="Spec">What is computed: what the user asked for, with what known extents say about it worked out.</param>
/// <param name="Reduction">How taps become a value.</param>
/// <param name="Training">What the backward pass of training works from.</param>
/// <param name="Passes">How each pass is computed; those that the kind does not have are absent.</param>
internal sealed record KernelPlan(PoolingSpec Spec, ReductionPlan Reduction, TrainingPlan Training, EquatableArray<PassPlan> Passes)
{
    /// <summary>What the user asked for.</summary>
    public PoolingSpec Asked { get; init; } = Spec;

    /// <summary>The passes that are planned in a wider type too (<see cref="PassPlan.Widened"/>), as they are there.</summary>
    public IEnumerable<PassPlan> WidenedPasses => Passes.Select(pass => pass.Widened).OfType<PassPlan>();

    public PassPlan this[PoolingPass pass] => Passes.Single(plan => plan.Pass == pass);

    /// <summary>The plan as the printer of a pass sees it: in the element type that its kernels compute in.</summary>
    public KernelPlan ComputedAs(PassPlan pass) => pass.Computation is { } computation
        ? this with { Spec = computation.Spec, Reduction = ReductionPlan.For(computation.Spec) }
        : this;

    /// <summary>The most taps that a window may have, of those whose number is known at run time only; null where there is no limit.</summary>
    public int? MostTaps => ComputationPlan.LimitOfTaps(Spec);

    /// <summary>Whether the backward pass of training reads the input.</summary>
    public bool BackwardReadsInput => Training.Form == TrainingForm.Input;
}
