using System.Text.Json;
using PoolGen.Testing;

namespace PoolGen.Conformance.Tests;

/// <summary>ONNX's own node tests.</summary>
internal static class OnnxRows
{
    /// <summary>The rows that PoolGen computes: MaxPool, AveragePool, LpPool and GlobalAveragePool; of other element types than float on one or two axes.</summary>
    public static IReadOnlyList<ConformanceCase> Cases() =>
        [.. ConformanceFolder.Rows("onnx-pool-open.jsonl").Where(InScope).Select(Parse)];

    private static bool InScope(JsonElement row)
    {
        JsonElement input = row.GetProperty("inputs")[0];
        return row.Text("op") is "MaxPool" or "AveragePool" or "LpPool" or "GlobalAveragePool"
            && DataTensor.ElementTypeOf(input.Text("dtype")) is not null
            && (input.Text("dtype") == "float32" || (input.GetProperty("shape").GetArrayLength() <= 4 && row.Text("op") != "GlobalAveragePool"));
    }

    private static ConformanceCase Parse(JsonElement row)
    {
        JsonElement attributes = row.GetProperty("attrs");
        var input = DataTensor.Parse(row.GetProperty("inputs")[0]);

        // The rows with several nodes give the tensor a trailing axis, pool on two, and take the axis away.
        int[] shape = row.TryGetProperty("nodes", out _) ? [.. input.Shape, 1] : input.Shape;
        input = input with { Shape = shape };
        int rank = shape.Length - 2;
        PoolingShape planes = input.PlaneShape(rank);
        double[][] outputs = [.. row.GetProperty("outputs").EnumerateArray().Select(output => DataTensor.Parse(output).Values)];
        ReferenceSpec spec = Spec(row.Text("op"), attributes, shape[2..], DataTensor.ElementTypeOf(input.Type)!);
        return new ConformanceCase(
            row.Text("name"),
            spec,
            planes,
            input.Values,
            outputs[0],
            outputs.Length > 1 ? [.. outputs[1].Select(index => OnnxIndices.InPlane((long)index, planes, columnMajor: attributes.Flag("storage_order")))] : null,
            RelativeTolerance: row.Text("name").EndsWith("averagepool_2d_precomputed_pads_count_include_pad", StringComparison.Ordinal) ? 1e-3 : 1e-6);
    }

    private static ReferenceSpec Spec(string op, JsonElement attributes, int[] extents, Type element)
    {
        int rank = extents.Length;
        if (op == "GlobalAveragePool")
            return ReferenceSpec.Adaptive(PoolingKind.Average, [.. Enumerable.Repeat(1, rank)]);
        int[] ones = [.. Enumerable.Repeat(1, rank)];
        int[] pads = attributes.OptionalInts("pads") ?? new int[2 * rank];
        string autoPad = attributes.TryGetProperty("auto_pad", out JsonElement value) ? value.GetString()! : "NOTSET";
        return new ReferenceSpec(op switch { "MaxPool" => PoolingKind.Max, "LpPool" => PoolingKind.Lp, _ => PoolingKind.Average }, attributes.OptionalInts("kernel_shape") ?? extents)
        {
            Stride = attributes.OptionalInts("strides") ?? ones,
            PadBegin = pads[..rank],
            PadEnd = pads[rank..],
            Dilation = attributes.OptionalInts("dilations") ?? ones,
            Ceil = attributes.Flag("ceil_mode"),
            CountIncludePad = attributes.Flag("count_include_pad"),
            AutoPad = autoPad switch
            {
                "SAME_UPPER" => AutoPadding.SameUpper,
                "SAME_LOWER" => AutoPadding.SameLower,
                "VALID" => AutoPadding.Valid,
                _ => AutoPadding.None,
            },
            NormType = attributes.TryGetProperty("p", out JsonElement order) ? order.GetDouble() : 2,
            Ties = op == "MaxPool" ? TieRule.First : TieRule.All,
            ElementType = element,
        };
    }
}
