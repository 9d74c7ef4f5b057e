using PoolGen.Generator.Model;

namespace PoolGen.Generator.Emission;

/// <summary>Prints the instance members of a class: they forward to the runtime's layer.</summary>
internal static class LayerPrinter
{
    public static void Print(CodeWriter writer, TargetType target, PoolingSpec spec)
    {
        string element = spec.Element.Keyword;
        string core = $"Rt::PoolingLayerCore<{target.Reference}, {element}>";
        string tensor = $"global::System.Numerics.Tensors.Tensor<{element}>";
        string read = $"in global::System.Numerics.Tensors.ReadOnlyTensorSpan<{element}>";
        string write = $"in global::System.Numerics.Tensors.TensorSpan<{element}>";
        writer.Line($$"""

            private readonly {{core}} _poolingLayer = new(rank: {{spec.Rank}}, global::PoolGen.TensorLayout.{{spec.Layout}});

            /// <inheritdoc/>
            public bool Training
            {
                get => _poolingLayer.Training;
                set => _poolingLayer.Training = value;
            }

            /// <inheritdoc/>
            public global::System.Threading.Tasks.ParallelOptions? Parallel
            {
                get => _poolingLayer.Parallel;
                set => _poolingLayer.Parallel = value;
            }

            /// <inheritdoc/>
            public {{tensor}} Forward({{tensor}} input) => _poolingLayer.Forward(input);

            /// <inheritdoc/>
            public void Forward({{read}} input, {{write}} output) => _poolingLayer.Forward(input, output);

            /// <inheritdoc/>
            public {{tensor}} Backward({{tensor}} outputGradient) => _poolingLayer.Backward(outputGradient);

            /// <inheritdoc/>
            public void Backward({{read}} outputGradient, {{write}} inputGradient) => _poolingLayer.Backward(outputGradient, inputGradient);
            """);
    }
}
