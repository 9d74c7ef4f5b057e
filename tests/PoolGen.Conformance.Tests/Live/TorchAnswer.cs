using System.Numerics;
using System.Runtime.InteropServices;
using PoolGen.Testing;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace PoolGen.Conformance.Tests;

/// <summary>Calls of libtorch. One axis is a row of two, as in its own functions for one axis.</summary>
internal static class TorchAnswer
{
    public static PeerResult<T> Of<T>(TorchCase test, T[] input, T[] outputGradient)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        using IDisposable scope = NewDisposeScope();
        Tensor x = Tensor(input, Rows(LiveRun.Extents(test.Shape)));
        if (test.Gradient)
            x.requires_grad_(true);
        (Tensor z, Tensor? indices) = Pool(test.Spec, x);
        Tensor? dx = test.Gradient ? autograd.grad([z], [x], [Tensor(outputGradient, z.shape)])[0] : null;
        return new(
            test.Spec.Rank == 1 ? [z.shape[0], z.shape[1], z.shape[3]] : z.shape,
            Elements<T>(z),
            indices is null ? null : [.. Elements<long>(indices).Select(index => (int)index)],
            dx is null ? null : Elements<T>(dx));
    }

    private static (Tensor Output, Tensor? Indices) Pool(ReferenceSpec spec, Tensor x)
    {
        bool isVolume = spec.Rank == 3;
        if (spec.OutputSize is { } outputSize)
        {
            long[] size = PerAxis(outputSize, 1);
            return spec.HasWinners ? adaptive_max_pool2d_with_indices(x, size) : (adaptive_avg_pool2d(x, size), null);
        }
        long[] kernel = PerAxis(spec.Kernel, 1), stride = PerAxis(spec.Stride, 1), padding = PerAxis(spec.PadBegin, 0), dilation = PerAxis(spec.Dilation, 1);
        if (spec.HasWinners)
        {
            return isVolume
                ? max_pool3d_with_indices(x, kernel, stride, padding, dilation, spec.Ceil)
                : max_pool2d_with_indices(x, kernel, stride, padding, dilation, spec.Ceil);
        }
        if (spec.Kind == PoolingKind.Lp)
            return (lp_pool2d(x, spec.NormType, kernel, stride, spec.Ceil), null);
        long? divisor = spec.Kind == PoolingKind.Sum ? 1 : spec.DivisorOverride;
        return isVolume
            ? (avg_pool3d(x, kernel, stride, padding, spec.Ceil, spec.CountIncludePad, divisor), null)
            : (avg_pool2d(x, kernel, stride, padding, spec.Ceil, spec.CountIncludePad, divisor), null);
    }

    private static long[] PerAxis(int[] values, int ofTheRow) => values.Length == 1 ? [ofTheRow, values[0]] : [.. values.Select(value => (long)value)];

    private static long[] Rows(long[] extents) => extents.Length == 3 ? [extents[0], extents[1], 1, extents[2]] : extents;

    private static Tensor Tensor<T>(T[] elements, long[] shape)
        where T : unmanaged
    {
        Tensor tensor = empty(shape, dtype: ScalarTypeOf(typeof(T)));
        MemoryMarshal.AsBytes<T>(elements).CopyTo(tensor.bytes);
        return tensor;
    }

    private static T[] Elements<T>(Tensor tensor)
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(tensor.detach().contiguous().bytes).ToArray();

    private static ScalarType ScalarTypeOf(Type element) => Type.GetTypeCode(element) switch
    {
        TypeCode.Single => ScalarType.Float32,
        TypeCode.Double => ScalarType.Float64,
        TypeCode.SByte => ScalarType.Int8,
        TypeCode.Byte => ScalarType.Byte,
        TypeCode.Int16 => ScalarType.Int16,
        TypeCode.Int32 => ScalarType.Int32,
        _ => ScalarType.Float16,
    };
}
