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
            "int64" => [.. MemoryMarshal.Cast<byte, long>(data).ToArray().Select(value => (double)value)],
            _ => throw new NotSupportedException($"No tests for {type} yet."),
        };
        return new DataTensor(json.GetProperty("shape").Ints(), type, values);
    }

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
