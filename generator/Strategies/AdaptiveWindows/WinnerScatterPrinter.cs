using PoolGen.Generator.Emission;

namespace PoolGen.Generator.Strategies.AdaptiveWindows;

/// <summary>Prints the backward pass from tap numbers: there is one winner for all taps of a window, so each is looked up and nothing else is touched.</summary>
internal sealed class WinnerScatterPrinter(CodeWriter writer, AdaptiveText text)
{
    public void Print()
    {
        string unit = text.IsChannelsLast ? "sample" : "plane";
        string size = text.IsChannelsLast ? "geometry.InputPlane * geometry.Channels" : "geometry.InputPlane";
        writer.Line();
        using (KernelFrame.Run(writer, text.Type))
        using (writer.Block($"for (int {unit} = begin; {unit} < end; {unit}++)"))
        {
            writer.Line($"operands.ClearInputGradient({unit} * {size}, {size});");
            writer.Line($"Rt::WinnerScatter.Add<TRecord, {text.Element}>(operands, geometry, {unit});");
        }
    }
}
