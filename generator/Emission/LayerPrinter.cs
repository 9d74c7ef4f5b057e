using PoolGen.Generator.Model;

namespace PoolGen.Generator.Emission;

/// <summary>Prints the instance members of a class: they forward to the runtime's layer.</summary>
internal static class LayerPrinter
{
    private const string Tensors = "global::System.Numerics.Tensors";

    public static void Print(CodeWriter writer, TargetType target, PoolingSpec spec)
    {
        string element = spec.Element.Keyword;
        PrintState(writer, $"Rt::PoolingLayerCore<{target.Reference}, {element}>", "_poolingLayer", spec.Rank, spec.Layout);
        Member(writer, $"{Tensor(element)} Forward({Tensor(element)} input)", "_poolingLayer.Forward(input)");
        Member(writer, $"void Forward({Read(element)} input, {Write(element)} output)", "_poolingLayer.Forward(input, output)");
        PrintBackward(writer, "_poolingLayer", element);
    }

    public static void Print(CodeWriter writer, TargetType target, UnpoolingSpec spec)
    {
        string element = spec.Element.Keyword, tensors = $"{Tensor(element)} input, {Tensor("int")} indices";
        PrintState(writer, $"Rt::UnpoolingLayerCore<{target.Reference}, {element}>", "_unpoolingLayer", spec.Rank, spec.Layout);
        Member(writer, $"{Tensor(element)} Forward({tensors})", "_unpoolingLayer.Forward(input, indices)");
        Member(writer, $"{Tensor(element)} ForwardToShape({tensors}, global::PoolGen.PoolingShape outputShape)", "_unpoolingLayer.ForwardToShape(input, indices, outputShape)");
        Member(writer, $"void Forward({Read(element)} input, {Read("int")} indices, {Write(element)} output)", "_unpoolingLayer.Forward(input, indices, output)");
        PrintBackward(writer, "_unpoolingLayer", element);
    }

    private static string Tensor(string element) => $"{Tensors}.Tensor<{element}>";

    private static string Read(string element) => $"in {Tensors}.ReadOnlyTensorSpan<{element}>";

    private static string Write(string element) => $"in {Tensors}.TensorSpan<{element}>";

    private static void PrintState(CodeWriter writer, string core, string field, int rank, TensorLayout layout) => writer.Line($$"""

        private readonly {{core}} {{field}} = new(rank: {{rank}}, global::PoolGen.TensorLayout.{{layout}});

        /// <inheritdoc/>
        public bool Training
        {
            get => {{field}}.Training;
            set => {{field}}.Training = value;
        }

        /// <inheritdoc/>
        public global::System.Threading.Tasks.ParallelOptions? Parallel
        {
            get => {{field}}.Parallel;
            set => {{field}}.Parallel = value;
        }
        """);

    private static void PrintBackward(CodeWriter writer, string field, string element)
    {
        Member(writer, $"{Tensor(element)} Backward({Tensor(element)} outputGradient)", $"{field}.Backward(outputGradient)");
        Member(writer, $"void Backward({Read(element)} outputGradient, {Write(element)} inputGradient)", $"{field}.Backward(outputGradient, inputGradient)");
    }

    private static void Member(CodeWriter writer, string signature, string call) => writer.Line($"\n/// <inheritdoc/>\npublic {signature} => {call};");
}
