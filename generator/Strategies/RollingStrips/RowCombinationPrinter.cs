using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.RollingStrips;

/// <summary>Prints the combination of a row's neighbouring columns: inside the row, and at its ends, where columns beyond it are shifted in.</summary>
internal sealed class RowCombinationPrinter(CodeWriter writer, KernelPlan kernel, RollingStripsPlan plan, SweepText text)
{
    public void Print()
    {
        writer.Line("\n/// <summary>The columns of a window combined, for one row and a vector of windows; the first window begins at <paramref name=\"start\"/>.</summary>");
        string share = text.ScalesRows ? ", TVector rowShare" : "";
        using (KernelFrame.InlinedMethod(writer, kernel.Spec.Element, $"private static TVector CombineRow<TLanes, TVector{text.Values}>(ref {text.Element} row, nint start{share})"))
        {
            string[] taps = [.. plan.Order(0, plan.Width.Kernel).Select(tap => Load(tap, scaled: false))];
            PrintReturn(writer, kernel, text, taps, text.ScalesRows ? $"TLanes.Multiply(rowShare, TLanes.Broadcast({text.Reciprocal(plan.Width.Kernel)}))" : null);
        }
        if (!plan.HasEnds)
            return;
        if (plan.ChecksForNaN)
            PrintMargin();
        PrintEnd("CombineStart", "TStart", "first", plan.Width.Lead, plan.Width.Kernel, plan.Width.Lead, shifted => $"TLanes.ShiftIn({text.Identity}, {shifted})", plan.Width.Lead);
        PrintEnd("CombineEnd", "TEnd", "last", 0, plan.Width.Kernel - plan.Width.Trail, plan.Width.Kernel - 1 - plan.Width.Trail, shifted => $"TLanes.ShiftOut({shifted}, {text.Identity})", plan.Width.Trail);
    }

    /// <summary>For a plane's sum: the columns of a row beside those of a group of strips, as an expression; null where there are none.</summary>
    public static string? Margin(RollingStripsPlan plan, string row, string last) =>
        plan.HasEnds ? $"Margin<TLanes, TVector, TStart, TEnd>(ref {row}, columnA, {last})"
        : plan.LeavesLastColumns ? $"TLanes.Load(ref {row}, {last}{Text.Signed(plan.LastTap)})"
        : null;

    private void PrintMargin()
    {
        (int lead, int lastTap) = (plan.Width.Lead, plan.Width.Kernel - 1);
        writer.Line("\n/// <summary>The columns of a row that windows of a group of strips hold beside those that begin there.</summary>");
        using (KernelFrame.InlinedMethod(
            writer, kernel.Spec.Element, $"private static TVector Margin<TLanes, TVector, TStart, TEnd>(ref {text.Element} row, nint first, nint last)"))
        {
            writer.Line($"var margin = {(plan.LeavesLastColumns ? $"TLanes.Load(ref row, last{Text.Signed(plan.LastTap - lead)})" : "TLanes.Zero")};");
            if (lead > 0)
                PrintIfInside("TStart", $"first{Text.Signed(-lead)}");
            if (lastTap > Math.Max(lead, plan.LastTap))
                PrintIfInside("TEnd", $"last{Text.Signed(lastTap - lead)}");
            writer.Line("return margin;");
        }
    }

    private void PrintIfInside(string type, string column)
    {
        using (writer.Indented($"if (typeof({type}) == typeof(Rt::Inside))"))
            writer.Line($"margin = TLanes.Add(margin, TLanes.Load(ref row, {column}));");
    }

    private void PrintEnd(string name, string type, string which, int from, int to, int edge, Func<string, string> shift, int shifts)
    {
        writer.Line($"\n/// <summary>The same for the {which} windows of a row, if they are: columns beyond its end take no part.</summary>");
        string shares = text.ScalesRows ? $", ref {text.Element} columnShares, TVector rowShare" : "";
        using (KernelFrame.InlinedMethod(
            writer, kernel.Spec.Element, $"private static TVector {name}<TLanes, TVector, {type}{text.Values}>(ref {text.Element} row, nint start{shares})"))
        {
            using (writer.Indented($"if (typeof({type}) == typeof(Rt::Inside))"))
                writer.Line($"return CombineRow<TLanes, TVector{text.Values}>(ref row, start{(text.ScalesRows ? ", rowShare" : "")});");
            int[] taps = [.. plan.Order(from, to)];
            int before = plan.ChecksForNaN ? taps.Length - 1 : taps.Length; // those that are shifted come before the last
            for (int tap = 0; tap < shifts; tap++)
                writer.Line($"var {Shifted(tap)} = {shift(tap == 0 ? Load(edge, text.ScalesRows) : Shifted(tap - 1))};");
            PrintReturn(
                writer,
                kernel,
                text,
                [
                    .. taps.Take(before).Select(tap => Load(tap, text.ScalesRows)),
                    .. Enumerable.Range(0, shifts).Select(Shifted),
                    .. taps.Skip(before).Select(tap => Load(tap, text.ScalesRows)),
                ],
                text.ScalesRows ? "rowShare" : null);
        }
    }

    private static string Shifted(int number) => $"shifted{number + 1}";

    /// <summary>The values combined one after the other, times a share if there is one: a method's result.</summary>
    public static void PrintReturn(CodeWriter writer, KernelPlan kernel, SweepText text, string[] values, string? share)
    {
        string noun = kernel.Reduction.Noun, result = values[0];
        for (int value = 1; value < values.Length; value++)
        {
            if (value > 1)
                writer.Line($"{(value == 2 ? "var " : "")}{noun} = {result};");
            result = text.Combine(value == 1 ? result : noun, values[value]);
        }
        writer.Line($"return {(share is null ? result : $"TLanes.Multiply({result}, {share})")};");
    }

    private static string Load(int tap, bool scaled)
    {
        string at = $"start{Text.Signed(tap)}";
        string value = $"TLanes.Load(ref row, {at})";
        return scaled ? $"TLanes.Multiply({value}, TLanes.Load(ref columnShares, {at}))" : value;
    }
}
