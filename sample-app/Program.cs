using PoolGen.Sample;
using PoolGen.Sample.CommandLine;
using Spectre.Console;

const int Success = 0;
const int Failure = 1;
const int BadUsage = 2;

try
{
    SampleOptions options = SampleOptions.Parse(args);
    if (options.ShowHelp)
    {
        Console.WriteLine(SampleOptions.Help);
        return Success;
    }

    new SampleRun(AnsiConsole.Console, options).Execute();
    return Success;
}
catch (OptionException error)
{
    Console.Error.WriteLine(error.Message);
    Console.Error.WriteLine("Run with --help for the options.");
    return BadUsage;
}
catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(error.Message);
    return Failure;
}
