using System.Text;
using PoolGen.Benchmarks.Cases;

namespace PoolGen.Benchmarks.Contenders;

/// <summary>Writes an ONNX model of one pooling node. The numbers are the field numbers of <c>onnx.proto</c>.</summary>
internal static class OnnxModel
{
    public const string Input = "x";
    public const string Output = "y";

    private const int IrVersion = 7;
    private const int Opset = 12;
    private const int TypeInteger = 2;
    private const int TypeIntegers = 7;
    private const int ElementFloat = 1;

    /// <summary>A ModelProto.</summary>
    public static byte[] Write(Case problem) =>
    [
        .. Number(1, IrVersion),
        .. Message(8, [.. Text(1, ""), .. Number(2, Opset)]),
        .. Message(7, Graph(problem)),
    ];

    private static byte[] Graph(Case problem) =>
    [
        .. Message(1, Node(problem.Window)),
        .. Text(2, "pooling"),
        .. Message(11, Value(Input, problem.Batch, problem.Channels, problem.Height, problem.Width)),
        .. Message(12, Value(Output, problem.Batch, problem.Channels, problem.OutputHeight, problem.OutputWidth)),
    ];

    private static byte[] Node(Window window)
    {
        bool max = window.Kind == PoolingKind.Max;
        byte[] node =
        [
            .. Text(1, Input), .. Text(2, Output), .. Text(4, max ? "MaxPool" : "AveragePool"),
            .. Integers("kernel_shape", window.Kernel, window.Kernel),
            .. Integers("strides", window.Stride, window.Stride),
            .. Integers("pads", window.Begin, window.Begin, window.End, window.End),
        ];
        return max ? node : [.. node, .. Integer("count_include_pad", window.CountsPadding ? 1 : 0)];
    }

    private static byte[] Integer(string name, int value) =>
        Message(5, [.. Text(1, name), .. Number(3, value), .. Number(20, TypeInteger)]);

    private static byte[] Integers(string name, params int[] values) =>
        Message(5, [.. Text(1, name), .. values.SelectMany(value => Number(8, value)), .. Number(20, TypeIntegers)]);

    private static byte[] Value(string name, params int[] extents)
    {
        byte[] shape = [.. extents.SelectMany(extent => Message(1, Number(1, extent)))];
        return [.. Text(1, name), .. Message(2, Message(1, [.. Number(1, ElementFloat), .. Message(2, shape)]))];
    }

    private static byte[] Number(int field, long value) => [.. Varint((ulong)field << 3), .. Varint((ulong)value)];

    private static byte[] Text(int field, string text) => Message(field, Encoding.UTF8.GetBytes(text));

    private static byte[] Message(int field, byte[] content) =>
        [.. Varint((ulong)field << 3 | 2), .. Varint((ulong)content.Length), .. content];

    private static IEnumerable<byte> Varint(ulong value)
    {
        for (; value >= 128; value >>= 7)
            yield return (byte)(value | 128);
        yield return (byte)value;
    }
}
