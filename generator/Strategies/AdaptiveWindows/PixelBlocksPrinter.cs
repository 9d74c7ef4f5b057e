using PoolGen.Generator.Emission;

namespace PoolGen.Generator.Strategies.AdaptiveWindows;

/// <summary>Prints what passes over samples share: the windows of a sample, and the taps of one for a block of its channels.</summary>
internal sealed class PixelBlocksPrinter(CodeWriter writer, AdaptiveText text)
{
    /// <summary>The entry: until the result is disposed, what is done for each window.</summary>
    /// <param name="perSample">What comes before the windows of a sample.</param>
    /// <param name="call">What is done for each window: of its locals <c>corner</c>, <c>target</c>, <c>height</c> and <c>size</c>, and with slices <c>depth</c>.</param>
    public void PrintRun(string[] perSample, string call)
    {
        writer.Line($"\npublic static int ScratchLength(in Rt::PoolingGeometry geometry) => Rt::WindowBounds.ScratchLength<{text.Element}>(geometry.Width, 0);");
        writer.Line();
        using (KernelFrame.Run(writer, text.Type))
        {
            text.PrintAxes(writer);
            writer.Line("nint channels = geometry.Channels, rowStep = columns.InputExtent * channels;");
            if (text.HasDepth)
                writer.Line("nint sliceStep = rows.InputExtent * rowStep;");
            writer.Line("ref int bounds = ref Rt::WindowBounds.Fill(operands, columns);");
            writer.Line("nint target = begin * geometry.OutputPlane * channels;");
            using (writer.Block("for (int sample = begin; sample < end; sample++)"))
            {
                writer.Line("nint origin = sample * geometry.InputPlane * channels;");
                foreach (string line in perSample)
                    writer.Line(line);
                using (text.Slices(writer))
                using (writer.Block("for (int row = 0; row < rows.OutputExtent; row++)"))
                {
                    writer.Line("int top = rows.Start(row), height = rows.End(row) - top;");
                    using (writer.Block("for (int column = 0; column < columns.OutputExtent; column++, target += channels)"))
                    {
                        writer.Line("int left = Cs::Unsafe.Add(ref bounds, 2 * column), size = Cs::Unsafe.Add(ref bounds, 2 * column + 1) - left;");
                        writer.Line($"nint corner = origin + {text.OfSlices("front * sliceStep + ")}top * rowStep + left * channels;");
                        writer.Line(call);
                    }
                }
            }
        }
    }

    /// <summary>The loops over the taps of a window: until the result is disposed, what is done for the tap at <c>at</c>.</summary>
    /// <param name="reversed">Whether the last comes first.</param>
    public IDisposable Taps(bool reversed = false)
    {
        IDisposable? slices = !text.HasDepth ? null : writer.Block(reversed
            ? "for (int tapSlice = depth - 1; tapSlice >= 0; tapSlice--)"
            : "for (int tapSlice = 0; tapSlice < depth; tapSlice++)");
        string ofSlice = text.OfSlices("tapSlice * sliceStep + ");
        IDisposable rows = writer.Block(reversed
            ? "for (int tapRow = height - 1; tapRow >= 0; tapRow--)"
            : "for (int tapRow = 0; tapRow < height; tapRow++)");
        writer.Line(reversed
            ? $"nint at = corner + {ofSlice}tapRow * rowStep + (size - 1) * channels + channel;"
            : $"nint at = corner + {ofSlice}tapRow * rowStep + channel;");
        IDisposable columns = writer.Block(reversed
            ? "for (int tapColumn = size - 1; tapColumn >= 0; tapColumn--, at -= channels)"
            : "for (int tapColumn = 0; tapColumn < size; tapColumn++, at += channels)");
        return new NestedBlocks(columns, rows, slices);
    }
}
