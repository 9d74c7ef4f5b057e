namespace PoolGen.Testing;

/// <summary>A window's taps on one axis.</summary>
/// <param name="Inside">The positions that lie inside the input.</param>
/// <param name="Counted">How many taps lie inside the input or its declared padding; an overhang of ceil mode does not count.</param>
internal sealed record AxisWindow(int[] Inside, int Counted);

/// <summary>The windows of one axis, from the definitions.</summary>
internal static class ReferenceAxis
{
    /// <summary>The windows over an input of <paramref name="extent"/> elements; none where no window fits.</summary>
    public static AxisWindow[] Windows(ReferenceSpec spec, int axis, int extent)
    {
        if (spec.InputExtents is { } known && known[axis] != extent)
            return [];
        if (spec.OutputSize is { } outputSize)
            return Adaptive(outputSize[axis], extent);

        (int kernel, int stride, int dilation) = (spec.Kernel[axis], spec.Stride[axis], spec.Dilation[axis]);
        (int begin, int end, int outputs) = Resolve(spec, axis, extent);

        var windows = new AxisWindow[Math.Max(0, outputs)];
        for (int output = 0; output < windows.Length; output++)
        {
            var inside = new List<int>();
            int counted = 0;
            for (int tap = 0; tap < kernel; tap++)
            {
                int position = output * stride - begin + tap * dilation;
                if (position >= 0 && position < extent)
                    inside.Add(position);
                if (position < extent + end)
                    counted++;
            }
            windows[output] = new AxisWindow([.. inside], counted);
        }
        return windows;
    }

    /// <summary>Axis and windows as the unit interval: a window takes every element that some of it lies in.</summary>
    private static AxisWindow[] Adaptive(int outputs, int extent) =>
    [
        .. Enumerable.Range(0, outputs).Select(window =>
        {
            long begin = (long)window * extent, end = (window + 1L) * extent;
            int[] inside = [.. Enumerable.Range(0, extent).Where(position => (position + 1L) * outputs > begin && (long)position * outputs < end)];
            return new AxisWindow(inside, inside.Length);
        }),
    ];

    private static (int Begin, int End, int Outputs) Resolve(ReferenceSpec spec, int axis, int extent)
    {
        (int stride, int begin, int end) = (spec.Stride[axis], spec.PadBegin[axis], spec.PadEnd[axis]);
        int effective = spec.Dilation[axis] * (spec.Kernel[axis] - 1) + 1;

        if (spec.AutoPad is AutoPadding.SameUpper or AutoPadding.SameLower)
        {
            int same = (int)Math.Ceiling(extent / (double)stride);
            int total = Math.Max(0, (same - 1) * stride + effective - extent);
            int small = total / 2, large = total - small;
            return spec.AutoPad == AutoPadding.SameUpper ? (small, large, same) : (large, small, same);
        }

        double steps = (extent + begin + end - effective) / (double)stride;
        int outputs = (int)(spec.Ceil ? Math.Ceiling(steps) : Math.Floor(steps)) + 1;
        if (spec.Ceil && (outputs - 1) * stride >= extent + begin)
            outputs--;
        return (begin, end, outputs);
    }
}
