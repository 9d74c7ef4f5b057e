namespace PoolGen.Kernels.Tests;

/// <summary>Counts the tasks that it is given: whether a call was divided among threads.</summary>
internal sealed class CountingScheduler : TaskScheduler
{
    private int _queued;

    public int Queued => _queued;

    protected override void QueueTask(Task task)
    {
        Interlocked.Increment(ref _queued);
        ThreadPool.QueueUserWorkItem(_ => TryExecuteTask(task));
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued)
    {
        Interlocked.Increment(ref _queued);
        return TryExecuteTask(task);
    }

    protected override IEnumerable<Task> GetScheduledTasks() => [];
}
