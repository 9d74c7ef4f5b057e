using Microsoft.ML.OnnxRuntime.Tensors;
using ProtoBuf;

namespace PoolGen.Peers;

/// <summary>Models of one node, as ONNX Runtime reads them.</summary>
public static class OnnxModel
{
    /// <summary>The name of the input.</summary>
    public const string Input = "x";

    /// <summary>The name of the first output.</summary>
    public const string Output = "y";

    /// <summary>The name of the second output, which exists where the node has two.</summary>
    public const string Indices = "indices";

    // The format of a model, not the operators that it may hold: old enough for every runtime.
    private const int IrVersion = 7;

    /// <summary>A model over an input of the given type and shape; the outputs' shapes are inferred.</summary>
    public static byte[] Write(OnnxNode node, TensorElementType element, params long[] shape)
    {
        var model = new ModelProto
        {
            IrVersion = IrVersion,
            OpsetImport = [new() { Version = node.Opset }],
            Graph = new()
            {
                Name = node.Operator,
                Node = [new() { OpType = node.Operator, Input = [Input], Output = OutputNames(node), Attribute = [.. node.Attributes] }],
                Input = [Value(Input, element, new() { Dim = [.. shape.Select(extent => new DimensionProto { DimValue = extent })] })],
                Output = [.. OutputNames(node).Select(name => Value(name, name == Indices ? TensorElementType.Int64 : element))],
            },
        };
        using var stream = new MemoryStream();
        Serializer.Serialize(stream, model);
        return stream.ToArray();
    }

    private static string[] OutputNames(OnnxNode node) => node.Outputs == 1 ? [Output] : [Output, Indices];

    // The runtime numbers element types as TensorProto.DataType does.
    private static ValueInfoProto Value(string name, TensorElementType element, TensorShapeProto? shape = null) =>
        new() { Name = name, Type = new() { TensorType = new() { ElemType = (int)element, Shape = shape } } };
}
