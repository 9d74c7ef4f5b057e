using System.Text;

namespace PoolGen.Generator.Emission;

/// <summary>Writes indented C# with <c>'\n'</c> at the end of every line, on every machine.</summary>
internal sealed class CodeWriter
{
    private const int IndentSize = 4;
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>A line, or several: each is indented to where the writer stands; empty lines stay empty.</summary>
    public void Line(string lines = "")
    {
        foreach (string line in lines.Split('\n'))
        {
            string trimmed = line.TrimEnd();
            if (trimmed.Length > 0)
                _text.Append(' ', _depth * IndentSize).Append(trimmed);
            _text.Append('\n');
        }
    }

    /// <summary>A header and, until the result is disposed, what stands between its braces.</summary>
    public IDisposable Block(string header)
    {
        Line(header);
        return Block();
    }

    /// <summary>Until the result is disposed, what stands between braces.</summary>
    public IDisposable Block()
    {
        Line("{");
        _depth++;
        return new Closing(this, "}");
    }

    /// <summary>A header and, until the result is disposed, what stands below it one step further in, without braces.</summary>
    public IDisposable Indented(string header)
    {
        Line(header);
        _depth++;
        return new Closing(this, null);
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private sealed class Closing(CodeWriter writer, string? end) : IDisposable
    {
        public void Dispose()
        {
            writer._depth--;
            if (end is not null)
                writer.Line(end);
        }
    }
}
