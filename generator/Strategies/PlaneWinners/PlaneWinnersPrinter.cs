using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.WholePlanes;

namespace PoolGen.Generator.Strategies.PlaneWinners;

/// <summary>Prints the kernel that takes planes with one window and leaves others to the kernel of another strategy.</summary>
internal sealed class PlaneWinnersPrinter(CodeWriter writer, KernelPlan kernel, PlaneWinnersPlan plan)
{
    private readonly OneWindowPrinter _window = new(writer, kernel.Spec, plan.Otherwise);

    private bool IsChannelsLast => kernel.Spec.Layout == TensorLayout.ChannelsLast;

    public void Print()
    {
        string others = _window.Others!;

        string extent = IsChannelsLast ? "geometry.Channels" : $"{plan.Lanes}";
        using (KernelFrame.Struct(writer, kernel, plan, _window.Otherwise(extent, $"{others}.VectorExtent(geometry)"), _window.Units))
        {
            PrintScratchLength(others);
            _window.Print(IsChannelsLast ? "Samples" : "Planes");
            if (IsChannelsLast)
                new SamplesPrinter(writer, kernel, plan.Pass, others).Print();
            else
                new PlanesPrinter(writer, kernel, plan, others).Print();
        }
    }

    private void PrintScratchLength(string others)
    {
        string length = $"Rt::PoolingDriver.ScratchLength<{others}, {kernel.Spec.Element.Keyword}>(geometry)";
        writer.Line("\n/// <summary>What the other kernel needs: it also takes planes that do not hold numbers alone.</summary>");
        writer.Line($"public static int ScratchLength(in Rt::PoolingGeometry geometry) => {length};");
    }
}
