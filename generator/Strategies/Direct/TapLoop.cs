using System.Globalization;
using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;

namespace PoolGen.Generator.Strategies.Direct;

/// <summary>How generated code refers to a tap.</summary>
/// <param name="Name">A local for its value: <c>tap12</c>, or <c>tap</c> in a loop.</param>
/// <param name="Address">Its index in memory.</param>
/// <param name="Number">Its number in row-major window order.</param>
/// <param name="IsLooped">Whether it stands for each tap of a loop.</param>
internal sealed record TapText(string Name, string Address, string Number, bool IsLooped)
{
    /// <summary>Its number as an operand.</summary>
    public string Factor => Number.Contains(' ') ? $"({Number})" : Number;
}

/// <summary>Walks the taps of a window: written out, or as loops, in row-major order or reversed.</summary>
internal sealed class TapLoop(CodeWriter writer, PoolingSpec spec, DirectPlan plan, bool clipped)
{
    private readonly WindowUnroll _unroll = clipped ? WindowUnroll.None : plan.Unroll;

    private AxisSpec Depth => spec.Depth;

    private AxisSpec Height => spec.Height;

    private AxisSpec Width => spec.Width;

    /// <summary>Whether only some taps lie inside the input.</summary>
    public bool IsClipped => clipped;

    /// <summary>Whether taps are visited by loops.</summary>
    public bool IsLooped => _unroll != WindowUnroll.Whole;

    /// <summary>Where each row of a written-out window begins.</summary>
    public void PrintRowLocals()
    {
        if (IsLooped)
            return;
        for (int slice = 0; slice < Depth.Kernel; slice++)
        {
            writer.Line($"nint {Row(slice, 0)} = {(slice == 0 ? "corner" : $"{Row(slice - 1, 0)} + sliceStep")};");
            for (int row = 1; row < Height.Kernel; row++)
                writer.Line($"nint {Row(slice, row)} = {Row(slice, row - 1)} + rowStep;");
        }
    }

    /// <summary>The tap that a walk visits first.</summary>
    public TapText Start(bool reversed)
    {
        if (!IsLooped)
            return reversed ? Unrolled(Depth.Kernel - 1, Height.Kernel - 1, Width.Kernel - 1) : Unrolled(0, 0, 0);
        if (clipped)
        {
            return reversed
                ? Looped("(sliceTaps.End - 1)", "(rowTaps.End - 1)", "(columnTaps.End - 1)")
                : Looped("sliceTaps.First", "rowTaps.First", "columnTaps.First");
        }
        return reversed ? Looped(Text(Depth.Kernel - 1), Text(Height.Kernel - 1), Text(Width.Kernel - 1)) : Looped("0", "0", "0");
    }

    /// <summary>Prints something for each tap.</summary>
    public void Each(Action<TapText> print, bool reversed = false)
    {
        switch (_unroll)
        {
            case WindowUnroll.Whole:
                foreach (int slice in Order(Depth.Kernel, reversed))
                {
                    foreach (int row in Order(Height.Kernel, reversed))
                        PrintColumns(column => Unrolled(slice, row, column), print, reversed);
                }
                break;

            case WindowUnroll.Columns:
                using (SliceLoop(reversed))
                using (Loop("tapRow", "rowTaps", Height, reversed))
                {
                    string slices = Depth.Kernel > 1 ? " + tapSlice * sliceStep" : "";
                    writer.Line(Height.Kernel > 1 ? $"nint row = corner{slices} + tapRow * rowStep;" : $"nint row = corner{slices};");
                    PrintColumns(
                        column => new($"tap{column}", Address("row", column), $"{TapRow("tapSlice", "tapRow")} * {Width.Kernel} + {column}", IsLooped: true),
                        print,
                        reversed);
                }
                break;

            default:
                using (SliceLoop(reversed))
                using (Loop("tapRow", "rowTaps", Height, reversed))
                using (Loop("tapColumn", "columnTaps", Width, reversed))
                {
                    print(Looped("tapSlice", "tapRow", "tapColumn"));
                }
                break;
        }
    }

    private IDisposable? SliceLoop(bool reversed) => spec.HasDepth ? Loop("tapSlice", "sliceTaps", Depth, reversed) : null;

    private IDisposable Loop(string name, string taps, AxisSpec axis, bool reversed) =>
        writer.Block(LoopHeader(name, clipped ? $"{taps}.First" : "0", clipped ? $"{taps}.End" : Text(axis.Kernel), reversed));

    private void PrintColumns(Func<int, TapText> tap, Action<TapText> print, bool reversed)
    {
        foreach (int column in Order(Width.Kernel, reversed))
            print(tap(column));
    }

    private bool IsWide => spec.Axes.Any(axis => axis.Kernel > 10);

    /// <summary>The local that says where a row of a written-out window begins.</summary>
    private string Row(int slice, int row) => spec.HasDepth ? $"row{slice}{(IsWide ? "_" : "")}{row}" : $"row{row}";

    private TapText Unrolled(int slice, int row, int column) => new(
        Row(slice, row).Replace("row", "tap") + (IsWide ? "_" : "") + column,
        Address(Row(slice, row), column),
        Text((slice * Height.Kernel + row) * Width.Kernel + column),
        IsLooped: false);

    /// <summary>The number of a row in its window.</summary>
    private string TapRow(string slice, string row) => spec.HasDepth && slice != "0" ? $"({slice} * {Height.Kernel} + {row})" : row;

    private TapText Looped(string slice, string row, string column)
    {
        string slices = Depth.Kernel > 1 && slice != "0" ? $" + {slice} * sliceStep" : "";
        string rows = Height.Kernel > 1 && row != "0" ? $" + {row} * rowStep" : "";
        string columns = Width.Kernel == 1 || column == "0" ? ""
            : spec.Layout == TensorLayout.ChannelsLast ? $" + {column} * columnStep"
            : Width.Dilation == 1 ? $" + {column}" : $" + {column} * {Width.Dilation}";
        return new("tap", $"corner{slices}{rows}{columns}", TapRow(slice, row) == "0" && column == "0" ? "0" : $"{TapRow(slice, row)} * {Width.Kernel} + {column}", IsLooped: true);
    }

    private string Address(string row, int column)
    {
        if (column == 0)
            return row;
        if (spec.Layout == TensorLayout.ChannelsFirst)
            return $"{row} + {Text(column * Width.Dilation)}";
        return column == 1 ? $"{row} + columnStep" : $"{row} + {Text(column)} * columnStep";
    }

    private static string LoopHeader(string name, string begin, string end, bool reversed) => reversed
        ? $"for (int {name} = {end} - 1; {name} >= {begin}; {name}--)"
        : $"for (int {name} = {begin}; {name} < {end}; {name}++)";

    private static IEnumerable<int> Order(int count, bool reversed) => reversed ? Enumerable.Range(0, count).Reverse() : Enumerable.Range(0, count);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
