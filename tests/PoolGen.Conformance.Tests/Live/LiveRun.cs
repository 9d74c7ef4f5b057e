using System.Numerics;
using PoolGen.Testing;
using Xunit;

namespace PoolGen.Conformance.Tests;

/// <summary>Random configurations on another library, on PoolGen and on the oracle: all three agree, or the library is known to deviate.</summary>
internal static class LiveRun
{
    private const int FewestCases = 300;
    private const int FewestOfEachFeature = 5;
    private const int MostDraws = 20_000;

    /// <summary>Compares random cases.</summary>
    public static void CheckCases<TCase>(LivePeer<TCase> peer)
        where TCase : LiveCase
    {
        SkipWhereMissing(peer);
        TCase[] cases = Draw(peer);
        var failures = new Failures();
        var answers = new List<ConformanceCase>();
        foreach (TCase test in cases)
            failures.Try($"{peer.Name}: {test}, {TestSeed.Description}", () => answers.Add(Ask(peer, test)));
        ConformanceRunner.RunOutputs(answers, failures);
        failures.Check(cases.Length);
    }

    /// <summary>A known deviation is what its entry says.</summary>
    public static void CheckDeviation<TCase>(LivePeer<TCase> peer, Deviation<TCase> deviation)
        where TCase : LiveCase
    {
        SkipWhereMissing(peer);
        Assert.True(deviation.Applies(deviation.Witness), $"'{deviation.Name}' does not apply to its own witness.");
        Exception? error = Record.Exception(() => ConformanceRunner.CheckReference(Ask(peer, deviation.Witness)));
        Assert.False(
            error is null,
            $"{peer.Name} {peer.Status.Version} no longer deviates ({deviation.Name}): take the entry off the list, so that these cases are compared. {deviation.Witness}");
        TestContext.Current.TestOutputHelper?.WriteLine(error.Message);
        Assert.Equal(deviation.Kind, peer.IsRefusal(error) ? DeviationKind.Refuses : DeviationKind.Differs);
        if (deviation.Kind == DeviationKind.Differs)
            Assert.IsType<ComparisonException>(error);
    }

    private static void SkipWhereMissing<TCase>(LivePeer<TCase> peer)
        where TCase : LiveCase => Assert.SkipWhen(peer.Status.Missing is not null, $"{peer.Name} is not on this machine: {peer.Status.Missing}");

    /// <summary>Cases that no deviation applies to: as many as a run needs, then those of features that are still rare.</summary>
    private static TCase[] Draw<TCase>(LivePeer<TCase> peer)
        where TCase : LiveCase
    {
        var random = new Random(TestSeed.Value);
        var cases = new List<TCase>();
        var excluded = peer.Deviations.ToDictionary(deviation => deviation, _ => 0);
        var found = peer.Features.ToDictionary(feature => feature, _ => 0);
        for (int draws = 0; draws < MostDraws && (cases.Count < FewestCases || found.Values.Min() < FewestOfEachFeature); draws++)
        {
            TCase test = peer.Draw(random);
            if (peer.Deviations.FirstOrDefault(deviation => deviation.Applies(test)) is { } known)
            {
                excluded[known]++;
                continue;
            }
            LiveFeature<TCase>[] features = [.. peer.Features.Where(feature => feature.Has(test))];
            if (cases.Count >= FewestCases && features.All(feature => found[feature] >= FewestOfEachFeature))
                continue;
            cases.Add(test);
            foreach (LiveFeature<TCase> feature in features)
                found[feature]++;
        }

        ITestOutputHelper? output = TestContext.Current.TestOutputHelper;
        output?.WriteLine($"{peer.Name} {peer.Status.Version}: {cases.Count} cases compared, {TestSeed.Description}");
        foreach ((LiveFeature<TCase> feature, int count) in found)
            output?.WriteLine($"{count} with {feature.Name}");
        foreach ((Deviation<TCase> deviation, int count) in excluded)
            output?.WriteLine($"{count} not compared: {deviation.Name}. {deviation.Reason}");

        Assert.True(cases.Count >= FewestCases, $"Only {cases.Count} cases are left to compare.");
        foreach ((LiveFeature<TCase> feature, int count) in found)
            Assert.True(count >= FewestOfEachFeature, $"Only {count} of {MostDraws} cases have {feature.Name}: {TestSeed.Description}.");
        return [.. cases];
    }

    private static ConformanceCase Ask<TCase>(LivePeer<TCase> peer, TCase test)
        where TCase : LiveCase
    {
        var question = new Question<TCase>(peer, test);
        ElementDispatch.Run(test.Spec.ElementType, question);
        return question.Answer!;
    }

    /// <summary>Makes the tensors, asks the library, and puts what it computed into the configuration's layout.</summary>
    private sealed class Question<TCase>(LivePeer<TCase> peer, TCase test) : IElementTest
        where TCase : LiveCase
    {
        public ConformanceCase? Answer { get; private set; }

        public void Run<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            PoolingShape outputShape = new ReferencePooling(test.Spec, test.Shape).OutputShape;
            T[] input = DataMaker.Input<T>(test.Data, checked((int)test.Shape.ElementCount), test.Seed);
            T[] outputGradient = DataMaker.Gradient<T>(checked((int)outputShape.ElementCount), test.Seed + 1);
            PeerResult<T> result = peer.Run(test, input, outputGradient);
            long[] extents = Extents(outputShape);
            if (!extents.SequenceEqual(result.OutputExtents))
            {
                throw new ComparisonException(
                    $"{test}: the output's extents are {string.Join('x', extents)}; {peer.Name} gives {string.Join('x', result.OutputExtents)}.");
            }
            Answer = new ConformanceCase(
                $"{peer.Name}: {test}, {TestSeed.Description}",
                test.Spec,
                test.Shape,
                Numbers(input, test.Shape),
                Numbers(result.Output, outputShape),
                result.Indices is { } indices ? InLayout(indices, outputShape) : null,
                result.InputGradient is null ? null : Numbers(outputGradient, outputShape),
                result.InputGradient is { } gradient ? Numbers(gradient, test.Shape) : null);
        }

        private double[] Numbers<T>(T[] channelsFirst, PoolingShape shape)
            where T : INumber<T> => [.. InLayout(channelsFirst, shape).Select(double.CreateChecked)];

        private TElement[] InLayout<TElement>(TElement[] channelsFirst, PoolingShape shape) => test.Spec.Layout == TensorLayout.ChannelsLast
            ? Transposition.ToChannelsLast<TElement>(channelsFirst, shape)
            : channelsFirst;
    }

    /// <summary>Batch, channels, then as many extents as there are spatial axes.</summary>
    public static long[] Extents(PoolingShape shape) => shape.Rank switch
    {
        1 => [shape.Batch, shape.Channels, shape.Width],
        2 => [shape.Batch, shape.Channels, shape.Height, shape.Width],
        _ => [shape.Batch, shape.Channels, shape.Depth, shape.Height, shape.Width],
    };
}
