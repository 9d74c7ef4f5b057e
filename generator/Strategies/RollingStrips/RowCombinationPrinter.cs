using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.RollingStrips;

/// <summary>Prints the combination of a row's neighbouring columns: inside the row, and at its ends, where columns beyond it are shifted in.</summary>
internal sealed class RowCombinationPrinter(CodeWriter writer, KernelPlan kernel, RollingStripsPlan plan, SweepText text)
{
    private string Noun => kernel.Reduction.Noun;

    public void Print()
    {
        writer.Line("\n/// <summary>The columns of a window combined, for one row and a vector of windows; the first window begins at <paramref name=\"start\"/>.</summary>");
        string share = text.ScalesRows ? ", TVector rowShare" : "";
        using (KernelFrame.InlinedMethod(writer, kernel.Spec.Element, $"private static TVector CombineRow<TLanes, TVector>(ref {text.Element} row, nint start{share})"))
        {
            PrintTaps(0, plan.Width.Kernel, scaled: false);
            writer.Line(text.ScalesRows
                ? $"return TLanes.Multiply({Noun}, TLanes.Multiply(rowShare, TLanes.Broadcast({text.Reciprocal(plan.Width.Kernel)})));"
                : $"return {Noun};");
        }
        if (!plan.HasEnds)
            return;
        PrintEnd("CombineStart", "TStart", "first", plan.Width.Lead, plan.Width.Kernel, plan.Width.Lead, "ShiftIn(identity, shifted)", plan.Width.Lead);
        PrintEnd("CombineEnd", "TEnd", "last", 0, plan.Width.Kernel - plan.Width.Trail, plan.Width.Kernel - 1 - plan.Width.Trail, "ShiftOut(shifted, identity)", plan.Width.Trail);
    }

    private void PrintEnd(string name, string type, string which, int from, int to, int edge, string shift, int shifts)
    {
        writer.Line($"\n/// <summary>The same for the {which} windows of a row, if they are: columns beyond its end take no part.</summary>");
        string shares = text.ScalesRows ? $", ref {text.Element} columnShares, TVector rowShare" : "";
        using (KernelFrame.InlinedMethod(
            writer, kernel.Spec.Element, $"private static TVector {name}<TLanes, TVector, {type}>(ref {text.Element} row, nint start{shares})"))
        {
            using (writer.Indented($"if (typeof({type}) == typeof(Rt::Inside))"))
                writer.Line($"return CombineRow<TLanes, TVector>(ref row, start{(text.ScalesRows ? ", rowShare" : "")});");
            writer.Line();
            PrintTaps(from, to, scaled: text.ScalesRows);
            if (shifts > 0)
                writer.Line($"var shifted = {Load(edge, text.ScalesRows)};");
            for (int tap = 0; tap < shifts; tap++)
            {
                writer.Line($"shifted = TLanes.{shift.Replace("identity", text.Identity)};");
                writer.Line($"{Noun} = {text.Combine(Noun, "shifted")};");
            }
            writer.Line(text.ScalesRows ? $"return TLanes.Multiply({Noun}, rowShare);" : $"return {Noun};");
        }
    }

    private void PrintTaps(int from, int to, bool scaled)
    {
        for (int tap = from; tap < to; tap++)
            writer.Line(tap == from ? $"var {Noun} = {Load(tap, scaled)};" : $"{Noun} = {text.Combine(Noun, Load(tap, scaled))};");
    }

    private static string Load(int tap, bool scaled)
    {
        string at = $"start{Text.Signed(tap)}";
        string value = $"TLanes.Load(ref row, {at})";
        return scaled ? $"TLanes.Multiply({value}, TLanes.Load(ref columnShares, {at}))" : value;
    }
}
