using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Emission;

/// <summary>What the kernels of every strategy have in common: names, signatures, attributes.</summary>
internal static class KernelFrame
{
    /// <summary>The name of a pass's kernel, with its type parameter.</summary>
    public static string Name(PoolingPass pass) => Name(pass, "TRecord");

    /// <summary>The name of a pass's kernel with records of winners of a given type.</summary>
    public static string Name(PoolingPass pass, string record) => pass.HasRecord() ? $"{pass}<{record}>" : pass.ToString();

    /// <summary>The name of a plan's kernel, with its type parameter.</summary>
    public static string Name(PassPlan plan) => plan.Pass.HasRecord() ? $"{plan.Pass}{plan.KernelSuffix}<TRecord>" : $"{plan.Pass}{plan.KernelSuffix}";

    /// <summary>A plan's kernel as one that runs by itself.</summary>
    public static string Runnable(PassPlan plan, ElementType element) => Runnable(plan, Name(plan), element);

    /// <summary>The same under the name that the kernel has elsewhere.</summary>
    public static string Runnable(PassPlan plan, string name, ElementType element) => plan.RunBy is { } runner ? $"Rt::{runner}<{name}, {element.Keyword}>" : name;

    /// <summary>The kernel of a pass: until the result is disposed, its methods.</summary>
    /// <param name="writer">Where the code goes.</param>
    /// <param name="kernel">The plan of the type.</param>
    /// <param name="plan">The plan of the pass.</param>
    /// <param name="vectorExtent">The results that vectors run along.</param>
    /// <param name="units">The units of work, where they are not whole planes or samples.</param>
    /// <param name="rowExtent">Where loops are compiled for each way to meet memory (<see cref="PlacedRun"/>): the elements of a row that is written.</param>
    /// <param name="contract">What such a kernel implements.</param>
    /// <param name="also">What it implements besides.</param>
    public static IDisposable Struct(
        CodeWriter writer, KernelPlan kernel, PassPlan plan, string vectorExtent, string? units = null, string? rowExtent = null, string contract = "IPlacedKernel",
        IEnumerable<string>? also = null)
    {
        string element = kernel.Spec.Element.Keyword;
        string main = rowExtent is null ? $"Rt::IPoolingKernel<{element}>" : $"Rt::{contract}<{Name(plan)}, {element}>";
        var body = StructOf(writer, kernel, plan, string.Join(", ", [main, .. also ?? []]));
        units ??= kernel.Spec.Layout == TensorLayout.ChannelsLast ? "geometry.Batch" : "geometry.Planes";
        writer.Line($"public static int Units(in Rt::PoolingGeometry geometry) => {units};");
        writer.Line($"public static int VectorExtent(in Rt::PoolingGeometry geometry) => {vectorExtent};");
        if (rowExtent is not null)
            writer.Line($"public static int RowExtent(in Rt::PoolingGeometry geometry) => {rowExtent};");
        if (rowExtent is not null)
            PrintPrefetch(writer, plan.Prefetch);
        PrintNarrowPlanes(writer, plan);
        return body;
    }

    private static void PrintNarrowPlanes(CodeWriter writer, PassPlan plan)
    {
        const string RecordBytes = "RecordBytes: Cs::Unsafe.SizeOf<TRecord>()";
        string records = plan.Pass switch
        {
            PoolingPass.BackwardColumns => "Columns",
            PoolingPass.BackwardWinners => "Bits",
            _ => "Taps",
        };
        if (plan.Scattering is { } scattering)
        {
            writer.Line();
            (string most, string where) = scattering.Most == int.MaxValue ? ("int.MaxValue", "") : ($"{scattering.Most}", "in planes narrower than a vector, ");
            writer.Line($"public static Rt::PlaneScattering Scattering => new(Most: {most}, {RecordBytes}, Rt::WinnerRecords.{records}); // {where}winners are looked up");
        }
        if (plan.Packing is { } packing)
        {
            string separable = packing.IsSeparable ? ", IsSeparable: true" : "";
            writer.Line();
            writer.Line($"public static Rt::PlanePacking Packing => new(Least: {packing.Least}, Most: {packing.Most}, MostJoined: {packing.MostJoined}, {RecordBytes}{separable}); // planes narrower than a vector go side by side");
        }
    }

    private static void PrintPrefetch(CodeWriter writer, PrefetchPlan plan)
    {
        if (plan.LeastRowFromCache == int.MaxValue)
            writer.Line("public static int LeastRowFromCache => int.MaxValue; // the last-level cache is fast enough");
        else if (plan.LeastRowFromCache > 0 || plan.UnlessFollowed)
            writer.Line($"public static int LeastRowFromCache => {LeastRow(plan.LeastRowFromCache)}; // bytes{(plan.LeastRowFromCache > 0 ? ": lines of narrower rows arrive in time" : "")}");
        if (plan.LeastRowFromMemory > 0)
            writer.Line($"public static int LeastRowFromMemory => {LeastRow(plan.LeastRowFromMemory)}; // bytes");

        string LeastRow(int bytes) => plan.UnlessFollowed ? $"Rt::RowPrefetch.LeastRow({bytes})" : $"{bytes}";
    }

    /// <summary>The kernel of a pass that the runtime divides into units (<see cref="PassPlan.RunBy"/>): until the result is disposed, its methods.</summary>
    public static IDisposable StructOf(CodeWriter writer, KernelPlan kernel, PassPlan plan, string contract)
    {
        writer.Line(PlanDescriber.KernelSummary(kernel, plan));
        writer.Line($"internal readonly struct {Name(plan)} : {contract}");
        if (plan.Pass.HasRecord())
            writer.Line("    where TRecord : unmanaged");
        return writer.Block();
    }

    /// <summary>The entry of a kernel.</summary>
    public static IDisposable Run(CodeWriter writer, ElementType element) => HotMethod(writer, element, RunSignature(element));

    /// <summary>The entry of a kernel that is a call of the runtime.</summary>
    public static void RunCall(CodeWriter writer, ElementType element, string call) => HotCall(writer, element, RunSignature(element), call);

    /// <summary>A call of another kernel, to which a kernel hands some of its units on.</summary>
    public static string RunOf(string kernel, string element, string begin, string end) =>
        $"Rt::PoolingDriver.Run<{kernel}, TLanes, TVector, {element}>(operands, geometry, {begin}, {end});";

    /// <summary>The entry of a kernel whose loops are compiled for each way to meet memory.</summary>
    public static IDisposable PlacedRun(CodeWriter writer, ElementType element) => HotMethod(
        writer,
        element,
        $"public static void Run<TLanes, TVector, TPlacement>(in Rt::PoolingOperands<{element.Keyword}> operands, in Rt::PoolingGeometry geometry, int begin, int end)");

    /// <summary>A method with loops of its own: compiled once, optimised, without a slow first tier.</summary>
    public static IDisposable HotMethod(CodeWriter writer, ElementType element, string signature) =>
        Method(writer, element, "AggressiveOptimization", signature);

    /// <summary>A method for the edges of rows: called, so that its lane operations do not count in its caller.</summary>
    public static IDisposable EdgeMethod(CodeWriter writer, ElementType element, string signature) =>
        Method(writer, element, "AggressiveOptimization | Cs::MethodImplOptions.NoInlining", signature);

    /// <summary>A method that is part of its caller's loop.</summary>
    public static IDisposable InlinedMethod(CodeWriter writer, ElementType element, string signature) =>
        Method(writer, element, "AggressiveInlining", signature);

    /// <summary>
    /// A method that is part of a loop of the runtime. In a generic type over references that calls it, because the code is shared: it is
    /// optimised there too.
    /// </summary>
    public static IDisposable RuntimeStep(CodeWriter writer, ElementType element, string signature) =>
        Method(writer, element, "AggressiveInlining | Cs::MethodImplOptions.AggressiveOptimization", signature);

    /// <summary>
    /// The local that says whether results are stored past the caches: where no cache holds the tensors, and rows of results are whole
    /// vectors. A line that is written half past the cache and half through it takes several times as long.
    /// </summary>
    public static string Streams(string extent) => $"bool streams = operands.Streams && {extent} % TLanes.Count == 0; // whole lines only";

    /// <summary>A store of results: past the caches where the local <c>streams</c> says so.</summary>
    public static string StoreResult(ElementType element, string value, string origin, string index) =>
        $"Rt::RowAccess.StoreWhole<TLanes, TVector, {element.Keyword}>({value}, ref {origin}, {index}, streams);";

    /// <summary>A method that is a call of another one with loops of its own.</summary>
    public static void HotCall(CodeWriter writer, ElementType element, string signature, string call)
    {
        PrintSignature(writer, element, "AggressiveOptimization", signature, " =>");
        writer.Line($"    {call}");
    }

    private static string RunSignature(ElementType element) =>
        $"public static void Run<TLanes, TVector>(in Rt::PoolingOperands<{element.Keyword}> operands, in Rt::PoolingGeometry geometry, int begin, int end)";

    private static IDisposable Method(CodeWriter writer, ElementType element, string option, string signature)
    {
        PrintSignature(writer, element, option, signature, "");
        return writer.Block();
    }

    private static void PrintSignature(CodeWriter writer, ElementType element, string option, string signature, string end)
    {
        writer.Line($"[Cs::MethodImpl(Cs::MethodImplOptions.{option})]");
        writer.Line(signature);
        string placement = signature.Contains("TPlacement") ? " where TPlacement : struct, Rt::IPlacement" : "";
        string rows = signature.Contains("TRows") ? " where TRows : struct, Rt::IVectorRows" : "";
        writer.Line($"    where TLanes : struct, Rt::ILanes<TVector, {element.Keyword}> where TVector : struct{placement}{rows}{end}");
    }
}
