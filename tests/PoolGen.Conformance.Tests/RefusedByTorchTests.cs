using System.Text.Json;
using PoolGen.Testing;
using Xunit;

namespace PoolGen.Conformance.Tests;

/// <summary>What libtorch refuses, and the little that PoolGen alone refuses, is refused here too, by a diagnostic or an exception, unless PoolGen allows more on purpose.</summary>
public sealed class RefusedByTorchTests
{
    // Padding up to the effective kernel is well defined; PyTorch's limit of half the kernel is reported as information only.
    private static readonly Dictionary<string, string> s_allowed = new()
    {
        ["pad_gt_half_effective"] = "padding above half the effective kernel, but below all of it",
        ["pad_le_half_effective_but_gt_half_k"] = "padding above half the kernel, but not of the effective one: libtorch's limit in three axes only",
    };

    // libtorch's average on three axes compares the input with the kernel before it is padded.
    private const string SmallerThanKernel = "smaller than kernel size";

    [Fact]
    public async Task What_libtorch_refuses_is_refused()
    {
        Assert.SkipUnless(CompiledPoolings.Compiler.HasAnalyzers, "The generator's assembly has no analyzers yet: bad configurations get no diagnostic.");
        IReadOnlyList<JsonElement> rows = TorchRows.Refused();
        Assert.NotEmpty(rows);
        var failures = new Failures();
        foreach (JsonElement row in rows)
        {
            string probe = row.TryGetProperty("probe", out JsonElement named) ? named.GetString()! : row.Text("name");
            string? refusal = await RefusalAsync(row);
            TestContext.Current.TestOutputHelper?.WriteLine($"{probe}: {refusal ?? "accepted"}");
            bool allowed = s_allowed.TryGetValue(probe, out string? reason) || (IsSmallerThanKernel(row) && FitsPadded(row));
            failures.Try(row.Text("name"), () => Assert.True(
                refusal is null == allowed, allowed ? $"Allowed on purpose ({reason ?? SmallerThanKernel}), yet refused: {refusal}" : "Not refused."));
        }
        failures.Check(rows.Count);
    }

    private static bool IsSmallerThanKernel(JsonElement row) =>
        row.TryGetProperty("error", out JsonElement error) && error.GetString()!.Contains(SmallerThanKernel, StringComparison.Ordinal);

    private static bool FitsPadded(JsonElement row)
    {
        int[] shape = row.GetProperty("x").GetProperty("shape").Ints(), kernel = row.GetProperty("kernel").Ints(), padding = row.GetProperty("padding").Ints();
        return shape[^kernel.Length..].Zip(padding, (extent, pad) => extent + 2 * pad).Zip(kernel).All(axis => axis.First >= axis.Second);
    }

    private static async Task<string?> RefusalAsync(JsonElement row)
    {
        string attribute = Attribute(row);
        IReadOnlyList<Microsoft.CodeAnalysis.Diagnostic> errors =
            await CompiledPoolings.Compiler.ErrorsAsync(attribute, TestContext.Current.CancellationToken);
        if (errors.Count > 0)
            return errors[0].ToString();

        try
        {
            int[] shape = row.GetProperty("x").GetProperty("shape").Ints();
            if (shape.Length < 3)
                return "A PoolingShape cannot be made of fewer than three extents.";

            // Without a batch, it is 1.
            bool isVolume = row.GetProperty("rank").GetInt32() == 3;
            if (isVolume && shape.Length == 4)
                shape = [1, .. shape];
            PoolingShape inputShape = shape.Length == 5
                ? new(shape[0], shape[1], shape[2], shape[3], shape[4])
                : new(shape[0], shape[1], shape[2], shape[3]);
            PoolingUnderTest<float>.Bind(CompiledPoolings.Compiler.CompileAttribute(attribute)).OutputShape(inputShape);
            return null;
        }
        catch (ArgumentException refused)
        {
            return refused.Message;
        }
    }

    // Straight from the row: some of these are no valid configuration that a spec could hold.
    private static string Attribute(JsonElement row)
    {
        string Array(string property) => $"[{string.Join(", ", row.GetProperty(property).EnumerateArray().Select(number => number.GetRawText()))}]";
        string divisor = row.TryGetProperty("divisor_override", out JsonElement value) && value.ValueKind == JsonValueKind.Number
            ? $", DivisorOverride = {value.GetRawText()}"
            : "";
        string kind = row.Text("kind") == "max" ? "Max" : "Average";
        return $"[Pooling(Kind = PoolingKind.{kind}, Rank = {row.GetProperty("rank").GetInt32()}, KernelShape = {Array("kernel")}, Strides = {Array("stride")}, "
            + $"PaddingBegin = {Array("padding")}, PaddingEnd = {Array("padding")}, Dilations = {Array("dilation")}{divisor})]";
    }
}
