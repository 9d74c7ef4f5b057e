using PoolGen.Generator.Emission;

namespace PoolGen.Generator.Strategies.FarPixels;

/// <summary>
/// What a walk by pixels keeps in scratch memory, in generated code: for each vector of channels all of its values side by side, so that one reference and
/// one index reach them.
/// </summary>
internal sealed class FarPlaces(CodeWriter writer, string element, IEnumerable<string> names)
{
    private readonly string[] _names = [.. names];

    /// <summary>The bytes of it, and of some vectors for all channels more.</summary>
    public string Length(int more) => $"checked({_names.Length + more} * (geometry.Channels * sizeof({element}) + Rt::ScratchVectors.Length(1)))";

    /// <summary>Declares where it begins.</summary>
    public void Print() => writer.Line($"ref {element} kept = ref operands.Scratch; // for each vector of channels: {string.Join(", ", _names)}");

    /// <summary>Declares where that of a vector of channels begins.</summary>
    public void PrintPlace() => writer.Line($"nint place = {Text.Times(_names.Length, "channel")};");

    public string Load(string name) => $"TLanes.Load({At(name)})";

    public void PrintStore(string value, string name) => writer.Line($"TLanes.Store({value}, {At(name)});");

    private string At(string name)
    {
        int number = Array.IndexOf(_names, name);
        return $"ref kept, place{(number == 0 ? "" : $" + {Text.Times(number, "TLanes.Count")}")}";
    }
}
