namespace PoolGen.Benchmarks.Cases;

/// <summary>What is timed.</summary>
internal enum Direction
{
    /// <summary>Inference.</summary>
    Forward,

    /// <summary>The forward pass that leaves what the backward pass needs.</summary>
    TrainingForward,

    /// <summary>The backward pass from what the training forward pass has left.</summary>
    Backward,

    /// <summary>A training forward and a backward pass.</summary>
    Step,
}

/// <summary>Questions about directions.</summary>
internal static class Directions
{
    /// <summary>Whether the result is the input gradient.</summary>
    public static bool GivesGradient(this Direction direction) => direction is Direction.Backward or Direction.Step;

    /// <summary>As a heading.</summary>
    public static string Title(this Direction direction) => direction switch
    {
        Direction.Forward => "Forward",
        Direction.TrainingForward => "Training forward",
        Direction.Backward => "Backward",
        _ => "Training step",
    };
}
