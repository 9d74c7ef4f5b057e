namespace PoolGen.Peers;

/// <summary>Whether another library can be used on this machine.</summary>
/// <param name="Version">Its version; null where it cannot be used.</param>
/// <param name="Missing">Why it cannot be used; null where it can.</param>
public sealed record PeerStatus(string? Version, string? Missing)
{
    /// <summary>Tries what loads the library: what it throws is why it is missing.</summary>
    /// <param name="load">Calls into the library and returns its version.</param>
    internal static PeerStatus Of(Func<string> load)
    {
        try
        {
            return new(load(), null);
        }
        catch (Exception error) when (error is TypeInitializationException or DllNotFoundException or EntryPointNotFoundException or NotSupportedException)
        {
            // A loader's message ends with what it missed.
            string message = (error.InnerException ?? error).Message;
            return new(null, message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[^1]);
        }
    }
}
