using PoolGen.Benchmarks.Cases;

namespace PoolGen.Benchmarks.Poolings;

/// <summary>The members of an annotated type as calls that can be held in a list, and what its attribute says.</summary>
internal abstract class PoolingCalls(PoolingAttribute attribute)
{
    public Window Window { get; } = WindowOf(attribute);

    public Layout Layout { get; } = attribute.Layout == TensorLayout.ChannelsLast ? Layout.Nhwc : Layout.Nchw;

    public TieRule Ties { get; } = attribute.Ties;

    /// <summary>Whether this is the variant that peers are compared with: their rule is <c>First</c>; means have no ties.</summary>
    public bool FollowsPeers => Window.Kind == PoolingKind.Average || Ties == TieRule.First;

    public abstract string Name { get; }

    /// <summary>The window that an attribute asks for.</summary>
    public static Window WindowOf(PoolingAttribute attribute) => new(
        attribute.Kind,
        attribute.Kernel,
        attribute.Stride == 0 ? attribute.Kernel : attribute.Stride,
        attribute.PaddingBegin?[0] ?? attribute.Padding,
        attribute.PaddingEnd?[0] ?? attribute.Padding,
        attribute.CountIncludePad);

    public abstract int WorkspaceLength(PoolingShape shape);

    /// <summary>Runs a direction <paramref name="repeat"/> times; the loop is in here so that the virtual call is not timed.</summary>
    public abstract void Run(Direction direction, int repeat, PoolingBuffers buffers);
}

/// <inheritdoc/>
internal sealed class PoolingCalls<TPooling>(PoolingAttribute attribute) : PoolingCalls(attribute)
    where TPooling : IPooling<float>
{
    public override string Name => typeof(TPooling).Name;

    public override int WorkspaceLength(PoolingShape shape) => TPooling.WorkspaceLength(shape);

    public override void Run(Direction direction, int repeat, PoolingBuffers buffers)
    {
        switch (direction)
        {
            case Direction.Forward:
                for (; repeat > 0; repeat--)
                    TPooling.Forward(buffers.Input, buffers.Output, buffers.Shape);
                break;
            case Direction.TrainingForward:
                for (; repeat > 0; repeat--)
                    ForwardTraining(buffers);
                break;
            case Direction.Backward:
                for (; repeat > 0; repeat--)
                    BackwardTraining(buffers);
                break;
            default:
                for (; repeat > 0; repeat--)
                {
                    ForwardTraining(buffers);
                    BackwardTraining(buffers);
                }
                break;
        }
    }

    private static void ForwardTraining(PoolingBuffers buffers) =>
        TPooling.ForwardTraining(buffers.Input, buffers.Output, buffers.Workspace, buffers.Shape);

    private static void BackwardTraining(PoolingBuffers buffers) =>
        TPooling.BackwardTraining(buffers.OutputGradient, buffers.Input, buffers.Workspace, buffers.InputGradient, buffers.Shape);
}
