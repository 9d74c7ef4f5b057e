using PoolGen.Benchmarks.Cases;
using PoolGen.Benchmarks.Measuring;

namespace PoolGen.Benchmarks.Contenders;

/// <summary>
/// A copy of half the bytes that a pass touches, which reads and writes as much as the pass must; a step is two passes. Kernels that
/// stream past the cache, or read less than a byte for each that they write, can be faster.
/// </summary>
internal sealed class MemoryCopy : Contender
{
    public override string Name => "memory copy";

    public override IEnumerable<Entry> Enter(Tensors tensors)
    {
        Case problem = tensors.Case;
        bool shrinks = problem.Inputs >= problem.Outputs;
        NativeBuffer<float> from = shrinks ? tensors.Input(Layout.Nchw) : tensors.OutputGradient(Layout.Nchw);
        NativeBuffer<float> to = shrinks ? tensors.InputGradient(Layout.Nhwc) : tensors.Output(Layout.Nhwc);
        int length = (int)(problem.Bytes / (2 * sizeof(float)));
        foreach (Direction direction in Enum.GetValues<Direction>())
        {
            int passes = direction == Direction.Step ? 2 : 1;
            yield return new(Name, Role.Roof, Layout.Any, direction, Copy, Read: null);

            void Copy(int repeat)
            {
                for (repeat *= passes; repeat > 0; repeat--)
                    from.Span[..length].CopyTo(to.Span);
            }
        }
    }
}
