using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies;

/// <summary>An algorithm: it tells whether it serves a pass, plans it, and prints the plan.</summary>
internal interface IStrategy
{
    /// <summary>Whether it knows of slices; one that plans for rows and columns only is not asked about three axes.</summary>
    bool ServesDepth { get; }

    /// <summary>The plan of a pass, or null where this strategy does not serve it.</summary>
    PassPlan? TryPlan(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass);

    /// <summary>Prints a plan of this strategy as kernels; false where the plan is another strategy's.</summary>
    bool TryPrint(CodeWriter writer, KernelPlan kernel, PassPlan plan);
}

/// <summary>A strategy with a plan record of its own.</summary>
/// <typeparam name="TPlan">The record.</typeparam>
internal abstract class Strategy<TPlan> : IStrategy
    where TPlan : PassPlan
{
    /// <inheritdoc cref="IStrategy.ServesDepth"/>
    public virtual bool ServesDepth => false;

    /// <inheritdoc cref="IStrategy.TryPlan"/>
    public abstract TPlan? TryPlan(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass);

    /// <summary>Prints the kernel of a pass.</summary>
    protected abstract void Print(CodeWriter writer, KernelPlan kernel, TPlan plan);

    PassPlan? IStrategy.TryPlan(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass) => TryPlan(spec, reduction, pass);

    bool IStrategy.TryPrint(CodeWriter writer, KernelPlan kernel, PassPlan plan)
    {
        if (plan is not TPlan own)
            return false;
        Print(writer, kernel, own);
        return true;
    }
}
