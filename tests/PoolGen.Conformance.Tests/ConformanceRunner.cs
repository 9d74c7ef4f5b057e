using System.Numerics;
using PoolGen.Runtime;
using PoolGen.Testing;

namespace PoolGen.Conformance.Tests;

/// <summary>Runs cases of other libraries on compiled poolings, or on the oracle.</summary>
internal static class ConformanceRunner
{
    /// <summary>Every case on the pooling that is generated for it, in all members, at one accelerated lane width or another.</summary>
    public static void Run(IReadOnlyList<ConformanceCase> cases)
    {
        var failures = new Failures();
        Run(cases, failures, everyMember: true);
        failures.Check(cases.Count);
    }

    /// <summary>The same in what the library computed only, and on the oracle: all three agree.</summary>
    public static void RunOutputs(IReadOnlyList<ConformanceCase> cases, Failures failures)
    {
        foreach (ConformanceCase test in cases)
            failures.Try(test.Name, () => CheckReference(test));
        Run(cases, failures, everyMember: false);
    }

    /// <summary>Every case on the oracle: the two expectations are one.</summary>
    public static void RunReference(IReadOnlyList<ConformanceCase> cases)
    {
        var failures = new Failures();
        foreach (ConformanceCase test in cases)
            failures.Try(test.Name, () => CheckReference(test));
        failures.Check(cases.Count);
    }

    /// <summary>A case on the oracle.</summary>
    public static void CheckReference(ConformanceCase test) => ElementDispatch.Run(test.Spec.ElementType, new OnReference(test));

    private static void Run(IReadOnlyList<ConformanceCase> cases, Failures failures, bool everyMember)
    {
        var poolings = new CompiledPoolings(cases.Select(test => test.Spec));
        LaneWidth[] widths = [.. LaneSelection.Accelerated];
        foreach ((ConformanceCase test, int number) in cases.Select((test, number) => (test, number)))
        {
            LaneWidth width = widths[number % widths.Length];
            failures.Try(test.Name, () => LaneSelection.Force(width, () =>
                ElementDispatch.Run(test.Spec.ElementType, new OnPooling(poolings, test, $"lanes {width}", everyMember))));
        }
    }

    private sealed class OnPooling(CompiledPoolings poolings, ConformanceCase test, string where, bool everyMember) : IElementTest
    {
        public void Run<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            PoolingUnderTest<T> pooling = poolings.Bind<T>(test.Spec);
            var expectation = new ConformanceExpectation<T>(test);
            if (everyMember)
                Verify.AllMembers(pooling, expectation.Reference, where);
            expectation.Check(pooling, where);
        }
    }

    private sealed class OnReference(ConformanceCase test) : IElementTest
    {
        public void Run<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T> => new ConformanceExpectation<T>(test).CheckReference();
    }
}
