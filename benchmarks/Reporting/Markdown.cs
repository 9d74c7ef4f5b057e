using System.Globalization;
using System.Text;

namespace PoolGen.Benchmarks.Reporting;

/// <summary>Writes Markdown with <c>'\n'</c> and numbers of three digits.</summary>
internal sealed class Markdown
{
    private readonly StringBuilder _text = new();

    public Markdown Line(string line = "")
    {
        _text.Append(line).Append('\n');
        return this;
    }

    public Markdown Heading(int level, string title) => Line().Line($"{new string('#', level)} {title}").Line();

    public Markdown Table(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        Row(header);
        Row([.. header.Select(_ => "---")]);
        foreach (IReadOnlyList<string> row in rows)
            Row(row);
        return this;
    }

    public override string ToString() => _text.ToString().TrimStart('\n');

    /// <summary>Three digits; a dash where there is nothing.</summary>
    public static string Number(double? value) => value switch
    {
        null => "-",
        >= 100 => Text($"{value:0}"),
        >= 10 => Text($"{value:0.0}"),
        >= 1 => Text($"{value:0.00}"),
        _ => Text($"{value:0.000}"),
    };

    /// <summary>A ratio, of which two digits behind the point are more than measurements give.</summary>
    public static string Ratio(double? value) => value is null ? "-" : value >= 10 ? Text($"{value:0.0}") : Text($"{value:0.00}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private void Row(IEnumerable<string> cells) => Line($"| {string.Join(" | ", cells)} |");
}
