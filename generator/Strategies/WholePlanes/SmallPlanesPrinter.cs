using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.WholePlanes;

/// <summary>Prints the methods that combine small planes in registers.</summary>
internal sealed class SmallPlanesPrinter(CodeWriter writer, KernelPlan kernel, SmallPlanes plan)
{
    private string Element => kernel.Spec.Element.Keyword;

    private string Noun => kernel.Reduction.Noun;

    /// <summary>Declares <c>first</c>, the first plane that is left to the general loop. In scope: the <c>size</c> of a plane, and <c>begin</c> and <c>end</c>.</summary>
    public void PrintCall()
    {
        writer.Line("// Planes of a few vectors need not go through memory.");
        writer.Line($"int first = TLanes.Count is > 1 and <= {plan.MostPlanes} && size < {plan.MostVectors} * TLanes.Count ? SmallPlanes<TLanes, TVector>(operands, geometry, begin, end) : begin;");
    }

    /// <summary>The method that is called, and those that it calls. It is one of its own because the JIT inlines only so much into one.</summary>
    /// <param name="scale">What sums are multiplied by, as an expression; null where they are not.</param>
    public void PrintMethods(string? scale)
    {
        writer.Line("\n/// <summary>As many planes as a vector has lanes, as long as there are so many; returns the first that is left.</summary>");
        using (KernelFrame.HotMethod(
            writer, kernel.Spec.Element, $"private static int SmallPlanes<TLanes, TVector>(in Rt::PoolingOperands<{Element}> operands, in Rt::PoolingGeometry geometry, int begin, int end)"))
        {
            writer.Line("nint size = geometry.InputPlane;");
            if (scale is not null)
                writer.Line($"var scale = TLanes.Broadcast({scale});");
            writer.Line("nint whole = size / TLanes.Count * TLanes.Count; // behind the whole vectors of a plane");
            writer.Line("var inside = TLanes.Inside(whole, size);");
            writer.Line("int first = begin;");
            using (writer.Block("for (; first + TLanes.Count <= end; first += TLanes.Count)"))
            {
                writer.Line($"ref {Element} planes = ref Cs::Unsafe.Add(ref operands.Input, first * size);");
                string fold = Fold(2);
                for (int planes = 4; planes <= plan.MostPlanes; planes *= 2)
                    fold = $"TLanes.Count == {planes} ? {Fold(planes)}\n    : {fold}";
                writer.Line($"var {Noun} = {fold};");
                writer.Line($"TLanes.Store({(scale is null ? Noun : $"TLanes.Multiply({Noun}, scale)")}, ref operands.Output, first);");
            }
            writer.Line("return first;");
        }
        PrintFolds();

        static string Fold(int planes) => $"Planes{planes}<TLanes, TVector>(ref planes, size, whole, inside)";
    }

    private void PrintFolds()
    {
        writer.Line("\n/// <summary>A plane of a few vectors combined to one.</summary>");
        using (Method(1))
        {
            writer.Line($"var identity = TLanes.Broadcast({kernel.Reduction.Identity});");
            writer.Line($"var {Noun} = identity;");
            using (writer.Indented("for (nint next = 0; next < whole; next += TLanes.Count)"))
                writer.Line($"{Noun} = {Combine(Noun, "TLanes.Load(ref plane, next)")};");
            using (writer.Indented("if (whole < size)"))
                writer.Line($"{Noun} = {Combine(Noun, "TLanes.LoadInside(ref plane, whole, size, inside, identity)")};");
            writer.Line($"return {Noun};");
        }
        for (int planes = 2; planes <= plan.MostPlanes; planes *= 2)
        {
            int half = planes / 2;
            writer.Line($"\n/// <summary>{planes} planes: the lanes of a vector are divided among them, in their order.</summary>");
            using (Method(planes))
            {
                writer.Line($"var low = Planes{half}<TLanes, TVector>(ref planes, size, whole, inside);");
                writer.Line($"var high = Planes{half}<TLanes, TVector>(ref Cs::Unsafe.Add(ref planes, {(half == 1 ? "size" : $"{half} * size")}), size, whole, inside);");
                writer.Line($"return {Combine("TLanes.Even(low, high)", "TLanes.Odd(low, high)")};");
            }
        }
    }

    private IDisposable Method(int count)
    {
        string signature = $"private static TVector Planes{count}<TLanes, TVector>(ref {Element} {(count == 1 ? "plane" : "planes")}, nint size, nint whole, TVector inside)";
        return count == plan.CalledPlanes
            ? KernelFrame.EdgeMethod(writer, kernel.Spec.Element, signature)
            : KernelFrame.InlinedMethod(writer, kernel.Spec.Element, signature);
    }

    private string Combine(string left, string right) => $"TLanes.{kernel.Reduction.Combine}({left}, {right})";
}
