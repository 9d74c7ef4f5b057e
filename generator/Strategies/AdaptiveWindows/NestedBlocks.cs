namespace PoolGen.Generator.Strategies.AdaptiveWindows;

/// <summary>Blocks inside each other, ended together.</summary>
internal sealed class NestedBlocks(params IDisposable?[] innermostFirst) : IDisposable
{
    public void Dispose()
    {
        foreach (IDisposable? block in innermostFirst)
            block?.Dispose();
    }
}
