using System.Text.Json;
using PoolGen.Testing;

namespace PoolGen.Conformance.Tests;

/// <summary>The configurations that were run on libtorch.</summary>
internal static class TorchRows
{
    private const string File = "torch-pool-open.jsonl";

    /// <summary>The rows that PoolGen computes: max, average and norms, and adaptive max and average.</summary>
    public static IReadOnlyList<ConformanceCase> Cases() =>
    [
        .. ConformanceFolder.Rows(File)
            .Where(row => (InScope(row) || IsNorm(row) || IsAdaptive(row)) && row.Text("status") == "ok" && !DividesByLess(row))
            .Select(Parse),
    ];

    // libtorch's norm takes no absolute value, and rescales windows that hang over the end.
    private static bool IsNorm(JsonElement row) =>
        row.Text("kind") == "lp" && !row.Flag("ceil_mode") && DataTensor.Parse(row.GetProperty("x")).Values.All(x => x >= 0);

    private static bool IsAdaptive(JsonElement row) => row.Text("kind") is "adaptive_max" or "adaptive_avg" && DataTensor.ElementTypeOf(row.Text("dtype")) is not null;

    /// <summary>The rows of two or three axes that libtorch or PoolGen refuses whatever the element type: libtorch has no averages of integers.</summary>
    public static IReadOnlyList<JsonElement> Refused() =>
        [.. ConformanceFolder.Rows(File).Where(row => row.Text("kind") is "max" or "avg" && IsFloatOrDouble(row) && Rank(row) >= 2 && (row.Text("status") == "error" || DividesByLess(row)))];

    private static bool IsFloatOrDouble(JsonElement row) => row.Text("dtype") is "float32" or "float64";

    private static bool InScope(JsonElement row) => row.Text("kind") is "max" or "avg" && DataTensor.ElementTypeOf(row.Text("dtype")) is not null;

    // libtorch takes a negative divisor; here that is a mistake.
    private static bool DividesByLess(JsonElement row) => Divisor(row) < 1;

    private static int? Divisor(JsonElement row) =>
        row.TryGetProperty("divisor_override", out JsonElement divisor) && divisor.ValueKind == JsonValueKind.Number ? divisor.GetInt32() : null;

    private static int Rank(JsonElement row) => row.GetProperty("rank").GetInt32();

    private static ConformanceCase Parse(JsonElement row)
    {
        var input = DataTensor.Parse(row.GetProperty("x"));
        bool norm = row.Text("kind") == "lp";
        ReferenceSpec spec = IsAdaptive(row) ? AdaptiveSpec(row, input) : Spec(row, input);

        // At 0 its norm of order 1 has the slope 1, and a window of zeros the gradient NaN.
        bool comparesGradient = !norm || input.Values.All(x => x > 0);
        return new ConformanceCase(
            row.Text("name"),
            spec,
            input.PlaneShape(Rank(row)),
            input.Values,
            DataTensor.Parse(row.GetProperty("y")).Values,
            Optional(row, "indices")?.Select(index => (int)index).ToArray(),
            comparesGradient ? Optional(row, "gy") : null,
            comparesGradient ? Optional(row, "gx") : null);
    }

    private static ReferenceSpec AdaptiveSpec(JsonElement row, DataTensor input)
    {
        bool max = row.Text("kind") == "adaptive_max";
        return ReferenceSpec.Adaptive(max ? PoolingKind.Max : PoolingKind.Average, row.GetProperty("output_size").Ints()) with
        {
            Ties = max ? TieRule.First : TieRule.All,
            ElementType = DataTensor.ElementTypeOf(input.Type)!,
        };
    }

    private static ReferenceSpec Spec(JsonElement row, DataTensor input)
    {
        bool max = row.Text("kind") == "max", norm = row.Text("kind") == "lp";
        int[] padding = row.GetProperty("padding").Ints();
        return new ReferenceSpec(max ? PoolingKind.Max : norm ? PoolingKind.Lp : PoolingKind.Average, row.GetProperty("kernel").Ints())
        {
            Stride = row.GetProperty("stride").Ints(),
            PadBegin = padding,
            PadEnd = padding,
            Dilation = row.GetProperty("dilation").Ints(),
            Ceil = row.Flag("ceil_mode"),
            CountIncludePad = row.Flag("count_include_pad"),
            DivisorOverride = Divisor(row),
            NormType = norm ? row.GetProperty("norm_type").GetDouble() : 2,
            Ties = max ? TieRule.First : TieRule.All,
            ElementType = DataTensor.ElementTypeOf(input.Type)!,
        };
    }

    private static double[]? Optional(JsonElement row, string tensor) =>
        row.TryGetProperty(tensor, out JsonElement value) && value.ValueKind == JsonValueKind.Object ? DataTensor.Parse(value).Values : null;
}
