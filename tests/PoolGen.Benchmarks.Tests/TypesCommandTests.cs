using System.Text.RegularExpressions;
using PoolGen.Benchmarks.Cases;
using PoolGen.Benchmarks.ElementTypes;
using PoolGen.Benchmarks.Measuring;

namespace PoolGen.Benchmarks.Tests;

/// <summary>The command on the smallest planes, with hardly any samples: what it compares and writes, not how fast anything is.</summary>
public sealed class TypesCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("poolgen-benchmarks-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_window_and_direction_has_a_row_with_every_type()
    {
        using var log = new StringWriter();
        Assert.Equal(0, TypesCommand.Run([new(1, 2, 9, 11)], Settings(""), log));

        string report = File.ReadAllText(Path.Combine(_folder, "types.md"));
        string[] rows = [.. report.Split('\n').Where(line => line.Contains("1x2x9x11", StringComparison.Ordinal))];
        Assert.Equal(3 * TypedPoolings.Windows.Count, rows.Length);
        Assert.All(rows, row => Assert.Matches(@"^\| (max|avg) [^|]+ \| 1x2x9x11 \|( [0-9.]+ \|){7}$", row));
        Assert.Contains("| window | input | float, us | double | Half | sbyte | byte | short | int |", report, StringComparison.Ordinal);
    }

    [Fact]
    public void No_window_is_an_error_that_names_those_there_are()
    {
        using var log = new StringWriter();
        Assert.Equal(1, TypesCommand.Run([new(1, 1, 4, 4)], Settings("lp"), log));
        Assert.Contains("max 2/2/0", $"{log}", StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void Every_window_is_declared_for_every_type() => Assert.All(
        TypedPoolings.Windows,
        window =>
        {
            IReadOnlyList<TypedPooling> poolings = TypedPoolings.For(window, new(1, 1, 6, 6));
            Assert.Equal(TypedPoolings.Elements, poolings.Select(pooling => pooling.Element));
            foreach (TypedPooling pooling in poolings)
                pooling.Dispose();
        });

    [Theory]
    [InlineData(PoolingKind.Max, typeof(byte), 7, 7, true)]
    [InlineData(PoolingKind.Max, typeof(byte), 7, 8, false)]
    [InlineData(PoolingKind.Average, typeof(byte), 7.4, 7, true)] // rounded
    [InlineData(PoolingKind.Average, typeof(byte), 7.4, 8, false)]
    [InlineData(PoolingKind.Average, typeof(double), 7.4, 7.401, false)]
    [InlineData(PoolingKind.Average, typeof(double), 7.4, double.NaN, false)]
    public void A_type_that_computes_something_else_is_an_error_that_names_it(PoolingKind kind, Type element, double expected, double result, bool right)
    {
        var window = new Window(kind, 2, 2, 0, 0);
        TypedPooling[] poolings = [new Computed(typeof(float), window, expected), new Computed(element, window, result)];
        if (right)
            TypeComparison.Compare(poolings, Direction.Forward);
        else
            Assert.Contains($"of {element.Name} over", Assert.Throws<InvalidOperationException>(() => TypeComparison.Compare(poolings, Direction.Forward)).Message, StringComparison.Ordinal);
    }

    private sealed class Computed(Type element, Window window, double result) : TypedPooling(element, window, new(1, 1, 2, 2))
    {
        public override void Run(Direction direction, int repeat)
        {
        }

        public override double[] Read(Direction direction) => [1, result];

        public override void Dispose()
        {
        }
    }

    private Options Settings(string only) =>
        new() { Only = new Regex(only), Folder = _folder, Settings = new RunSettings(Rounds: 1, BatchMicroseconds: 1, WarmUpPasses: 0) };
}
