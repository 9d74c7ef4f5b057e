using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.WholePlanes;

/// <summary>Prints the methods that combine small planes in registers.</summary>
internal sealed class SmallPlanesPrinter(CodeWriter writer, KernelPlan kernel, SmallPlanes plan)
{
    private string Element => kernel.Spec.Element.Keyword;

    private string Noun => kernel.Reduction.Noun;

    /// <summary>The elements of a plane: a parameter, or a constant.</summary>
    private string Size => plan.Size is null ? "size" : "PlaneSize";

    private string Parameters => plan.Size is null ? ", nint size, nint whole, TVector inside" : ", TVector inside";

    private string Arguments => plan.Size is null ? ", size, whole, inside" : ", inside";

    // Zero is what masked loads leave where they load nothing.
    private bool IdentityIsZero => !kernel.Reduction.HasWinners;

    /// <summary>Declares <c>first</c>, the first plane that is left to the general loop. In scope: the <c>size</c> of a plane, and <c>begin</c> and <c>end</c>.</summary>
    public void PrintCall()
    {
        writer.Line("// Planes of a few vectors need not go through memory.");
        writer.Line($"int first = TLanes.Count is > 1 and <= {plan.MostPlanes} && {Size} < {plan.MostVectors} * TLanes.Count ? SmallPlanes<TLanes, TVector>(operands, geometry, begin, end) : begin;");
    }

    /// <summary>The method that is called, and those that it calls. It is one of its own because the JIT inlines only so much into one.</summary>
    /// <param name="scale">What sums are multiplied by, as an expression; null where they are not.</param>
    public void PrintMethods(string? scale)
    {
        if (plan.Size is { } size)
            writer.Line($"\nprivate const int PlaneSize = {size};");
        writer.Line("\n/// <summary>As many planes as a vector has lanes, as long as there are so many; returns the first that is left.</summary>");
        using (KernelFrame.HotMethod(
            writer, kernel.Spec.Element, $"private static int SmallPlanes<TLanes, TVector>(in Rt::PoolingOperands<{Element}> operands, in Rt::PoolingGeometry geometry, int begin, int end)"))
        {
            if (plan.Size is null)
                writer.Line("nint size = geometry.InputPlane;");
            if (scale is not null)
                writer.Line($"var scale = TLanes.Broadcast({scale});");
            writer.Line($"nint whole = {Size} / TLanes.Count * TLanes.Count; // behind the whole vectors of a plane");
            writer.Line($"var inside = TLanes.Inside(whole, {Size});");
            writer.Line("int first = begin;");
            using (writer.Block("for (; first + TLanes.Count <= end; first += TLanes.Count)"))
            {
                writer.Line($"ref {Element} planes = ref Cs::Unsafe.Add(ref operands.Input, first * {Size});");
                string fold = Fold(2);
                for (int planes = 4; planes <= plan.MostPlanes; planes *= 2)
                    fold = $"TLanes.Count == {planes} ? {Fold(planes)}\n    : {fold}";
                writer.Line($"var {Noun} = {fold};");
                writer.Line($"TLanes.Store({(scale is null ? Noun : $"TLanes.Multiply({Noun}, scale)")}, ref operands.Output, first);");
            }
            writer.Line("return first;");
        }
        PrintFolds();

        string Fold(int planes) => $"Planes{planes}<TLanes, TVector>(ref planes{Arguments})";
    }

    private void PrintFolds()
    {
        writer.Line("\n/// <summary>A plane of a few vectors combined to one.</summary>");
        using (Method(1))
        {
            if (plan.Size is null)
                PrintVectors();
            else
                PrintKnownVectors();
            PrintTail();
            writer.Line($"return {Noun};");
        }
        for (int planes = 2; planes <= plan.MostPlanes; planes *= 2)
        {
            int half = planes / 2;
            writer.Line($"\n/// <summary>{planes} planes: the lanes of a vector are divided among them, in their order.</summary>");
            using (Method(planes))
            {
                writer.Line($"var low = Planes{half}<TLanes, TVector>(ref planes{Arguments});");
                writer.Line($"var high = Planes{half}<TLanes, TVector>(ref Cs::Unsafe.Add(ref planes, {(half == 1 ? Size : $"{half} * {Size}")}){Arguments});");
                writer.Line($"return {Combine("TLanes.Even(low, high)", "TLanes.Odd(low, high)")};");
            }
        }
    }

    private void PrintVectors()
    {
        writer.Line($"var {Noun} = {Identity};");
        using (writer.Block("for (nint next = 0; next < whole; next += TLanes.Count)"))
        {
            PrintPrefetch("next");
            writer.Line($"{Noun} = {Combine(Noun, "TLanes.Load(ref plane, next)")};");
        }
    }

    /// <summary>As many vectors as a plane may have, of which the JIT keeps those that it has.</summary>
    private void PrintKnownVectors()
    {
        writer.Line("nint whole = PlaneSize / TLanes.Count * TLanes.Count;");
        writer.Line($"var {Noun} = {Identity};");
        int most = Math.Min(plan.MostVectors - 1, plan.Size!.Value);
        for (int vector = 0; vector < most; vector++)
        {
            string at = vector switch { 0 => "0", 1 => "TLanes.Count", _ => $"{vector} * TLanes.Count" };
            using (writer.Block($"if (PlaneSize >= {(vector == 0 ? "TLanes.Count" : $"{vector + 1} * TLanes.Count")})"))
            {
                PrintPrefetch(at);

                // A plane of NaNs alone counts as empty where they do not win.
                string value = $"TLanes.Load(ref plane, {at})";
                writer.Line($"{Noun} = {(vector == 0 && !kernel.Reduction.NaNIsEmpty ? value : Combine(Noun, value))};");
            }
        }
    }

    // Planes follow each other closely, but the hardware does not run far enough ahead of loads that cross lines; where a cache holds the
    // planes, asking costs next to nothing.
    private void PrintPrefetch(string at) => writer.Line($"Rt::PrefetchedPlacement.PrefetchAhead(ref plane, {at}, TLanes.Count);");

    private void PrintTail()
    {
        string fill = IdentityIsZero ? "" : $", {Identity}";
        string inside = $"{Noun} = {Combine(Noun, $"TLanes.LoadInside(ref plane, whole, {Size}, inside{fill})")};";
        if (plan.Size is null)
        {
            using (writer.Indented("if (whole < size)"))
                writer.Line(inside);
            return;
        }
        using (writer.Indented("if (PlaneSize - whole == 1)"))
            writer.Line($"{Noun} = {Combine(Noun, $"TLanes.LoadFirst(ref plane, whole{fill})")};");
        using (writer.Indented("else if (whole < PlaneSize)"))
            writer.Line(inside);
    }

    private IDisposable Method(int count)
    {
        string signature = $"private static TVector Planes{count}<TLanes, TVector>(ref {Element} {(count == 1 ? "plane" : "planes")}{Parameters})";
        return count == plan.CalledPlanes
            ? KernelFrame.EdgeMethod(writer, kernel.Spec.Element, signature)
            : KernelFrame.InlinedMethod(writer, kernel.Spec.Element, signature);
    }

    private string Identity => $"TLanes.Broadcast({kernel.Reduction.Identity})";

    private string Combine(string left, string right) => $"TLanes.{kernel.Reduction.Combine}({left}, {right})";
}
