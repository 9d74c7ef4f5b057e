using Xunit;

namespace PoolGen.Conformance.Tests;

/// <summary>Collects what goes wrong in many cases, so that one run tells them all.</summary>
internal sealed class Failures
{
    private const int MostShown = 12;

    private readonly List<string> _messages = [];

    public void Try(string name, Action test)
    {
        try
        {
            test();
        }
        catch (Exception failure)
        {
            Add(name, failure);
        }
    }

    public void Add(string name, Exception failure)
    {
        lock (_messages)
            _messages.Add($"{name}: {failure.Message}");
    }

    public void Check(int cases)
    {
        Assert.True(cases > 0, "There was no case to test.");
        if (_messages.Count > 0)
            Assert.Fail($"{_messages.Count} failures in {cases} cases:\n\n{string.Join("\n\n", _messages.Take(MostShown))}");
    }
}
