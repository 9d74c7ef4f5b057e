using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>Elements that are fetched from their indices, and zeros for empty windows. Each is written once, so that any part can be computed by itself.</summary>
internal static unsafe class PlaneGather
{
    /// <summary>Elements where channels come first.</summary>
    /// <param name="operands">The tensors.</param>
    /// <param name="geometry">Their shapes.</param>
    /// <param name="begin">The first element.</param>
    /// <param name="end">Behind the last element.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Elements<T>(in UnpoolingOperands<T> operands, in UnpoolingGeometry geometry, int begin, int end)
        where T : unmanaged
    {
        (int inputs, int outputs) = (geometry.InputPlane, geometry.OutputPlane);
        for (nint element = begin, stop; element < end; element = stop)
        {
            nint plane = element / inputs;
            stop = Math.Min(end, (plane + 1) * inputs);
            T* source = operands.Planes + plane * outputs;
            for (nint next = element; next < stop; next++)
                operands.Pooled[next] = Fetch(source, operands.Indices[next], 1, outputs, next, geometry);
        }
    }

    /// <summary>Pixels where channels come last.</summary>
    /// <param name="operands">The tensors.</param>
    /// <param name="geometry">Their shapes.</param>
    /// <param name="begin">The first pixel.</param>
    /// <param name="end">Behind the last pixel.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Pixels<T>(in UnpoolingOperands<T> operands, in UnpoolingGeometry geometry, int begin, int end)
        where T : unmanaged
    {
        (int inputs, int outputs, int channels) = (geometry.InputPlane, geometry.OutputPlane, geometry.Channels);
        for (nint pixel = begin; pixel < end; pixel++)
        {
            T* source = operands.Planes + pixel / inputs * outputs * channels;
            nint next = pixel * channels;
            for (nint channel = 0; channel < channels; channel++, next++)
                operands.Pooled[next] = Fetch(source + channel, operands.Indices[next], channels, outputs, next, geometry);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Fetch<T>(T* source, int index, nint distance, int outputs, nint position, in UnpoolingGeometry geometry)
        where T : unmanaged
    {
        // The usual case first.
        if ((uint)index < (uint)outputs)
            return source[index * distance];
        _ = PlaneIndex.IsNone(index, outputs, position, geometry.OutputShape);
        return default;
    }
}
