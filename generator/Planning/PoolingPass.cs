namespace PoolGen.Generator.Planning;

/// <summary>
/// The computations that the generated members are made of; each is planned by the best strategy that serves it. Where winners are
/// recorded, <c>Backward</c> is the forward pass with the record followed by the backward pass from it, plane by plane.
/// </summary>
internal enum PoolingPass
{
    /// <summary>z from x.</summary>
    Forward,

    /// <summary>z from x, with the tap number of each window's winner.</summary>
    ForwardTaps,

    /// <summary>z from x, with the winners of each window as a bit mask.</summary>
    ForwardWinners,

    /// <summary>z from x, with the winning rows of each window and the winning columns of each row as bit masks.</summary>
    ForwardSeparable,

    /// <summary>z from x, with the winning columns of each window and the winning rows of each column as bit masks.</summary>
    ForwardColumns,

    /// <summary>∂L/∂x from ∂L/∂z and, where the gradient depends on it, x.</summary>
    Backward,

    /// <summary>∂L/∂x from ∂L/∂z and tap numbers.</summary>
    BackwardTaps,

    /// <summary>∂L/∂x from ∂L/∂z and bit masks of winners.</summary>
    BackwardWinners,

    /// <summary>∂L/∂x from ∂L/∂z and bit masks of winning rows and columns.</summary>
    BackwardSeparable,

    /// <summary>∂L/∂x from ∂L/∂z and bit masks of winning columns and their rows.</summary>
    BackwardColumns,
}

/// <summary>Questions about passes that planners and printers share.</summary>
internal static class PoolingPassFacts
{
    /// <summary>Whether a pass writes or reads a record of winners, and so has the type of a stored one as type parameter.</summary>
    public static bool HasRecord(this PoolingPass pass) => pass is not (PoolingPass.Forward or PoolingPass.Backward);

    /// <summary>Whether a pass computes the output.</summary>
    public static bool IsForward(this PoolingPass pass) =>
        pass is PoolingPass.Forward or PoolingPass.ForwardTaps or PoolingPass.ForwardWinners or PoolingPass.ForwardSeparable or PoolingPass.ForwardColumns;
}
