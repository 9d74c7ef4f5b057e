using ProtoBuf;

namespace PoolGen.Peers;

// The messages of onnx.proto that a model of one node is made of, with its names and field numbers.

[ProtoContract]
internal sealed class ModelProto
{
    [ProtoMember(1)]
    public long IrVersion { get; init; }

    [ProtoMember(7)]
    public required GraphProto Graph { get; init; }

    [ProtoMember(8)]
    public required OperatorSetIdProto[] OpsetImport { get; init; }
}

[ProtoContract]
internal sealed class OperatorSetIdProto
{
    [ProtoMember(2)]
    public long Version { get; init; }
}

[ProtoContract]
internal sealed class GraphProto
{
    [ProtoMember(1)]
    public required NodeProto[] Node { get; init; }

    [ProtoMember(2)]
    public required string Name { get; init; }

    [ProtoMember(11)]
    public required ValueInfoProto[] Input { get; init; }

    [ProtoMember(12)]
    public required ValueInfoProto[] Output { get; init; }
}

[ProtoContract]
internal sealed class NodeProto
{
    [ProtoMember(1)]
    public required string[] Input { get; init; }

    [ProtoMember(2)]
    public required string[] Output { get; init; }

    [ProtoMember(4)]
    public required string OpType { get; init; }

    [ProtoMember(5)]
    public required AttributeProto[] Attribute { get; init; }
}

[ProtoContract]
internal sealed class AttributeProto
{
    public const int Integer = 2, Text = 3, Integers = 7;

    [ProtoMember(1)]
    public required string Name { get; init; }

    [ProtoMember(3)]
    public long I { get; init; }

    [ProtoMember(4)]
    public byte[]? S { get; init; }

    [ProtoMember(8)]
    public long[]? Ints { get; init; }

    [ProtoMember(20)]
    public int Type { get; init; }
}

[ProtoContract]
internal sealed class ValueInfoProto
{
    [ProtoMember(1)]
    public required string Name { get; init; }

    [ProtoMember(2)]
    public required TypeProto Type { get; init; }
}

[ProtoContract]
internal sealed class TypeProto
{
    [ProtoMember(1)]
    public required TensorTypeProto TensorType { get; init; }
}

[ProtoContract]
internal sealed class TensorTypeProto
{
    [ProtoMember(1)]
    public int ElemType { get; init; }

    [ProtoMember(2)]
    public TensorShapeProto? Shape { get; init; }
}

[ProtoContract]
internal sealed class TensorShapeProto
{
    [ProtoMember(1)]
    public required DimensionProto[] Dim { get; init; }
}

[ProtoContract]
internal sealed class DimensionProto
{
    [ProtoMember(1)]
    public long DimValue { get; init; }
}
