#if TORCH
using System.Runtime.InteropServices;
using TorchSharp;
#endif

namespace PoolGen.Peers;

/// <summary>libtorch on this machine. It is part of a build on request only: <c>-p:WithTorch=true</c>, or WithTorch=true in the environment.</summary>
public static class TorchLibrary
{
    private static readonly Lazy<PeerStatus> s_status = new(Find);

    public static PeerStatus Status => s_status.Value;

#if TORCH
    private static string NativeFile =>
        OperatingSystem.IsWindows() ? "LibTorchSharp.dll" : OperatingSystem.IsMacOS() ? "libLibTorchSharp.dylib" : "libLibTorchSharp.so";

    private static PeerStatus Find() => PeerStatus.Of(() =>
    {
        // Where its native part does not load, TorchSharp does not say why.
        NativeLibrary.Load(Path.Combine(AppContext.BaseDirectory, NativeFile));
        torch.set_num_threads(1);
        return torch.__version__;
    });
#else
    private static PeerStatus Find() => new(null, "built without it (-p:WithTorch=true)");
#endif
}
