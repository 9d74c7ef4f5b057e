using System.Reflection;
using Microsoft.ML.OnnxRuntime;

namespace PoolGen.Peers;

/// <summary>ONNX Runtime on this machine.</summary>
public static class OnnxRuntimeLibrary
{
    private static readonly Lazy<PeerStatus> s_status = new(() => PeerStatus.Of(Load));

    public static PeerStatus Status => s_status.Value;

    /// <summary>A session of one thread over a model.</summary>
    /// <exception cref="OnnxRuntimeException">The model is refused.</exception>
    public static InferenceSession Open(byte[] model)
    {
        // What goes wrong comes as an exception too.
        using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
        return new InferenceSession(model, options);
    }

    private static string Load()
    {
        using var options = new SessionOptions();
        return typeof(InferenceSession).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
    }
}
