using System.Text;

namespace PoolGen.Peers;

/// <summary>A node of ONNX with one input: an operator, with the attributes that it is given.</summary>
/// <param name="Operator">The operator's name: <c>MaxPool</c>.</param>
/// <param name="Opset">The version of the operator set that the node is of: the operator is the newest one that is not newer.</param>
/// <param name="Outputs">How many outputs are asked for: 2 for a <c>MaxPool</c> with indices.</param>
public sealed record OnnxNode(string Operator, int Opset, int Outputs = 1)
{
    internal IReadOnlyList<AttributeProto> Attributes { get; private init; } = [];

    /// <summary>Adds an attribute that is an integer.</summary>
    public OnnxNode With(string name, int value) => Add(new() { Name = name, Type = AttributeProto.Integer, I = value });

    /// <summary>Adds an attribute that is a text.</summary>
    public OnnxNode With(string name, string value) => Add(new() { Name = name, Type = AttributeProto.Text, S = Encoding.UTF8.GetBytes(value) });

    /// <summary>Adds an attribute that is a list of integers.</summary>
    public OnnxNode With(string name, IEnumerable<int> values) =>
        Add(new() { Name = name, Type = AttributeProto.Integers, Ints = [.. values.Select(value => (long)value)] });

    private OnnxNode Add(AttributeProto attribute) => this with { Attributes = [.. Attributes, attribute] };
}
