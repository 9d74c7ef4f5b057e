using PoolGen.Benchmarks.Cases;
using PoolGen.Benchmarks.Measuring;

namespace PoolGen.Benchmarks.Contenders;

/// <summary>
/// The plain loop in both layouts. It keeps nothing for its backward pass: its training forward pass is the other one, and not timed again.
/// </summary>
internal sealed class PlainLoopContender : Contender
{
    public override string Name => "plain loop";

    public override IEnumerable<Entry> Enter(Tensors tensors)
    {
        foreach (Layout layout in (Layout[])[Layout.Nchw, Layout.Nhwc])
        {
            var loop = new PlainLoop(tensors.Case, layout);
            NativeBuffer<float> input = tensors.Input(layout), output = tensors.Output(layout);
            NativeBuffer<float> outputGradient = tensors.OutputGradient(layout), inputGradient = tensors.InputGradient(layout);

            yield return Entry(Direction.Forward, Forward);
            yield return Entry(Direction.Backward, Backward);
            yield return Entry(Direction.Step, () =>
            {
                Forward();
                Backward();
            });

            void Forward() => loop.Forward(input.Span, output.Span);

            void Backward() => loop.Backward(input.Span, outputGradient.Span, inputGradient.Span);

            Entry Entry(Direction direction, Action pass) => new(
                Name, Role.PlainLoop, layout, direction, repeat => Repeat(pass, repeat), Results.Of(tensors, layout, direction));
        }
    }

    private static void Repeat(Action pass, int repeat)
    {
        for (; repeat > 0; repeat--)
            pass();
    }
}
