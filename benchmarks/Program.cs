using BenchmarkDotNet.Running;
using PoolGen.Benchmarks;
using PoolGen.Benchmarks.Cases;
using PoolGen.Benchmarks.Contenders;
using PoolGen.Benchmarks.SingleCases;

const string Usage = """
    dotnet run --project benchmarks -c Release -- COMMAND [OPTIONS]

    table        the cases of every algorithm's class, beside peers, a copy and the plain loop
    real         the same for shapes of real networks
                 --only REGEX   cases by name
                 --rounds N     samples of each figure (11)
                 --quick        5 rounds
                 --out FOLDER   where the table and the charts go (docs/performance)
    types        every element type beside float (--only chooses windows)
    generator    the generator's own cost (--out; --only chooses the types that are called)
    bdn          single cases under BenchmarkDotNet: bdn --inProcess --filter '*Nchw*"Forward"*"c1"*'
    """;

try
{
    return args switch
    {
        ["table", .. var options] => RatioCommand.Run("table", KernelCases.All, ContenderList.All, Options.Parse(options), Console.Out),
        ["real", .. var options] => RatioCommand.Run("real", NetworkCases.All, ContenderList.All, Options.Parse(options), Console.Out),
        ["types", .. var options] => TypesCommand.Run(TypesCommand.Shapes, Options.Parse(options), Console.Out),
        ["generator", .. var options] => GeneratorCommand.Run(Options.Parse(options)),
        ["bdn", .. var options] => RunBenchmarkDotNet(options),
        _ => Fail(Usage),
    };
}
catch (FormatException error)
{
    return Fail($"{error.Message}\n\n{Usage}");
}

static int Fail(string message)
{
    Console.Error.WriteLine(message);
    return 2;
}

static int RunBenchmarkDotNet(string[] options)
{
    BenchmarkSwitcher.FromTypes([typeof(KernelBenchmarks)]).Run(options);
    return 0;
}
