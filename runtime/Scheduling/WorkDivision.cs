using System.Runtime.ExceptionServices;

namespace PoolGen.Runtime;

/// <summary>Divides independent units of work among threads.</summary>
internal static class WorkDivision
{
    // Starting the pool's threads costs about 12 µs; below this many elements one thread has finished by then.
    private const long LeastParallelElements = 1 << 16;

    // More shares than threads: a thread that the operating system delays holds up a smaller share.
    private const int SharesPerThread = 4;

    /// <summary>How many shares the units are cut into: 1 for the calling thread alone, 0 where there is nothing to do.</summary>
    /// <param name="units">The units of work.</param>
    /// <param name="elements">The elements that all of them have together.</param>
    /// <param name="parallel">How to divide the work, or null for the calling thread.</param>
    /// <exception cref="OperationCanceledException">The options' token is cancelled already.</exception>
    public static int Shares(int units, long elements, ParallelOptions? parallel)
    {
        parallel?.CancellationToken.ThrowIfCancellationRequested();
        int most = MostShares(parallel);
        return most == 1 || units <= 1 || elements < LeastParallelElements ? Math.Min(units, 1) : Math.Min(units, most);
    }

    /// <summary>The most shares that it makes sense to cut work into, 1 for the calling thread alone.</summary>
    /// <param name="parallel">How to divide the work, or null for the calling thread.</param>
    public static int MostShares(ParallelOptions? parallel)
    {
        int threads = parallel?.MaxDegreeOfParallelism ?? 1;
        if (threads < 0)
            threads = Environment.ProcessorCount;
        return threads == 1 ? 1 : Math.Min(threads, int.MaxValue / SharesPerThread) * SharesPerThread;
    }

    /// <summary>Runs every share and waits for all of them. What goes wrong in one is thrown as itself.</summary>
    /// <param name="units">The units of work.</param>
    /// <param name="shares">How many shares, from <see cref="Shares"/>.</param>
    /// <param name="parallel">How to divide the work.</param>
    /// <param name="run">Computes the units from the first number to before the second.</param>
    public static void Run(int units, int shares, ParallelOptions parallel, Action<int, int> run)
    {
        try
        {
            Parallel.For(0, shares, parallel, share => run((int)((long)units * share / shares), (int)((long)units * (share + 1) / shares)));
        }
        catch (AggregateException failures)
        {
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }
    }
}
