using Microsoft.CodeAnalysis;
using PoolGen.Generator.Tests.Support;

namespace PoolGen.Generator.Tests.Snapshots;

/// <summary>Generated files as a reader sees them: one per strategy, layout and kind of target.</summary>
public sealed class GeneratedFileTests
{
    [Fact]
    public Task Max_2x2() => VerifyAsync("[Pooling(Kind = Max, Kernel = 2)] public partial class MaxPool2x2;");

    [Fact]
    public Task Max_3x3_of_the_founding_document() => VerifyAsync("[Pooling(Kind = Max, Kernel = 3, Stride = 1)] public partial class MaxPool3x3;");

    [Fact]
    public Task Max_3x3_padded_split() =>
        VerifyAsync("[Pooling(Kind = Max, Kernel = 3, Stride = 1, Padding = 1, Ties = TieRule.Split)] public partial class MaxPool3x3;");

    [Fact]
    public Task Max_3x3_channels_last_padded_first_winner() => VerifyAsync(
        "[Pooling(Kind = Max, Kernel = 3, Stride = 1, Padding = 1, Ties = TieRule.First, Layout = TensorLayout.ChannelsLast)] public partial class MaxPool3x3;");

    [Fact]
    public Task Max_3x3_strided_first_winner() =>
        VerifyAsync("[Pooling(Kind = Max, Kernel = 3, Stride = 2, Padding = 1, Ties = TieRule.First)] public partial class MaxPool3x3;");

    [Fact]
    public Task Max_3x3_strided_channels_last() => VerifyAsync(
        "[Pooling(Kind = Max, Kernel = 3, Stride = 2, Padding = 1, Ties = TieRule.First, Layout = TensorLayout.ChannelsLast)] public partial class MaxPool3x3;");

    [Fact]
    public Task Average_3x3_padded() => VerifyAsync("[Pooling(Kind = Average, Kernel = 3, Stride = 1, Padding = 1)] public partial class AveragePool3x3;");

    [Fact]
    public Task Average_3x3_padding_counted() =>
        VerifyAsync("[Pooling(Kind = Average, Kernel = 3, Stride = 1, Padding = 1, CountIncludePad = true)] public partial class AveragePool3x3;");

    [Fact]
    public Task Norm_of_any_order() => VerifyAsync("[Pooling(Kind = Lp, Kernel = 2, NormType = 2.5)] public partial class NormPool2x2;");

    [Fact]
    public Task Max_of_bytes() => VerifyAsync("[Pooling(Kind = Max, Kernel = 2, Ties = TieRule.First, ElementType = typeof(byte))] public partial class MaxPool2x2;");

    [Fact]
    public Task Average_of_bytes_padded() =>
        VerifyAsync("[Pooling(Kind = Average, Kernel = 2, Padding = 1, ElementType = typeof(byte))] public static partial class AveragePool2x2;");

    [Fact]
    public Task Average_of_Half() => VerifyAsync("[Pooling(Kind = Average, Kernel = 2, ElementType = typeof(System.Half))] public static partial class AveragePool2x2;");

    [Fact]
    public Task Average_of_one_axis() =>
        VerifyAsync("[Pooling(Kind = Average, Rank = 1, Kernel = 5, Stride = 2, Padding = 2)] public partial class AverageSeries;");

    [Fact]
    public Task Average_of_volumes_channels_last() =>
        VerifyAsync("[Pooling(Kind = Average, Rank = 3, Kernel = 3, Stride = 1, Padding = 1, Layout = TensorLayout.ChannelsLast)] public partial class AverageVolume;");

    [Fact]
    public Task Max_of_volumes_padded() =>
        VerifyAsync("[Pooling(Kind = Max, Rank = 3, Kernel = 3, Stride = 2, Padding = 1, Ties = TieRule.First)] public partial class MaxVolume;");

    [Fact]
    public Task Max_channels_last_split_dilated_same() => VerifyAsync(
        "[Pooling(Kind = Max, KernelShape = [2, 3], Stride = 2, Dilations = [1, 2], AutoPad = AutoPadding.SameUpper, Ties = TieRule.Split, Layout = TensorLayout.ChannelsLast)] public partial class MaxPool2x3;");

    [Fact]
    public Task Average_channels_last_padded() =>
        VerifyAsync("[Pooling(Kind = Average, Kernel = 3, Stride = 1, Padding = 1, Layout = TensorLayout.ChannelsLast)] public partial class AveragePool3x3;");

    [Fact]
    public Task Average_3x3_strided_channels_last() =>
        VerifyAsync("[Pooling(Kind = Average, Kernel = 3, Stride = 2, Padding = 1, Layout = TensorLayout.ChannelsLast)] public partial class AveragePool3x3;");

    [Fact]
    public Task Average_channels_last_large_window() =>
        VerifyAsync("[Pooling(Kind = Average, Kernel = 11, Stride = 1, Padding = 5, Layout = TensorLayout.ChannelsLast)] public partial class AveragePool11x11;");

    [Fact]
    public Task Max_channels_last_large_window() =>
        VerifyAsync("[Pooling(Kind = Max, Kernel = 9, Stride = 1, Padding = 4, Ties = TieRule.First, Layout = TensorLayout.ChannelsLast)] public partial class MaxPool9x9;");

    [Fact]
    public Task Max_large_window_last_winner_ignoring_NaN() => VerifyAsync(
        "[Pooling(Kind = Max, Kernel = 20, Ties = TieRule.Last, NaN = NaNRule.Ignore, ElementType = typeof(double))] public static partial class MaxPool20x20;");

    [Fact]
    public Task Max_dilated() => VerifyAsync("[Pooling(Kind = Max, Kernel = 3, Stride = 1, Dilation = 2, Padding = 2)] public partial class MaxPool3x3;");

    [Fact]
    public Task Average_dilated_padded_strided() =>
        VerifyAsync("[Pooling(Kind = Average, Kernel = 3, Stride = 2, Dilation = 2, Padding = 2)] public partial class AveragePool3x3;");

    [Fact]
    public Task Average_that_counts_padding_in_ceiling_mode() =>
        VerifyAsync("[Pooling(Kind = Average, Kernel = 3, Stride = 2, Padding = 1, CeilMode = true, CountIncludePad = true)] public partial class AveragePool3x3;");

    [Fact]
    public Task Max_6x6_strided_channels_last() =>
        VerifyAsync("[Pooling(Kind = Max, Kernel = 6, Stride = 2, Padding = 2, Layout = TensorLayout.ChannelsLast)] public partial class MaxPool6x6;");

    [Fact]
    public Task Max_32x3_strided() => VerifyAsync("[Pooling(Kind = Max, KernelShape = [32, 3], Stride = 2, Ties = TieRule.Split)] public partial class MaxPool32x3;");

    [Fact]
    public Task Max_32x3_strided_channels_last() =>
        VerifyAsync("[Pooling(Kind = Max, KernelShape = [32, 3], Stride = 2, Layout = TensorLayout.ChannelsLast)] public partial class MaxPool32x3;");

    [Fact]
    public Task Max_7x7_strided_split() => VerifyAsync("[Pooling(Kind = Max, Kernel = 7, Stride = 2, Padding = 3, Ties = TieRule.Split)] public partial class MaxPool7x7;");

    [Fact]
    public Task Max_5x5_neighbours() => VerifyAsync("[Pooling(Kind = Max, Kernel = 5, Stride = 1, Padding = 2)] public partial class MaxPool5x5;");

    [Fact]
    public Task Max_5x5_tiles() => VerifyAsync("[Pooling(Kind = Max, Kernel = 5)] public partial class MaxPool5x5;");

    [Fact]
    public Task Max_3x6_tiles_padded_first_winner() =>
        VerifyAsync("[Pooling(Kind = Max, KernelShape = [3, 6], Strides = [4, 7], Padding = 1, Ties = TieRule.First)] public partial class MaxPool3x6;");

    [Fact]
    public Task Average_7x7_tiles() => VerifyAsync("[Pooling(Kind = Average, Kernel = 7)] public partial class AveragePool7x7;");

    [Fact]
    public Task Global_average() => VerifyAsync("[Pooling(Kind = Average, OutputSize = 1)] public partial class GlobalAverage;");

    [Fact]
    public Task Global_average_channels_last() =>
        VerifyAsync("[Pooling(Kind = Average, OutputSize = 1, Layout = TensorLayout.ChannelsLast)] public partial class GlobalAverage;");

    [Fact]
    public Task Adaptive_max_split() => VerifyAsync("[Pooling(Kind = Max, OutputSize = 7, Ties = TieRule.Split)] public partial class AdaptiveMax7;");

    [Fact]
    public Task Adaptive_max_first_winner_channels_last() =>
        VerifyAsync("[Pooling(Kind = Max, OutputSizes = [2, 3], Ties = TieRule.First, Layout = TensorLayout.ChannelsLast)] public partial class AdaptiveMax2x3;");

    [Fact]
    public Task Adaptive_max_of_volumes_last_winner() =>
        VerifyAsync("[Pooling(Kind = Max, Rank = 3, OutputSizes = [2, 3, 4], Ties = TieRule.Last)] public partial class AdaptiveMaxVolume;");

    [Fact]
    public Task Adaptive_average_of_volumes_of_int() =>
        VerifyAsync("[Pooling(Kind = Average, Rank = 3, OutputSize = 4, ElementType = typeof(int))] public partial class AdaptiveVolume;");

    [Fact]
    public Task Adaptive_average_of_known_extents() => VerifyAsync("[Pooling(Kind = Average, OutputSize = 4, InputExtents = [13, 10])] public partial class Adaptive4;");

    [Fact]
    public Task Unpooling_2x2() => VerifyAsync("[Unpooling(Kernel = 2, Stride = 2)] public partial class MaxUnpool2x2;");

    [Fact]
    public Task Unpooling_of_volumes_of_Half_channels_last_in_a_nested_struct() => VerifyAsync(
        """
        public partial class Outer<T>
        {
            [Unpooling(Rank = 3, KernelShape = [1, 3, 3], Stride = 2, PaddingBegin = [0, 1, 1], PaddingEnd = [0, 0, 1], Layout = TensorLayout.ChannelsLast, ElementType = typeof(System.Half))]
            public readonly partial struct Unpool;
        }
        """);

    [Fact]
    public Task Average_ceiling_fixed_divisor_in_a_nested_struct() => VerifyAsync(
        """
        public partial record Outer<T>
        {
            [Pooling(Kind = Average, Kernel = 2, Stride = 3, CeilMode = true, DivisorOverride = 5)] internal readonly partial record struct @struct;
        }
        """);

    /// <summary>Straight-line code has a price: a person reads it, and the JIT compiles it. About 400 lines for 2x2, 900 for 3x3; channels last, where a gradient is gathered by the phases of rows and columns, and samples with a NaN have a kernel of their own, 720; 1000 there for 3x3 at distance 1, where rows that are clipped go in groups of vectors too.</summary>
    [Theory]
    [InlineData("[Pooling(Kind = Max, Kernel = 2)] public partial class P;", 440)]
    [InlineData("[Pooling(Kind = Max, Kernel = 2, Ties = TieRule.First)] public partial class P;", 430)]
    [InlineData("[Pooling(Kind = Max, Kernel = 2, Layout = TensorLayout.ChannelsLast)] public partial class P;", 720)]
    [InlineData("[Pooling(Kind = Average, Kernel = 2, Layout = TensorLayout.ChannelsLast)] public partial class P;", 470)]
    [InlineData("[Pooling(Kind = Max, Kernel = 3, Stride = 1, Padding = 1, Ties = TieRule.First, Layout = TensorLayout.ChannelsLast)] public partial class P;", 1100)]
    [InlineData("[Pooling(Kind = Average, Kernel = 3, Stride = 1, Padding = 1, Layout = TensorLayout.ChannelsLast)] public partial class P;", 1000)]
    [InlineData("[Pooling(Kind = Average, Kernel = 2)] public partial class P;", 430)]
    [InlineData("[Pooling(Kind = Max, Kernel = 3, Stride = 1)] public partial class P;", 900)]
    [InlineData("[Pooling(Kind = Max, Kernel = 3, Stride = 1, Padding = 1, Ties = TieRule.First)] public partial class P;", 950)]
    [InlineData("[Pooling(Kind = Average, Kernel = 3, Stride = 1, Padding = 1)] public partial class P;", 900)]
    public void A_file_stays_within_its_length(string source, int most)
    {
        string text = Generate(source).SourceText.ToString();
        Assert.InRange(text.Split('\n').Length, 1, most);
    }

    [Fact]
    public void Every_line_ends_with_a_line_feed_alone()
    {
        string text = Generate("[Pooling(Kind = Max, Kernel = 2)] public partial class P;").SourceText.ToString();
        Assert.DoesNotContain('\r', text);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
    }

    private static Task VerifyAsync(string source, [System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        GeneratedSourceResult file = Generate("namespace Demo;\n\n" + source);
        return Snapshot.VerifyAsync(file.SourceText.ToString(), Path.GetFileNameWithoutExtension(file.HintName), test);
    }

    private static GeneratedSourceResult Generate(string source)
    {
        var driver = new PoolingGenerator().Run(TestCompilation.Create(TestCompilation.Usings + source), out Compilation updated);
        Assert.Empty(updated.Errors());
        return Assert.Single(driver.GetRunResult().Results.Single().GeneratedSources);
    }
}
