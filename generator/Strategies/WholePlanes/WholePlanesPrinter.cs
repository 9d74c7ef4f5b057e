using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.WholePlanes;

/// <summary>Prints the kernel that takes planes with one window and leaves others to the kernel of another strategy.</summary>
internal sealed class WholePlanesPrinter(CodeWriter writer, KernelPlan kernel, WholePlanesPlan plan)
{
    private string Element => kernel.Spec.Element.Keyword;

    private bool IsChannelsLast => kernel.Spec.Layout == TensorLayout.ChannelsLast;

    private bool IsForward => plan.Pass == PoolingPass.Forward;

    private string Others => KernelFrame.Name(plan.Otherwise);

    public void Print()
    {
        string extent = IsChannelsLast ? "geometry.Channels" : "geometry.Height.InputExtent * geometry.Width.InputExtent";
        string units = IsChannelsLast ? "geometry.Batch" : "geometry.Planes";
        using (KernelFrame.Struct(
            writer,
            kernel,
            plan,
            $"OneWindow(geometry) ? {extent} : {Others}.VectorExtent(geometry)",
            $"OneWindow(geometry) ? {units} : {Others}.Units(geometry)"))
        {
            PrintScratchLength();
            PrintOneWindow();
            PrintRun();
            if (IsChannelsLast)
                new PixelSumPrinter(writer, kernel, plan).Print();
            else if (IsForward)
                PrintPlanesForward();
            else
                PrintPlanesBackward();
        }
    }

    private void PrintScratchLength()
    {
        string own = IsForward && !IsChannelsLast ? $"Rt::StripWidth.SquareLength<{Element}>()" : "0";
        writer.Line($"\npublic static int ScratchLength(in Rt::PoolingGeometry geometry) => OneWindow(geometry) ? {own} : Rt::PoolingDriver.ScratchLength<{Others}, {Element}>(geometry);");
    }

    private void PrintOneWindow()
    {
        (AxisSpec height, AxisSpec width) = (kernel.Spec.Axes[0], kernel.Spec.Axes[1]);
        writer.Line("\n/// <summary>Whether a window covers the whole plane.</summary>");
        writer.Line("private static bool OneWindow(in Rt::PoolingGeometry geometry) =>");
        writer.Line($"    geometry.Height.InputExtent == {height.Kernel} && geometry.Width.InputExtent == {width.Kernel};");
    }

    private void PrintRun()
    {
        writer.Line();
        using (KernelFrame.Run(writer, kernel.Spec.Element))
        {
            using (writer.Indented("if (!OneWindow(geometry))"))
                writer.Line($"{Call($"{Others}.Run")}");
            using (writer.Indented("else"))
                writer.Line(Call(IsChannelsLast ? "Samples" : "Planes"));
        }
    }

    private static string Call(string method) => $"{method}<TLanes, TVector>(operands, geometry, begin, end);";

    private void PrintPlanesForward()
    {
        writer.Line("\n/// <summary>As many planes as a vector has lanes: each is combined to a vector, and these are folded until every lane is one plane's value.</summary>");
        using (KernelFrame.HotMethod(writer, kernel.Spec.Element, Signature("Planes")))
        {
            writer.Line($"ref {Element} input = ref operands.Input;");
            writer.Line($"ref {Element} vectors = ref operands.Scratch;");
            writer.Line("nint size = geometry.InputPlane;");
            if (plan.Divides)
                writer.Line($"var scale = TLanes.Broadcast({WholePlanesText.Scale(kernel.Spec, plan)});");
            using (writer.Block("for (int first = begin; first < end; first += TLanes.Count)"))
            {
                using (writer.Indented("for (int lane = 0; lane < TLanes.Count; lane++)"))
                    writer.Line($"TLanes.Store(first + lane < end ? Plane<TLanes, TVector>(ref Cs::Unsafe.Add(ref input, (first + lane) * size), size) : {Identity}, ref vectors, lane * TLanes.Count);");
                using (writer.Block("for (int count = TLanes.Count / 2; count > 0; count /= 2)"))
                using (writer.Block("for (int pair = 0; pair < count; pair++)"))
                {
                    writer.Line("var low = TLanes.Load(ref vectors, 2 * pair * TLanes.Count);");
                    writer.Line("var high = TLanes.Load(ref vectors, (2 * pair + 1) * TLanes.Count);");
                    writer.Line($"TLanes.Store({Combine("TLanes.Even(low, high)", "TLanes.Odd(low, high)")}, ref vectors, pair * TLanes.Count);");
                }
                writer.Line($"TLanes.StoreClipped({WholePlanesText.Result(plan, "TLanes.Load(ref vectors, 0)")}, ref operands.Output, first, end);");
            }
        }
        PrintPlane();
    }

    private void PrintPlane()
    {
        string noun = kernel.Reduction.Noun;
        writer.Line($"\n/// <summary>A plane combined to a vector.</summary>");
        using (KernelFrame.InlinedMethod(writer, kernel.Spec.Element, $"private static TVector Plane<TLanes, TVector>(ref {Element} plane, nint size)"))
        {
            writer.Line($"var identity = {Identity};");
            writer.Line("nint next = 0;");
            writer.Line($"TVector {noun} = identity;");
            using (writer.Block("if (size >= 8 * TLanes.Count)"))
            {
                writer.Line($"TVector {noun}B = identity, {noun}C = identity, {noun}D = identity;");
                using (writer.Block("for (; next + 4 * TLanes.Count <= size; next += 4 * TLanes.Count)"))
                {
                    writer.Line($"{noun} = {Combine(noun, "TLanes.Load(ref plane, next)")};");
                    writer.Line($"{noun}B = {Combine(noun + "B", "TLanes.Load(ref plane, next + TLanes.Count)")};");
                    writer.Line($"{noun}C = {Combine(noun + "C", "TLanes.Load(ref plane, next + 2 * TLanes.Count)")};");
                    writer.Line($"{noun}D = {Combine(noun + "D", "TLanes.Load(ref plane, next + 3 * TLanes.Count)")};");
                }
                writer.Line($"{noun} = {Combine(Combine(noun, noun + "B"), Combine(noun + "C", noun + "D"))};");
            }
            using (writer.Indented("for (; next + TLanes.Count <= size; next += TLanes.Count)"))
                writer.Line($"{noun} = {Combine(noun, "TLanes.Load(ref plane, next)")};");
            using (writer.Indented("if (next < size)"))
                writer.Line($"{noun} = {Combine(noun, "TLanes.LoadClipped(ref plane, next, size, identity)")};");
            writer.Line($"return {noun};");
        }
    }

    private void PrintPlanesBackward()
    {
        writer.Line("\n/// <summary>Every element of a plane receives the same.</summary>");
        using (KernelFrame.HotMethod(writer, kernel.Spec.Element, Signature("Planes")))
        {
            writer.Line($"ref {Element} outputGradient = ref operands.OutputGradient;");
            writer.Line("nint size = geometry.InputPlane;");
            writer.Line("bool streams = operands.Streams;");
            writer.Line($"{Element} scale = {WholePlanesText.Scale(kernel.Spec, plan)};");
            using (writer.Block("for (int number = begin; number < end; number++)"))
            {
                writer.Line("var share = TLanes.Broadcast(Cs::Unsafe.Add(ref outputGradient, number) * scale);");
                writer.Line($"ref {Element} plane = ref Cs::Unsafe.Add(ref operands.InputGradient, number * size);");
                writer.Line("nint next = 0;");
                using (writer.Block("for (; next + TLanes.Count <= size; next += TLanes.Count)"))
                {
                    using (writer.Indented("if (streams)"))
                        writer.Line("TLanes.StoreStreaming(share, ref plane, next);");
                    using (writer.Indented("else"))
                        writer.Line("TLanes.Store(share, ref plane, next);");
                }
                using (writer.Indented("if (next < size)"))
                    writer.Line("TLanes.Store(share, ref plane, size - TLanes.Count);");
            }
        }
    }

    private string Identity => $"TLanes.Broadcast({kernel.Reduction.Identity})";

    private string Combine(string left, string right) => $"TLanes.{kernel.Reduction.Combine}({left}, {right})";

    private string Signature(string name) => WholePlanesText.Signature(kernel.Spec, name);
}
