namespace PoolGen.Generator.Strategies.Separable;

/// <summary>What competes for an extreme in generated code: a tap, or taps that have competed among themselves.</summary>
/// <param name="Value">The tap, or the extreme of some.</param>
/// <param name="FirstBit">The bit of the tap, or of the first of them.</param>
/// <param name="Bits">Which of them hold it, from bit 0 on; null for a tap.</param>
internal sealed record Contender(string Value, int FirstBit, string? Bits = null)
{
    /// <summary>The vectors that it is made of.</summary>
    public IEnumerable<string> Operands => Bits is null ? [Value] : [Value, Bits];

    /// <summary>The bits of those that win with it.</summary>
    public string Won => Bits is null ? $"TLanes.TapNumber(1 << {FirstBit})" : FirstBit == 0 ? Bits : $"TLanes.ShiftBits({Bits}, {FirstBit})";

    /// <summary>Some bits, with its own where it is equal to an extreme.</summary>
    public string OrIfEqual(string bits, string extreme) => Bits is null
        ? $"TLanes.OrBitIfEqual({bits}, {FirstBit}, {Value}, {extreme})"
        : $"TLanes.OrIfEqual({bits}, {Won}, {Value}, {extreme})";
}
