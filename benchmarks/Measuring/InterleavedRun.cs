using System.Diagnostics;
using PoolGen.Benchmarks.Contenders;

namespace PoolGen.Benchmarks.Measuring;

/// <summary>
/// Times entries in rounds of short batches, one after the other and backwards in every second round: what disturbs the machine for a
/// moment disturbs all alike, and ratios of medians hold where microseconds do not.
/// </summary>
internal sealed class InterleavedRun(RunSettings settings)
{
    // Tiered compilation replaces a method in the background once it was called 30 times and nothing new was compiled for 100 ms, and
    // once more where the first replacement only gathers a profile.
    private const int WarmUpCalls = 35;
    private static readonly TimeSpan s_longestWarmUp = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan s_tieringPause = TimeSpan.FromMilliseconds(120);

    // Three samples are enough of what is far behind.
    private const int RoundsOfSlow = 3;
    private const double SlowMicroseconds = 10_000;
    private const double SlowRatio = 10;

    /// <summary>Runs all entries of a case past the JIT's first tiers.</summary>
    public void WarmUp(IReadOnlyList<Entry> entries)
    {
        for (int pass = 0; pass < settings.WarmUpPasses; pass++)
        {
            foreach (Entry entry in entries)
            {
                var clock = Stopwatch.StartNew();
                for (int call = 0; call < WarmUpCalls && clock.Elapsed < s_longestWarmUp; call++)
                    entry.Run(1);
            }
            Thread.Sleep(s_tieringPause);
        }
    }

    /// <summary>Times the entries of one direction.</summary>
    public IReadOnlyList<Figure> Measure(IReadOnlyList<Entry> entries)
    {
        Sampler[] samplers = [.. entries.Select(entry => new Sampler(entry, settings.BatchMicroseconds))];
        double fastest = samplers.Min(sampler => sampler.Estimate);
        for (int round = 0; round < settings.Rounds; round++)
        {
            foreach (Sampler sampler in round % 2 == 0 ? samplers : samplers.Reverse())
            {
                bool slow = sampler.Estimate > SlowMicroseconds && sampler.Estimate > SlowRatio * fastest;
                if (round < RoundsOfSlow || !slow)
                    sampler.Take();
            }
        }
        return [.. samplers.Select(sampler => sampler.Figure())];
    }

    private sealed class Sampler
    {
        private readonly Entry _entry;
        private readonly int _batch;
        private readonly List<double> _samples = [];

        public Sampler(Entry entry, double batchMicroseconds)
        {
            _entry = entry;
            Estimate = double.MaxValue;
            double time = 0;
            for (int calls = 1; time < batchMicroseconds; calls = (int)Math.Clamp(batchMicroseconds / Estimate, calls + 1, calls * 10d))
            {
                time = Time(calls);
                Estimate = Math.Min(Estimate, time / calls);
            }
            _batch = Math.Max(1, (int)(batchMicroseconds / Estimate));
        }

        /// <summary>Microseconds of a call, roughly.</summary>
        public double Estimate { get; }

        public void Take()
        {
            if (_batch > 1)
                _entry.Run(1); // not timed: it brings the tensors back into the cache
            _samples.Add(Time(_batch) / _batch);
        }

        public Figure Figure()
        {
            _samples.Sort();
            double median = (_samples[(_samples.Count - 1) / 2] + _samples[_samples.Count / 2]) / 2;
            return new(_entry.Contender, _entry.Role, _entry.Layout, _entry.Direction, median, _samples[0]);
        }

        private double Time(int calls)
        {
            long start = Stopwatch.GetTimestamp();
            _entry.Run(calls);
            return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }
    }
}
