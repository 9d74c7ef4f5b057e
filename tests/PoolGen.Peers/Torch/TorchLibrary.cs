#if TORCH
using TorchSharp;
#endif

namespace PoolGen.Peers;

/// <summary>libtorch on this machine. It is part of a build on request only: <c>-p:WithTorch=true</c>, or WithTorch=true in the environment.</summary>
public static class TorchLibrary
{
    private static readonly Lazy<PeerStatus> s_status = new(Find);

    public static PeerStatus Status => s_status.Value;

#if TORCH
    private static PeerStatus Find() => PeerStatus.Of(() =>
    {
        torch.set_num_threads(1);
        return torch.__version__;
    });
#else
    private static PeerStatus Find() => new(null, "built without it (-p:WithTorch=true)");
#endif
}
