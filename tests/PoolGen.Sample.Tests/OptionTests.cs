using PoolGen.Sample.CommandLine;

namespace PoolGen.Sample.Tests;

public sealed class OptionTests
{
    [Fact]
    public void Defaults_and_all_options_are_read()
    {
        Assert.Equal(new SampleOptions(), SampleOptions.Parse([]));
        Assert.True(new SampleOptions().Comparison);
        Assert.Equal(
            new SampleOptions { Data = "mnist", Epochs = 2, Seed = 5, Comparison = false },
            SampleOptions.Parse(["--data", "mnist", "--epochs", "2", "--seed=5", "--no-comparison"]));
        Assert.True(SampleOptions.Parse(["--help"]).ShowHelp);
    }

    [Fact]
    public void The_limits_themselves_are_accepted()
    {
        Assert.Equal(1, SampleOptions.Parse(["--epochs", "1"]).Epochs);
        Assert.Equal(1000, SampleOptions.Parse(["--epochs", "1000"]).Epochs);
        Assert.Equal(0, SampleOptions.Parse(["--seed", "0"]).Seed);
        Assert.Equal(int.MaxValue, SampleOptions.Parse(["--seed", "2147483647"]).Seed);
    }

    [Theory]
    [InlineData("--epoch 3", "Unknown option '--epoch'", "--epochs N")]
    [InlineData("mnist", "Unknown option 'mnist'", "--data DIR")]
    [InlineData("--epochs 0", "'0'", "1 to 1000")]
    [InlineData("--epochs 1001", "'1001'", "1 to 1000")]
    [InlineData("--epochs many", "'many'", "whole number")]
    [InlineData("--seed -1", "'-1'", "0 to 2147483647")]
    [InlineData("--seed 99999999999", "'99999999999'", "0 to 2147483647")]
    [InlineData("--epochs", "--epochs needs", "number")]
    [InlineData("--data --epochs 3", "--data needs", "folder")]
    [InlineData("--data=", "--data needs", "folder")]
    [InlineData("--no-comparison=yes", "--no-comparison takes no value", "'yes'")]
    public void Bad_arguments_are_named_with_the_cure(string commandLine, string what, string cure)
    {
        var error = Assert.Throws<OptionException>(() => SampleOptions.Parse(commandLine.Split(' ')));
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
        Assert.Contains(cure, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_help_names_every_option() =>
        Assert.All(
            ["--data", "--epochs", "--seed", "--no-comparison", "--help"],
            option => Assert.Contains(option, SampleOptions.Help, StringComparison.Ordinal));
}
