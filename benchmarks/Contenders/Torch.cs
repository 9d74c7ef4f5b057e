using System.Runtime.InteropServices;
using PoolGen.Benchmarks.Cases;
using PoolGen.Benchmarks.Measuring;
using PoolGen.Peers;
using static TorchSharp.torch;

namespace PoolGen.Benchmarks.Contenders;

/// <summary>
/// libtorch, contiguous and channels_last. Part of the build on request only (<c>-p:WithTorch=true</c>): <c>no_grad</c> is inference, a
/// leaf that requires its gradient is training.
/// </summary>
internal sealed class Torch : Contender
{
    public override string Name => "libtorch";

    public override string? Version => TorchLibrary.Status.Version;

    public override string? Missing => TorchLibrary.Status.Missing;

    public override IEnumerable<Entry> Enter(Tensors tensors)
    {
        Window window = tensors.Case.Window;
        if (window.Begin != window.End || 2 * window.Begin > window.Kernel)
            return []; // it has no such padding
        return new[] { Layout.Nchw, Layout.Nhwc }.SelectMany(layout => Enter(tensors, layout));
    }

    private IEnumerable<Entry> Enter(Tensors tensors, Layout layout)
    {
        Case problem = tensors.Case;
        Tensor x = tensors.Own(Wrap(tensors.Input(layout), layout, problem.Batch, problem.Channels, problem.Height, problem.Width));
        Tensor dz = tensors.Own(
            Wrap(tensors.OutputGradient(layout), layout, problem.Batch, problem.Channels, problem.OutputHeight, problem.OutputWidth));
        Tensor leaf = tensors.Own(x.detach().requires_grad_(true));
        Tensor kept = tensors.Own(Pool(problem.Window, leaf));

        Latest latest = tensors.Own(new Latest());

        yield return Entry(Direction.Forward, () =>
        {
            using var _ = no_grad();
            latest.Keep(Pool(problem.Window, x));
        });
        yield return Entry(Direction.TrainingForward, () => latest.Keep(Pool(problem.Window, leaf)));
        yield return Entry(Direction.Backward, () => latest.Keep(Gradient(kept, leaf, dz, keepGraph: true)));
        yield return Entry(Direction.Step, () =>
        {
            using Tensor z = Pool(problem.Window, leaf);
            latest.Keep(Gradient(z, leaf, dz, keepGraph: false));
        });

        Entry Entry(Direction direction, Action pass) =>
            new(Name, Role.Peer, layout, direction, repeat => Repeat(pass, repeat), latest.Read);
    }

    private static void Repeat(Action pass, int repeat)
    {
        for (; repeat > 0; repeat--)
            pass();
    }

    private static Tensor Pool(Window window, Tensor x)
    {
        long[] kernel = [window.Kernel, window.Kernel], stride = [window.Stride, window.Stride], padding = [window.Begin, window.Begin];
        return window.Kind == PoolingKind.Max
            ? nn.functional.max_pool2d(x, kernel, stride, padding, [1L, 1L], false)
            : nn.functional.avg_pool2d(x, kernel, stride, padding, false, window.CountsPadding);
    }

    private static Tensor Gradient(Tensor z, Tensor x, Tensor dz, bool keepGraph) =>
        autograd.grad([z], [x], [dz], retain_graph: keepGraph)[0];

    /// <summary>A copy in libtorch's memory; a channels_last tensor is an N,H,W,C tensor permuted.</summary>
    private static Tensor Wrap(NativeBuffer<float> buffer, Layout layout, int batch, int channels, int height, int width)
    {
        Tensor tensor = layout == Layout.Nchw ? empty(batch, channels, height, width) : empty(batch, height, width, channels);
        buffer.Span.CopyTo(MemoryMarshal.Cast<byte, float>(tensor.bytes));
        return layout == Layout.Nchw ? tensor : tensor.permute(0, 3, 1, 2);
    }

    /// <summary>The last result, until there is another.</summary>
    private sealed class Latest : IDisposable
    {
        private Tensor? _tensor;

        public void Keep(Tensor tensor)
        {
            _tensor?.Dispose();
            _tensor = tensor;
        }

        public void Read(Span<float> target)
        {
            using Tensor plain = _tensor!.detach().contiguous();
            MemoryMarshal.Cast<byte, float>(plain.bytes).CopyTo(target);
        }

        public void Dispose() => _tensor?.Dispose();
    }
}
