namespace PoolGen.Kernels.Tests;

/// <summary>The memory of every tensor of a call, each between forbidden pages of its own; the calls of a run share it.</summary>
internal sealed class GuardedTensors<T> : IDisposable
    where T : unmanaged
{
    // Elements of the largest tensor of GuardedShapes, with room: windows that overhang make outputs larger than inputs.
    private const int Capacity = 1 << 17;

    public GuardedPages<T> Input { get; } = new(Capacity);

    public GuardedPages<T> OutputGradient { get; } = new(Capacity);

    public GuardedPages<T> Output { get; } = new(Capacity);

    public GuardedPages<T> InputGradient { get; } = new(Capacity);

    public GuardedPages<byte> Workspace { get; } = new(Capacity * 8);

    public GuardedPages<int> Indices { get; } = new(Capacity);

    public void Dispose()
    {
        Input.Dispose();
        OutputGradient.Dispose();
        Output.Dispose();
        InputGradient.Dispose();
        Workspace.Dispose();
        Indices.Dispose();
    }
}
