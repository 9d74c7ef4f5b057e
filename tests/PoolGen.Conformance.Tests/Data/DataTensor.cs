using System.Runtime.InteropServices;
using System.Text.Json;

namespace PoolGen.Conformance.Tests;

/// <summary>A tensor of the conformance data; every dtype's values as doubles.</summary>
internal sealed record DataTensor(int[] Shape, string Type, double[] Values)
{
    public static DataTensor Parse(JsonElement json)
    {
        byte[] data = json.GetProperty("data").GetBytesFromBase64();
        string type = json.GetProperty("dtype").GetString()!;
        double[] values = type switch
        {
            "float32" => [.. MemoryMarshal.Cast<byte, float>(data).ToArray().Select(value => (double)value)],
            "float64" => MemoryMarshal.Cast<byte, double>(data).ToArray(),
            "float16" => [.. MemoryMarshal.Cast<byte, Half>(data).ToArray().Select(value => (double)value)],
            "int8" => [.. MemoryMarshal.Cast<byte, sbyte>(data).ToArray().Select(value => (double)value)],
            "uint8" => [.. data.Select(value => (double)value)],
            "int32" => [.. MemoryMarshal.Cast<byte, int>(data).ToArray().Select(value => (double)value)],
            "int64" => [.. MemoryMarshal.Cast<byte, long>(data).ToArray().Select(value => (double)value)],
            _ => throw new NotSupportedException($"No tests for {type} yet."),
        };
        return new DataTensor(json.GetProperty("shape").Ints(), type, values);
    }

    /// <summary>The element type of a dtype that PoolGen computes, or null.</summary>
    public static Type? ElementTypeOf(string dtype) => dtype switch
    {
        "float32" => typeof(float),
        "float64" => typeof(double),
        "float16" => typeof(Half),
        "int8" => typeof(sbyte),
        "uint8" => typeof(byte),
        "int32" => typeof(int),
        _ => null,
    };

    /// <summary>The shape with its spatial axes; a missing batch is 1.</summary>
    public PoolingShape PlaneShape(int rank)
    {
        int[] shape = Shape.Length == rank + 1 ? [1, .. Shape] : Shape;
        return rank switch
        {
            1 => new PoolingShape(shape[0], shape[1], shape[2]),
            2 => new PoolingShape(shape[0], shape[1], shape[2], shape[3]),
            _ => new PoolingShape(shape[0], shape[1], shape[2], shape[3], shape[4]),
        };
    }
}

/// <summary>Short names for reading rows.</summary>
internal static class JsonRow
{
    public static int[] Ints(this JsonElement json) => [.. json.EnumerateArray().Select(element => element.GetInt32())];

    public static string Text(this JsonElement row, string property) => row.GetProperty(property).GetString()!;

    public static bool Flag(this JsonElement row, string property) => row.TryGetProperty(property, out JsonElement value) && value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.Number => value.GetInt32() != 0,
        _ => false,
    };

    public static int[]? OptionalInts(this JsonElement row, string property) =>
        row.TryGetProperty(property, out JsonElement value) ? value.Ints() : null;
}
