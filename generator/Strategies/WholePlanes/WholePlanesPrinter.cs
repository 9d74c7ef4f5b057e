using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.Runs;

namespace PoolGen.Generator.Strategies.WholePlanes;

/// <summary>Prints the kernel that takes planes with one window and leaves others to the kernel of another strategy.</summary>
internal sealed class WholePlanesPrinter(CodeWriter writer, KernelPlan kernel, WholePlanesPlan plan)
{
    private readonly RunPrinter _runs = new(writer, kernel.Spec.Element, kernel.Reduction);
    private readonly SmallPlanesPrinter _small = new(writer, kernel, plan.Small);
    private readonly OneWindowPrinter _window = new(writer, kernel.Spec, plan.Otherwise);

    private string Element => kernel.Spec.Element.Keyword;

    private bool IsChannelsLast => kernel.Spec.Layout == TensorLayout.ChannelsLast;

    private bool IsForward => plan.Pass == PoolingPass.Forward;

    public void Print()
    {
        string extent = IsChannelsLast ? "geometry.Channels" : "(int)geometry.InputPlane";
        using (KernelFrame.Struct(
            writer,
            kernel,
            plan,
            _window.Otherwise(extent, $"{_window.Others}.VectorExtent(geometry)"),
            _window.Units))
        {
            PrintScratchLength();
            if (plan.Otherwise is not null)
                _window.Print(IsChannelsLast ? "Samples" : "Planes");
            if (plan.Pass == PoolingPass.ForwardTaps)
                PrintPlanesTaps();
            else if (IsChannelsLast)
                new PixelSumPrinter(writer, kernel, plan).Print();
            else if (IsForward)
                PrintPlanesForward();
            else
                PrintPlanesBackward();
        }
    }

    private void PrintScratchLength()
    {
        string square = $"Rt::StripWidth.SquareLength<{Element}>()";
        string own = plan.Pass == PoolingPass.ForwardTaps ? $"3 * {square}" : IsForward && !IsChannelsLast ? square : "0";
        writer.Line($"\npublic static int ScratchLength(in Rt::PoolingGeometry geometry) => {_window.Otherwise(own, $"Rt::PoolingDriver.ScratchLength<{_window.Others}, {Element}>(geometry)")};");
    }

    private void PrintPlanesForward()
    {
        writer.Line("\n/// <summary>As many planes as a vector has lanes: each is combined to a vector, and these are folded until every lane is one plane's value.</summary>");
        using (WholePlanesText.Method(writer, kernel.Spec, plan, "Planes"))
        {
            writer.Line($"ref {Element} input = ref operands.Input;");
            writer.Line($"ref {Element} vectors = ref operands.Scratch;");
            writer.Line("nint size = geometry.InputPlane;");
            if (plan.Divides)
                writer.Line($"var scale = TLanes.Broadcast({WholePlanesText.Scale(kernel.Spec, plan)});");
            _small.PrintCall();
            using (writer.Block("for (; first < end; first += TLanes.Count)"))
            {
                writer.Line("int live = global::System.Math.Min(TLanes.Count, end - first);");
                using (writer.Indented("for (int lane = 0; lane < live; lane++)"))
                    writer.Line("TLanes.Store(Plane<TLanes, TVector>(ref Cs::Unsafe.Add(ref input, (first + lane) * size), size), ref vectors, lane * TLanes.Count);");
                _runs.PrintFold();
                writer.Line($"TLanes.StoreClipped({WholePlanesText.Result(plan, "TLanes.Load(ref vectors, 0)")}, ref operands.Output, first, end);");
            }
        }
        _runs.PrintRun("A plane", "Plane", "plane");
        _small.PrintMethods(plan.Divides ? WholePlanesText.Scale(kernel.Spec, plan) : null);
    }

    private void PrintPlanesTaps()
    {
        bool last = kernel.Spec.Ties == TieRule.Last;
        writer.Line("\n/// <summary>As many planes as a vector has lanes: each is combined to a vector of values and one of numbers, and these are folded until every lane is one plane's.</summary>");
        using (WholePlanesText.Method(writer, kernel.Spec, plan, "Planes"))
        {
            writer.Line("nint size = geometry.InputPlane;");
            writer.Line($"ref {Element} vectors = ref operands.Scratch;");
            writer.Line($"ref {Element} records = ref Cs::Unsafe.Add(ref vectors, TLanes.Count * TLanes.Count);");
            writer.Line($"ref int numbers = ref Cs::Unsafe.As<{Element}, int>(ref Cs::Unsafe.Add(ref records, TLanes.Count * TLanes.Count));");
            using (writer.Indented("for (int lane = 0; lane < TLanes.Count; lane++)"))
                writer.Line("Cs::Unsafe.Add(ref numbers, lane) = lane;");
            writer.Line("var lanes = TLanes.LoadTaps(ref numbers, 0);");
            writer.Line($"var none = {RunPrinter.None(last)};");
            using (writer.Block("for (int first = begin; first < end; first += TLanes.Count)"))
            {
                writer.Line("int live = global::System.Math.Min(TLanes.Count, end - first);");
                using (writer.Block("for (int lane = 0; lane < live; lane++)"))
                {
                    writer.Line("TLanes.Store(Plane<TLanes, TVector>(ref Cs::Unsafe.Add(ref operands.Input, (first + lane) * size), size, lanes, out var number), ref vectors, lane * TLanes.Count);");
                    writer.Line("TLanes.Store(number, ref records, lane * TLanes.Count);");
                }
                _runs.PrintNumberedFold(last);
                writer.Line("TLanes.StoreClipped(TLanes.Load(ref vectors, 0), ref operands.Output, first, end);");
                writer.Line("TLanes.StoreTaps(TLanes.Load(ref records, 0), ref numbers, 0);");
                using (writer.Block("for (int lane = 0; lane < live; lane++)"))
                {
                    writer.Line("int winner = Cs::Unsafe.Add(ref numbers, lane);");
                    string number = kernel.Reduction.NaNIsEmpty && !last ? "winner == int.MaxValue ? -1 : winner" : "winner";
                    writer.Line($"Rt::LanesOne<{Element}>.StoreTaps(Rt::LanesOne<{Element}>.TapNumber({number}), ref operands.Records<TRecord>(), first + lane);");
                }
            }
        }
        _runs.PrintNumberedRun("A plane", "Plane", "plane", last);
    }

    private void PrintPlanesBackward()
    {
        writer.Line("\n/// <summary>Every element of a plane receives the same.</summary>");
        using (WholePlanesText.Method(writer, kernel.Spec, plan, "Planes"))
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
}
