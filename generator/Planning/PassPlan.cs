namespace PoolGen.Generator.Planning;

/// <summary>How one pass is computed: the part that every strategy's own plan record shares.</summary>
/// <param name="Pass">What is computed.</param>
/// <param name="LaneCalls">
/// The lane operations in the largest generated method, those inside inlined helpers counted. Near 450 the JIT stops inlining them and
/// the method becomes ten to thirty times slower; <see cref="LaneCallBudget"/> keeps a distance.
/// </param>
/// <param name="Why">Why this strategy serves the pass, for the generated documentation: a clause.</param>
internal abstract record PassPlan(PoolingPass Pass, int LaneCalls, string Why)
{
    /// <summary>The most lane operations a generated method may have.</summary>
    public const int LaneCallBudget = 300;

    /// <summary>What follows the pass in the name of the kernel: a kernel that another one calls for some shapes has a name of its own.</summary>
    public string KernelSuffix { get; init; } = "";

    /// <summary>What the pass is computed in.</summary>
    public ComputationPlan? Computation { get; init; }

    /// <summary>Whether the gradient of a window is divided among its winners before this pass, which gives every winner the whole.</summary>
    public bool SharesGradients { get; init; }

    /// <summary>The same pass in a wider type, for planes whose rows fill no vector of the type of <see cref="Computation"/>; null where there is none.</summary>
    public PassPlan? Widened { get; init; }

    /// <summary>How the pass serves planes that are narrower than a vector; null where it takes each by itself.</summary>
    public PackingPlan? Packing { get; init; }

    /// <summary>Which planes the pass leaves to one that looks winners up; null where it leaves none.</summary>
    public ScatteringPlan? Scattering { get; init; }

    /// <summary>Where the pass asks for lines in advance, if its loops are compiled for each way to meet memory.</summary>
    public virtual PrefetchPlan Prefetch => PrefetchPlan.Always;

    /// <summary>The kernel of the runtime that runs the generated one: <c>FlatBackward</c>; null where that runs by itself.</summary>
    public virtual string? RunBy => null;

    /// <summary>The same where the kernel is handed one unit at a time: there is nothing beside it.</summary>
    public virtual PassPlan OfOneUnit() => this with { Packing = null, Scattering = null };

    /// <summary>The strategy's name, for the generated documentation: <c>rolling strips</c>.</summary>
    public abstract string StrategyName { get; }
}
