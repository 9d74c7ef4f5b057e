using PoolGen.Generator.Emission;

namespace PoolGen.Generator.Tests.Planning;

/// <summary>The writer that every printer prints with.</summary>
public sealed class CodeWriterTests
{
    [Fact]
    public void Blocks_indent_and_close()
    {
        var writer = new CodeWriter();
        using (writer.Block("class C"))
        {
            writer.Line("int x;\n\nint y;");
            using (writer.Indented("if (b)"))
                writer.Line("return;");
        }
        Assert.Equal("class C\n{\n    int x;\n\n    int y;\n    if (b)\n        return;\n}\n", writer.ToString());
    }
}
