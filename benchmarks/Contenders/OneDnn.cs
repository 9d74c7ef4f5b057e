using PoolGen.Benchmarks.Cases;
using PoolGen.Benchmarks.Measuring;

namespace PoolGen.Benchmarks.Contenders;

/// <summary>oneDNN in its two plain layouts and in the one of its own. It ignores NaN.</summary>
internal sealed class OneDnn : Contender
{
    public override string Name => "oneDNN";

    public override string? Version => Missing is null ? OneDnnLibrary.Version.ToString() : null;

    public override string? Missing => OneDnnLibrary.Missing;

    public override IEnumerable<Entry> Enter(Tensors tensors)
    {
        foreach (Layout layout in (Layout[])[Layout.Nchw, Layout.Nhwc, Layout.Nchw16c])
        {
            OneDnnPooling pooling = tensors.Own(new OneDnnPooling(tensors, layout));
            foreach (Direction direction in Enum.GetValues<Direction>())
            {
                yield return new(
                    Name, Role.Peer, layout, direction,
                    repeat => pooling.Run(direction, repeat),
                    target => pooling.Read(direction, target));
            }
        }
    }
}
