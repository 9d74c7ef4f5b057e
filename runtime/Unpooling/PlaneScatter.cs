using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>
/// Elements on their way to their indices. Planes are cleared as far as indices have come: those of a pooling run along the plane,
/// so that what is cleared is still in the first-level cache when it is written. One comparison tells an index that is to be written at once
/// from what is rare: one behind what is cleared, an empty window, and one outside of the plane.
/// </summary>
internal static unsafe class PlaneScatter
{
    // What is cleared at once: a part of the first-level cache.
    private const int ClearedBytes = 8192;

    /// <summary>A plane where channels come first. Elements are written in order: of one index, the last is kept.</summary>
    /// <param name="operands">The tensors.</param>
    /// <param name="geometry">Their shapes.</param>
    /// <param name="plane">The plane's number.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Plane<T>(in UnpoolingOperands<T> operands, in UnpoolingGeometry geometry, int plane)
        where T : unmanaged
    {
        (int inputs, int outputs) = (geometry.InputPlane, geometry.OutputPlane);
        nint first = plane * (nint)inputs;
        T* input = operands.Pooled + first;
        int* indices = operands.Indices + first;
        T* output = operands.Planes + plane * (nint)outputs;
        uint cleared = 0;
        for (nint element = 0; element < inputs; element++)
        {
            // Read once: whoever writes it meanwhile changes nothing that has been checked.
            uint index = (uint)indices[element];
            if (index >= cleared)
            {
                if (PlaneIndex.IsNone((int)index, outputs, first + element, geometry.OutputShape))
                    continue;
                uint end = Math.Min((uint)outputs, index + (uint)(ClearedBytes / sizeof(T)));
                new Span<T>(output + cleared, (int)(end - cleared)).Clear();
                cleared = end;
            }
            output[index] = input[element];
        }
        new Span<T>(output + cleared, (int)((uint)outputs - cleared)).Clear();
    }

    /// <summary>Some channels of a sample where channels come last. Pixels are taken in order: of one index, the last is kept.</summary>
    /// <param name="operands">The tensors.</param>
    /// <param name="geometry">Their shapes.</param>
    /// <param name="sample">The sample's number.</param>
    /// <param name="begin">The first channel.</param>
    /// <param name="end">Behind the last channel.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Pixels<T>(in UnpoolingOperands<T> operands, in UnpoolingGeometry geometry, int sample, int begin, int end)
        where T : unmanaged
    {
        (int inputs, int outputs, int channels) = (geometry.InputPlane, geometry.OutputPlane, geometry.Channels);
        nint first = sample * (nint)inputs * channels;
        T* input = operands.Pooled + first;
        int* indices = operands.Indices + first;
        T* output = operands.Planes + sample * (nint)outputs * channels;
        uint atOnce = (uint)Math.Max(1, ClearedBytes / sizeof(T) / (end - begin));
        uint cleared = 0;
        for (nint pixel = 0; pixel < inputs; pixel++)
        {
            for (nint channel = begin; channel < end; channel++)
            {
                nint element = pixel * channels + channel;
                uint index = (uint)indices[element];
                if (index >= cleared)
                {
                    if (PlaneIndex.IsNone((int)index, outputs, first + element, geometry.OutputShape))
                        continue;
                    uint next = Math.Min((uint)outputs, index + atOnce);
                    Clear(output, cleared, next, channels, begin, end);
                    cleared = next;
                }
                output[(nint)index * channels + channel] = input[element];
            }
        }
        Clear(output, cleared, (uint)outputs, channels, begin, end);
    }

    private static void Clear<T>(T* pixels, uint from, uint to, int channels, int begin, int end)
        where T : unmanaged
    {
        if (end - begin == channels)
        {
            new Span<T>(pixels + (nint)from * channels, (int)(to - from) * channels).Clear();
            return;
        }
        for (nint pixel = (nint)from; pixel < (nint)to; pixel++)
            new Span<T>(pixels + pixel * channels + begin, end - begin).Clear();
    }
}
