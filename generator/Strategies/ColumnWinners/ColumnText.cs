using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.ColumnWinners;

/// <summary>
/// What the two layouts call things. A row of the input is a run of neighbouring elements in both. A row of windows is one where channels come first; where
/// they come last, a vector holds channels of one window, whose columns lie a pixel apart.
/// </summary>
internal sealed class ColumnText(KernelPlan kernel)
{
    public bool OfPixels { get; } = kernel.Spec.Layout == TensorLayout.ChannelsLast;

    public string Element => kernel.Spec.Element.Keyword;

    public string Zero => $"0{kernel.Spec.Element.Suffix}";

    public string Noun => kernel.Reduction.Noun;

    /// <summary>What a kernel divides among threads.</summary>
    public string Unit => OfPixels ? "sample" : "plane";

    /// <summary>A number of cells of scratch memory, in elements.</summary>
    public string Cells(string count) => !OfPixels ? count : count.Contains(' ') ? $"({count}) * channels" : $"{count} * channels";

    /// <summary>The same as an integer.</summary>
    public string CellCount(string count) => !OfPixels ? count : count.Contains(' ') ? $"({count}) * geometry.Channels" : $"{count} * geometry.Channels";

    /// <summary>Declares the elements of a pixel, where there are some, and those from one row of the input to the next, and of the output.</summary>
    public void PrintExtents(CodeWriter writer, bool input = true, bool output = true)
    {
        string[] extents = [.. ((string?[])[
            OfPixels ? "channels = geometry.Channels" : null,
            input ? $"width = {Cells("geometry.Width.InputExtent")}" : null,
            output ? $"windows = {Cells("geometry.Width.OutputExtent")}" : null]).OfType<string>()];
        if (extents.Length > 0)
            writer.Line($"nint {string.Join(", ", extents)};");
    }

    /// <summary>A loop over neighbouring elements, a vector of them at <c>at</c>. The last vector overlaps the one before.</summary>
    public static IDisposable EachElement(CodeWriter writer, string count)
    {
        IDisposable body = writer.Block($"for (nint next = 0; next < {count}; next += TLanes.Count)");
        writer.Line($"nint at = nint.Min(next, {count} - TLanes.Count); // the last vector overlaps the one before");
        return body;
    }

    /// <summary>A loop over the windows of a row, or over something else that columns lie beside: a vector at <c>at</c>.</summary>
    /// <param name="writer">Where it goes.</param>
    /// <param name="count">How many elements.</param>
    /// <param name="stride">The columns from one to the next.</param>
    /// <returns>The loop, and where the first column of the vector lies.</returns>
    public (IDisposable Body, string Column) EachWindow(CodeWriter writer, string count, int stride)
    {
        if (!OfPixels)
            return (writer.Block($"for (nint at = 0; at < {count}; at += TLanes.Count)"), Text.Times(stride, "at"));
        IDisposable pixels = writer.Block($"for (nint pixel = 0; pixel < {count}; pixel += channels)"), vectors = writer.Block("for (nint next = 0; next < channels; next += TLanes.Count)");
        writer.Line("nint channel = nint.Min(next, channels - TLanes.Count), at = pixel + channel; // the last vector overlaps the one before");
        return (new Both(vectors, pixels), stride == 1 ? "at" : $"{stride} * pixel + channel");
    }

    /// <summary>A known number of cells, to be added; also a negative one.</summary>
    public string Beside(int count) => OfPixels ? Text.Signed(count, "channels") : Text.Signed(count);

    /// <summary>The parameters that say where vectors of windows must end; what they hold behind a row, the next row overwrites.</summary>
    public string Ends => OfPixels ? "" : ", nint outputEnd, nint recordEnd";

    /// <summary>The same as arguments.</summary>
    public string EndArguments => OfPixels ? "" : ", outputEnd, recordEnd";

    /// <summary>Prints the loop over units, which begin at elements and records that are given to what is printed for each.</summary>
    public void PrintUnits(CodeWriter writer, Action<string, string, string> print)
    {
        string samples = OfPixels ? " * geometry.Channels" : "";
        writer.Line($"nint inputs = geometry.InputPlane{samples}, outputs = geometry.OutputPlane{samples}, records = scratch.Records.Unit;");
        using (writer.Block($"for (int {Unit} = begin; {Unit} < end; {Unit}++)"))
            print($"{Unit} * inputs", $"{Unit} * outputs", $"{Unit} * records");
    }

    private sealed class Both(IDisposable inner, IDisposable outer) : IDisposable
    {
        public void Dispose()
        {
            inner.Dispose();
            outer.Dispose();
        }
    }
}
