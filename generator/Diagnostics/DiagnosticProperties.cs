namespace PoolGen.Generator.Diagnostics;

/// <summary>What a diagnostic tells a code fix besides its id. The code fixes compile this file too: they share nothing else with the analyzer.</summary>
internal static class DiagnosticProperties
{
    /// <summary>The valid number nearest to the one that is marked.</summary>
    public const string NearestValue = nameof(NearestValue);
}
