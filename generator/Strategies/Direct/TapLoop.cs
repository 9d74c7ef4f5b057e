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

    private AxisSpec Height => spec.Axes[0];

    private AxisSpec Width => spec.Axes[1];

    /// <summary>Whether only some taps lie inside the input.</summary>
    public bool IsClipped => clipped;

    /// <summary>Whether taps are visited by loops.</summary>
    public bool IsLooped => _unroll != WindowUnroll.Whole;

    /// <summary>Where each row of a written-out window begins.</summary>
    public void PrintRowLocals()
    {
        if (IsLooped)
            return;
        writer.Line("nint row0 = corner;");
        for (int row = 1; row < Height.Kernel; row++)
            writer.Line($"nint row{row} = row{row - 1} + rowStep;");
    }

    /// <summary>The tap that a walk visits first.</summary>
    public TapText Start(bool reversed)
    {
        if (!IsLooped)
            return reversed ? Unrolled(Height.Kernel - 1, Width.Kernel - 1) : Unrolled(0, 0);
        if (clipped)
            return reversed ? Looped("(rowTaps.End - 1)", "(columnTaps.End - 1)") : Looped("rowTaps.First", "columnTaps.First");
        return reversed ? Looped(Text(Height.Kernel - 1), Text(Width.Kernel - 1)) : Looped("0", "0");
    }

    /// <summary>Prints something for each tap.</summary>
    public void Each(Action<TapText> print, bool reversed = false)
    {
        switch (_unroll)
        {
            case WindowUnroll.Whole:
                foreach (int row in Order(Height.Kernel, reversed))
                    PrintColumns(column => Unrolled(row, column), print, reversed);
                break;

            case WindowUnroll.Columns:
                using (writer.Block(LoopHeader("tapRow", "0", Text(Height.Kernel), reversed)))
                {
                    writer.Line(Height.Kernel > 1 ? "nint row = corner + tapRow * rowStep;" : "nint row = corner;");
                    PrintColumns(
                        column => new($"tap{column}", Address("row", column), $"tapRow * {Width.Kernel} + {column}", IsLooped: true),
                        print,
                        reversed);
                }
                break;

            default:
                using (writer.Block(LoopHeader("tapRow", clipped ? "rowTaps.First" : "0", clipped ? "rowTaps.End" : Text(Height.Kernel), reversed)))
                using (writer.Block(LoopHeader("tapColumn", clipped ? "columnTaps.First" : "0", clipped ? "columnTaps.End" : Text(Width.Kernel), reversed)))
                {
                    print(Looped("tapRow", "tapColumn"));
                }
                break;
        }
    }

    private void PrintColumns(Func<int, TapText> tap, Action<TapText> print, bool reversed)
    {
        foreach (int column in Order(Width.Kernel, reversed))
            print(tap(column));
    }

    private TapText Unrolled(int row, int column) =>
        new($"tap{row}{(Width.Kernel > 10 || Height.Kernel > 10 ? "_" : "")}{column}", Address($"row{row}", column), Text(row * Width.Kernel + column), IsLooped: false);

    private TapText Looped(string row, string column)
    {
        string rows = Height.Kernel > 1 && row != "0" ? $" + {row} * rowStep" : "";
        string columns = Width.Kernel == 1 || column == "0" ? ""
            : spec.Layout == TensorLayout.ChannelsLast ? $" + {column} * columnStep"
            : Width.Dilation == 1 ? $" + {column}" : $" + {column} * {Width.Dilation}";
        return new("tap", $"corner{rows}{columns}", row == "0" && column == "0" ? "0" : $"{row} * {Width.Kernel} + {column}", IsLooped: true);
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
