namespace PoolGen.Runtime;

/// <summary>What layers have in common: buffers that grow, and the refusal of a backward pass that nothing was kept for.</summary>
internal static class LayerBuffers
{
    /// <summary>Makes room for a number of elements, of any content.</summary>
    public static void Grow<T>(ref T[] buffer, int length)
    {
        if (buffer.Length < length)
            buffer = GC.AllocateUninitializedArray<T>(length);
    }

    /// <summary>The exception of a backward pass without a forward pass before it.</summary>
    /// <param name="ranWithoutTraining">Whether there was one, which kept nothing.</param>
    public static InvalidOperationException NothingKept(bool ranWithoutTraining) => new(ranWithoutTraining
        ? "The last Forward ran with Training = false and kept nothing for Backward. Set Training to true before Forward."
        : "Backward needs a Forward pass before it: it is the gradient of the last one.");
}
