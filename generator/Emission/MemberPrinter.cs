using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Emission;

/// <summary>Prints the static members: the shapes, and one call to the runtime's driver for each operation.</summary>
internal sealed class MemberPrinter(CodeWriter writer, KernelPlan kernel)
{
    /// <summary>The parameter that says how the work is divided.</summary>
    public const string Parallel = "global::System.Threading.Tasks.ParallelOptions? parallel = null";

    private const string Driver = "Rt::PoolingDriver";

    private readonly PoolingSpec _spec = kernel.Spec;

    private string Element => _spec.Element.Keyword;

    private string Read => $"global::System.ReadOnlySpan<{Element}>";

    private string Write => $"global::System.Span<{Element}>";

    /// <summary>The forward pass that records what the backward pass works from, as a kernel; null where there is none.</summary>
    private string? Recording => kernel.Training is { ForwardPass: { } pass, Storage: { } record } ? Kernel(pass, record) : null;

    private string Backward => Kernel(kernel.Training.BackwardPass, kernel.Training.Storage ?? "");

    /// <summary>What a record is, and how records lie.</summary>
    private string Records => ComputationPrinter.RecordTypes(kernel.Training.BackwardPass, kernel.Training.Storage ?? "");

    /// <summary>What the driver's backward operations are called where they do not read the input.</summary>
    private string WithoutInput => kernel.Training.Form == TrainingForm.Input ? "" : "WithoutInput";

    private string Interface => $"global::PoolGen.{(kernel.Reduction.HasWinners ? "IIndexedPooling" : "IPooling")}{{T}}";

    public void Print()
    {
        PrintShapes();
        PrintForward();
        PrintTraining();
        if (kernel.Reduction.HasWinners)
            PrintIndices();
    }

    private void PrintShapes()
    {
        AxisPrinter.Print(writer, NamedAxes.Of(_spec));
        writer.Line("private static Rt::PoolingGeometry Geometry(global::PoolGen.PoolingShape inputShape) => Kernels.Geometries.Of(inputShape);");

        Document("BackwardReadsInput");
        writer.Line($"public static bool BackwardReadsInput => {(kernel.BackwardReadsInput ? "true" : "false")};");

        Document("OutputShape(global::PoolGen.PoolingShape)");
        writer.Line("public static global::PoolGen.PoolingShape OutputShape(global::PoolGen.PoolingShape inputShape) => Geometry(inputShape).OutputShape;");

        Document("WorkspaceLength(global::PoolGen.PoolingShape)");
        if (Recording is not null)
        {
            writer.Line("public static int WorkspaceLength(global::PoolGen.PoolingShape inputShape) =>");
            writer.Line($"    {Driver}.WorkspaceLength<{Records}>(Geometry(inputShape));");
        }
        else
        {
            writer.Line("public static int WorkspaceLength(global::PoolGen.PoolingShape inputShape)");
            using (writer.Block())
            {
                writer.Line("_ = Geometry(inputShape);");
                writer.Line("return 0;");
            }
        }
    }

    /// <summary>In <c>Kernels</c>, where no name is the user's: the geometries of shapes.</summary>
    public static void PrintGeometries(CodeWriter writer, KernelPlan kernel)
    {
        string axes = AxisPrinter.Arguments(NamedAxes.Of(kernel.Spec));
        string limit = kernel.MostTaps is { } most ? $".WithTapsUpTo({most})); // sums of more are not exact" : ");";
        writer.Line("/// <summary>The geometries of shapes; those of the first few are kept.</summary>");
        writer.Line($"internal static readonly Rt::GeometryCache Geometries = new(static shape => Rt::PoolingGeometry.Create(shape, global::PoolGen.TensorLayout.{kernel.Spec.Layout}{axes}){limit}");
        writer.Line();
    }

    private void PrintForward()
    {
        Operation(
            "Forward",
            $"{Read} input, {Write} output, global::PoolGen.PoolingShape inputShape, {Parallel}",
            $"Forward<{Kernel(PoolingPass.Forward)}, {Element}>(input, output, Geometry(inputShape), parallel)");

        string driver = Recording is { } recording
            ? $"BackwardByRecording<{recording}, {Backward}, {Records}, {Element}>"
            : $"Backward{WithoutInput}<{Backward}, {Element}>";
        Operation(
            "Backward",
            $"{Read} outputGradient, {Read} input, {Write} inputGradient, global::PoolGen.PoolingShape inputShape, {Parallel}",
            $"{driver}(outputGradient, input, inputGradient, Geometry(inputShape), parallel)");
    }

    private void PrintTraining()
    {
        string forward = Recording is { } recording
            ? $"ForwardTraining<{recording}, {Records}, {Element}>"
            : $"ForwardTraining<{Kernel(PoolingPass.Forward)}, {Element}>";
        string backward = Recording is null
            ? $"BackwardTraining{WithoutInput}<{Backward}, {Element}>"
            : $"BackwardTraining<{Backward}, {Records}, {Element}>";
        Operation(
            "ForwardTraining",
            $"{Read} input, {Write} output, global::System.Span<byte> workspace, global::PoolGen.PoolingShape inputShape, {Parallel}",
            $"{forward}(input, output, workspace, Geometry(inputShape), parallel)");
        Operation(
            "BackwardTraining",
            $"{Read} outputGradient, {Read} input, global::System.ReadOnlySpan<byte> workspace, {Write} inputGradient, global::PoolGen.PoolingShape inputShape, {Parallel}",
            $"{backward}(outputGradient, input, workspace, inputGradient, Geometry(inputShape), parallel)");
    }

    private void PrintIndices()
    {
        string driver = (kernel.Training.Form, Recording) switch
        {
            (TrainingForm.Separable or TrainingForm.Columns, { } recording) => $"ForwardWithIndices<{recording}, {Records}, {Element}>",
            (TrainingForm.Winners, _) => $"ForwardWithWinnerIndices<{Kernel(PoolingPass.ForwardWinners, "int")}, {Element}>",
            _ => $"ForwardWithIndices<{Kernel(PoolingPass.ForwardTaps, "int")}, {Element}>",
        };
        Operation(
            "ForwardWithIndices",
            $"{Read} input, {Write} output, global::System.Span<int> indices, global::PoolGen.PoolingShape inputShape, {Parallel}",
            $"{driver}(input, output, indices, Geometry(inputShape), parallel)");
    }

    private void Operation(string name, string parameters, string call)
    {
        Document(name);
        writer.Line($"public static void {name}({parameters}) =>");
        writer.Line($"    {Driver}.{call};");
    }

    private void Document(string member) => writer.Line($"\n/// <inheritdoc cref=\"{DocumentedInterface(member)}.{member}\"/>");

    private string DocumentedInterface(string member) =>
        member == "ForwardWithIndices" ? Interface : "global::PoolGen.IPooling{T}";

    private string Kernel(PoolingPass pass, string record = "") => ComputationPrinter.Kernel(kernel, pass, record);
}
