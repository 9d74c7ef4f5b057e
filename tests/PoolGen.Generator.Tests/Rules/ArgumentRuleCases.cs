using PoolGen.Generator.Parsing.Rules;

namespace PoolGen.Generator.Tests.Rules;

/// <summary>PG01xx and PG02xx.</summary>
internal static class ArgumentRuleCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        Case(RuleIds.KindMissing, "Kernel = 2", "Pooling(Kernel = 2)", ["Kind is missing", "Write Kind = Max, Average, Sum, Min or Lp"], "Kind = Max, Kernel = 2"),
        Case(RuleIds.UndefinedValue, "Kind = (PoolingKind)99, Kernel = 2", "(PoolingKind)99", ["Kind = 99", "PoolingKind", "Use Max, Average, Sum, Min or Lp"], "Kind = Average, Kernel = 2"),
        Case(RuleIds.UndefinedValue, "Kind = default, Kernel = 2", "default", ["Kind = 0"], "Kind = (PoolingKind)1, Kernel = 2"),
        Max(RuleIds.UndefinedValue, "Ties = (TieRule)(-1)", "(TieRule)(-1)", ["Ties = -1", "TieRule", "All, First, Last or Split"], "Ties = TieRule.Split"),
        Max(RuleIds.UndefinedValue, "NaN = (NaNRule)2", "(NaNRule)2", ["NaN = 2", "Propagate or Ignore"], "NaN = NaNRule.Ignore"),
        Max(RuleIds.UndefinedValue, "AutoPad = (AutoPadding)4", "(AutoPadding)4", ["AutoPad = 4", "SameUpper or SameLower"], "AutoPad = AutoPadding.SameUpper"),
        Max(RuleIds.UndefinedValue, "Layout = (TensorLayout)9", "(TensorLayout)9", ["Layout = 9", "ChannelsFirst or ChannelsLast"], "Layout = TensorLayout.ChannelsLast"),

        Max(RuleIds.RankOutOfRange, "Rank = 4", "4", ["Rank = 4", "1 to 3", "Use 1, 2 or 3"], "Rank = 2"),
        Max(RuleIds.RankOutOfRange, "Rank = 0", "0", ["Rank = 0"], "Rank = 3"),
        Case(RuleIds.KernelMissing, "Kind = Max", "Pooling(Kind = Max)", ["window is missing", "Kernel = 2", "KernelShape"], "Kind = Max, KernelShape = [2, 3]"),
        Case(RuleIds.BelowOne, "Kind = Max, Kernel = 0", "0", ["Kernel = 0 on every axis", "least value, 1", "Use 1 or more"], "Kind = Max, Kernel = 1"),
        Case(RuleIds.BelowOne, "Kind = Max, KernelShape = [2, -3]", "-3", ["KernelShape = -3 on axis 1 (width)"], "Kind = Max, KernelShape = [2, 3]"),
        Max(RuleIds.BelowOne, "Stride = 0", "0", ["Stride = 0 on every axis"], "Stride = 1"),
        Max(RuleIds.BelowOne, "Strides = new[] { 0, 1 }", "0", ["Strides = 0 on axis 0 (height)"], "Strides = new[] { 1, 1 }"),
        Max(RuleIds.BelowOne, "Dilation = -1", "-1", ["Dilation = -1"], "Dilation = 2"),
        Max(RuleIds.BelowOne, "Dilations = new int[] { 1, 0 }", "0", ["Dilations = 0 on axis 1 (width)"], "Dilations = new int[] { 1, 3 }"),
        Case(RuleIds.WrongLength, "Kind = Max, KernelShape = [3, 3, 3]", "[3, 3, 3]", ["KernelShape has 3 entries", "rank 2", "Give 2 entries"], "Kind = Max, KernelShape = [3, 3]"),
        Max(RuleIds.WrongLength, "Strides = [2]", "[2]", ["Strides has 1 entry"], "Strides = [2, 2]"),
        Max(RuleIds.WrongLength, "PaddingBegin = []", "[]", ["PaddingBegin has 0 entries"], "PaddingBegin = [0, 1]"),
        Max(RuleIds.WrongLength, "PaddingEnd = new int[0]", "new int[0]", ["PaddingEnd has 0 entries"], "PaddingEnd = new int[2] { 0, 1 }"),
        Max(RuleIds.WrongLength, "Dilations = new[] { 1 }", "new[] { 1 }", ["Dilations has 1 entry"], "Dilations = new[] { 1, 1 }"),
        Case(RuleIds.NullArray, "Kind = Max, KernelShape = null", "null", ["KernelShape is null", "rank 2", "Give 2 entries, or remove"], "Kind = Max, KernelShape = new[] { 1, 1 }"),
        Max(RuleIds.NullArray, "Strides = default", "default", ["Strides is null"], "Strides = [1, 1]"),
        Max(RuleIds.GivenTwice, "KernelShape = [2, 2]", "[2, 2]", ["Kernel says for all axes what KernelShape says per axis", "Remove one"], ""),
        Max(RuleIds.GivenTwice, "Stride = 1, Strides = [1, 1]", "[1, 1]", ["Stride ", "Strides"], "Strides = [1, 1]"),
        Max(RuleIds.GivenTwice, "Dilation = 1, Dilations = [1, 1]", "[1, 1]", ["Dilation ", "Dilations"], "Dilations = [1, 1]"),
        Max(RuleIds.GivenTwice, "Padding = 0, PaddingEnd = [0, 0]", "[0, 0]", ["Padding ", "PaddingEnd"], "PaddingEnd = [0, 0]"),

        Max(RuleIds.PaddingOutOfRange, "Padding = 2", "2", ["Padding = 2 on axis 0 (height)", "0 to 1 per side", "effective kernel 2", "Use 1"], "Padding = 1"),
        Max(RuleIds.PaddingOutOfRange, "Padding = -1", "-1", ["Padding = -1", "Use 0"], "Padding = 0"),
        Max(RuleIds.PaddingOutOfRange, "Dilation = 3, Padding = 4", "4", ["Padding = 4", "0 to 3", "effective kernel 4"], "Dilation = 3, Padding = 2"),
        Max(RuleIds.PaddingOutOfRange, "PaddingEnd = [0, 2]", "2", ["PaddingEnd = 2 on axis 1 (width)"], "PaddingEnd = [0, 1]"),
        Max(RuleIds.PaddingOutOfRange, "PaddingBegin = [-5, 0]", "-5", ["PaddingBegin = -5 on axis 0 (height)"], "PaddingBegin = [1, 0]"),
        Case(RuleIds.PaddingOutOfRange, "Kind = Max, KernelShape = [5, 1], Padding = 1", "1", ["Padding = 1 on axis 1 (width)", "0 to 0", "Use 0"], "Kind = Max, KernelShape = [5, 3], Padding = 1"),
        Max(RuleIds.AutoPadConflict, "AutoPad = AutoPadding.SameUpper, Padding = 0", "0", ["Padding sets the padding", "AutoPad = SameUpper", "Remove Padding or AutoPad"], "AutoPad = AutoPadding.None, Padding = 0"),
        Max(RuleIds.AutoPadConflict, "AutoPad = AutoPadding.Valid, PaddingBegin = [0, 0]", "[0, 0]", ["PaddingBegin", "AutoPad = Valid"], "AutoPad = AutoPadding.Valid"),
        Max(RuleIds.AutoPadConflict, "AutoPad = AutoPadding.SameLower, PaddingEnd = [0, 0]", "[0, 0]", ["PaddingEnd"], "AutoPad = AutoPadding.SameLower"),
        Max(RuleIds.AutoPadConflict, "AutoPad = AutoPadding.Valid, CeilMode = true", "true", ["CeilMode sets how the output extent is rounded"], "AutoPad = AutoPadding.Valid, CeilMode = false"),
        Case(RuleIds.WindowTooLarge, "Kind = Max, Kernel = 5000", "5000", ["Kernel = 5000", "25000000 taps", "limit of 16777216", "smaller"], "Kind = Max, Kernel = 4096"),
        Case(RuleIds.WindowTooLarge, "Kind = Max, KernelShape = [int.MaxValue, int.MaxValue]", "[int.MaxValue, int.MaxValue]", ["4611686014132420609 taps"], "Kind = Max, KernelShape = [1, 16777216]"),
        Max(RuleIds.WindowTooLarge, "Stride = int.MaxValue", "int.MaxValue", ["Stride = 2147483647", "limit of 1073741824"], "Stride = 1073741824"),
        Case(RuleIds.WindowTooLarge, "Kind = Max, KernelShape = [1, 3], Dilations = [1, 536870912]", "536870912", ["effective kernel of 1073741825 on axis 1 (width)"], "Kind = Max, KernelShape = [1, 3], Dilations = [1, 536870911]"),
        Max(RuleIds.WindowTooLarge, "Dilation = int.MaxValue", "int.MaxValue", ["Dilation = 2147483647"], "Dilation = 1073741823"),

        Average(RuleIds.OtherKindsOnly, "Ties = TieRule.All", "TieRule.All", ["Ties means nothing for Kind = Average", "Max and Min", "Remove Ties"], ""),
        Average(RuleIds.OtherKindsOnly, "NaN = NaNRule.Propagate", "NaNRule.Propagate", ["NaN", "Max and Min"], ""),
        Max(RuleIds.OtherKindsOnly, "CountIncludePad = true", "true", ["CountIncludePad", "Kind = Max", "Average"], "CountIncludePad = false"),
        Max(RuleIds.OtherKindsOnly, "DivisorOverride = 4", "4", ["DivisorOverride", "Average"], ""),
        Average(RuleIds.OtherKindsOnly, "NormType = 2", "2", ["NormType", "Lp"], ""),
        Average(RuleIds.DivisorBelowOne, "DivisorOverride = 0", "0", ["DivisorOverride = 0", "least value, 1", "Use 1 or more"], "DivisorOverride = 1"),
        Case(RuleIds.NormType, "Kind = Lp, Kernel = 2, NormType = 0", "0", ["NormType = 0", "finite number above 0", "Use 2"], "Kind = Max, Kernel = 2"),
        Case(RuleIds.NormType, "Kind = Lp, Kernel = 2, NormType = double.NaN", "double.NaN", ["NormType = NaN"], "Kind = Max, Kernel = 2"),
        Case(RuleIds.NormType, "Kind = Lp, Kernel = 2, NormType = double.PositiveInfinity", "double.PositiveInfinity", ["NormType = Infinity"], "Kind = Max, Kernel = 2"),

        Max(RuleIds.ElementType, "ElementType = typeof(long)", "typeof(long)", ["ElementType = typeof(long)", "Use typeof(float), typeof(double), typeof(Half), typeof(sbyte), typeof(byte), typeof(short) or typeof(int)"], "ElementType = typeof(int)"),
        Max(RuleIds.ElementType, "ElementType = typeof(float[])", "typeof(float[])", ["typeof(float[])"], "ElementType = typeof(System.Single)"),
        Max(RuleIds.ElementType, "ElementType = typeof(System.Collections.Generic.List<>)", "typeof(System.Collections.Generic.List<>)", ["List<"], ""),
        Max(RuleIds.ElementType, "ElementType = null", "null", ["ElementType = null"], "ElementType = typeof(float)"),

        To7(RuleIds.AdaptiveConflict, "Kernel = 2", "2", ["Kernel belongs to windows with a kernel", "OutputSize derives every window", "Remove Kernel or OutputSize"]),
        To7(RuleIds.AdaptiveConflict, "KernelShape = [2, 2]", "[2, 2]", ["KernelShape"]),
        To7(RuleIds.AdaptiveConflict, "Stride = 2", "2", ["Stride "]),
        To7(RuleIds.AdaptiveConflict, "Strides = [2, 2]", "[2, 2]", ["Strides"]),
        To7(RuleIds.AdaptiveConflict, "Padding = 0", "0", ["Padding "]),
        To7(RuleIds.AdaptiveConflict, "PaddingBegin = [0, 0]", "[0, 0]", ["PaddingBegin"]),
        To7(RuleIds.AdaptiveConflict, "PaddingEnd = [0, 0]", "[0, 0]", ["PaddingEnd"]),
        To7(RuleIds.AdaptiveConflict, "AutoPad = AutoPadding.Valid", "AutoPadding.Valid", ["AutoPad"]),
        To7(RuleIds.AdaptiveConflict, "Dilation = 1", "1", ["Dilation "]),
        To7(RuleIds.AdaptiveConflict, "Dilations = [1, 1]", "[1, 1]", ["Dilations"]),
        To7(RuleIds.AdaptiveConflict, "CeilMode = true", "true", ["CeilMode"], "CeilMode = false"),
        To7(RuleIds.AdaptiveConflict, "CountIncludePad = true", "true", ["CountIncludePad"], "CountIncludePad = false, AutoPad = AutoPadding.None"),
        To7(RuleIds.AdaptiveConflict, "DivisorOverride = 4", "4", ["DivisorOverride"]),
        Case(RuleIds.AdaptiveConflict, "Kind = Average, OutputSizes = [2, 3], Kernel = 2", "2", ["OutputSizes derives"], "Kind = Average, OutputSizes = [2, 3]"),
        Case(RuleIds.BelowOne, "Kind = Average, OutputSize = 0", "0", ["OutputSize = 0 on every axis", "Use 1 or more"], "Kind = Average, OutputSize = 1"),
        Case(RuleIds.BelowOne, "Kind = Average, OutputSizes = [2, -1]", "-1", ["OutputSizes = -1 on axis 1 (width)"], "Kind = Average, OutputSizes = [2, 1]"),
        Max(RuleIds.BelowOne, "InputExtents = [0, 8]", "0", ["InputExtents = 0 on axis 0 (height)"], "InputExtents = [8, 8]"),
        Case(RuleIds.WrongLength, "Kind = Average, OutputSizes = [7]", "[7]", ["OutputSizes has 1 entry", "rank 2"], "Kind = Average, OutputSizes = [7, 7]"),
        Max(RuleIds.WrongLength, "InputExtents = [8]", "[8]", ["InputExtents has 1 entry"], "InputExtents = [8, 9]"),
        Max(RuleIds.NullArray, "InputExtents = null", "null", ["InputExtents is null"], ""),
        Case(RuleIds.GivenTwice, "Kind = Max, OutputSize = 2, OutputSizes = [2, 2]", "[2, 2]", ["OutputSize says", "OutputSizes"], "Kind = Max, OutputSizes = [2, 2]"),
        Case(RuleIds.WindowTooLarge, "Kind = Max, OutputSize = 16777217", "16777217", ["16777217 windows on axis 0 (height)", "limit of 16777216"], "Kind = Max, OutputSize = 16777216"),
        Max(RuleIds.WindowTooLarge, "InputExtents = [65536, 32768]", "[65536, 32768]", ["a plane of 2147483648 elements", "limit of 1073741824"], "InputExtents = [32768, 32768]"),
        Case(RuleIds.NoOutput, "Kind = Max, Kernel = 5, InputExtents = [8, 4]", "4",
            ["InputExtents = 4 on axis 1 (width)", "kernel 5, padding 0+0, stride 5 gives 0 outputs", "Use 5 or more"], "Kind = Max, Kernel = 5, InputExtents = [8, 5]"),
        Max(RuleIds.NoOutput, "Dilation = 4, Padding = 1, InputExtents = [2, 9]", "2", ["kernel 2, dilation 4, padding 1+1", "Use 3 or more"], "Dilation = 4, Padding = 1, InputExtents = [3, 9]"),
        Max(RuleIds.FloatingPointOnly, "ElementType = typeof(byte), NaN = NaNRule.Ignore", "NaNRule.Ignore", ["NaN means nothing for elements of byte", "each of them is a number", "Remove NaN"], "ElementType = typeof(System.Half), NaN = NaNRule.Ignore"),
        Case(RuleIds.FloatingPointOnly, "Kind = Lp, Kernel = 2, ElementType = typeof(short)", "Lp", ["Kind = Lp means nothing for elements of short", "no integer", "Use ElementType = typeof(float), or Kind = Sum"], "Kind = Lp, Kernel = 2, ElementType = typeof(System.Half)"),
        Case(RuleIds.WindowTooLarge, "Kind = Average, OutputSize = 1, InputExtents = [2048, 1024], ElementType = typeof(int)", "1", ["a window of 2097152 taps of int", "limit of 2097151"], "Kind = Max, OutputSize = 1, InputExtents = [2048, 1024], ElementType = typeof(int)"),
        Case(RuleIds.WindowTooLarge, "Kind = Average, Kernel = 1449, ElementType = typeof(int)", "1449", ["a window of 2099601 taps of int", "limit of 2097151"], "Kind = Average, Kernel = 1448, ElementType = typeof(int)"),

        Max(RuleIds.PaddingAboveHalf, "Dilation = 3, Padding = 3", "3", ["Padding = 3", "effective kernel, 4", "PyTorch rejects", "Use 2 or less"], "Dilation = 3, Padding = 2"),
        Case(RuleIds.PaddingAboveHalf, "Kind = Max, Kernel = 3, PaddingBegin = [1, 2]", "2", ["PaddingBegin = 2 on axis 1 (width)", "Use 1 or less"], "Kind = Max, Kernel = 3, PaddingBegin = [1, 1]"),
        Case(RuleIds.TiesNotStated, "Kind = Max, Kernel = 2", "Pooling(Kind = Max, Kernel = 2)", ["Ties is not stated", "All", "Write Ties = First"], "Kind = Max, Kernel = 2, Ties = TieRule.All"),
    ];

    private static RuleCase Case(string id, string bad, string span, string[] message, string good) => RuleCase.Of(id, bad, span, message, good);

    private static RuleCase To7(string id, string bad, string span, string[] message, string good = "") =>
        RuleCase.Of(id, "Kind = Average, OutputSize = 7, " + bad, span, message, "Kind = Average, OutputSize = 7" + (good.Length == 0 ? "" : ", " + good));

    private static RuleCase Max(string id, string bad, string span, string[] message, string good) =>
        RuleCase.Of(id, "Kind = Max, Kernel = 2, " + bad, span, message, "Kind = Max, Kernel = 2" + (good.Length == 0 ? "" : ", " + good));

    private static RuleCase Average(string id, string bad, string span, string[] message, string good) =>
        RuleCase.Of(id, "Kind = Average, Kernel = 2, " + bad, span, message, "Kind = Average, Kernel = 2" + (good.Length == 0 ? "" : ", " + good));
}
