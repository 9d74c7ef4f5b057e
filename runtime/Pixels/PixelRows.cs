using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>
/// Runs an <see cref="IPixelRows{TSelf, T}"/>: where no cache of a core holds the tensors and pixels are wide, the rows of a sample one after the other, as they
/// lie in memory, with all channels; elsewhere the kernel itself.
/// </summary>
/// <remarks>Windows that lie inside are one run. Others are runs of their own, with a pixel of identities in place of what is outside.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct PixelRows<TKernel, T> : IPlacedKernel<PixelRows<TKernel, T>, T>
    where TKernel : IPixelRows<TKernel, T>
    where T : unmanaged, INumber<T>
{
    // Half of a core's second-level cache. Measured with rows of 410 KB.
    private const int MostKeptBytes = 512 << 10;

    private const int LinesApart = 5;

    /// <inheritdoc/>
    public static int Units(in PoolingGeometry geometry) => TKernel.Units(geometry);

    /// <inheritdoc/>
    public static int VectorExtent(in PoolingGeometry geometry) => TKernel.VectorExtent(geometry);

    /// <inheritdoc/>
    public static int RowExtent(in PoolingGeometry geometry) => TKernel.RowExtent(geometry);

    /// <inheritdoc/>
    public static int LeastRowFromCache => TKernel.LeastRowFromCache;

    /// <inheritdoc/>
    public static int LeastRowFromMemory => TKernel.LeastRowFromMemory;

    /// <inheritdoc/>
    public static int ScratchLength(in PoolingGeometry geometry) =>
        Math.Max(TKernel.ScratchLength(geometry), Serves(geometry) ? sizeof(T) * (geometry.Channels + (int)Kept(geometry)) : 0);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TLanes, TVector, TPlacement>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where TPlacement : struct, IPlacement
    {
        if (!operands.AreFar || !Serves(geometry))
        {
            TKernel.Run<TLanes, TVector, TPlacement>(operands, geometry, begin, end);
            return;
        }
        for (int sample = begin; sample < end; sample++)
        {
            if (!Sample<TLanes, TVector, TPlacement>(operands, geometry, sample))
                TKernel.Run<TLanes, TVector, TPlacement>(operands, geometry, sample, sample + 1);
        }
    }

    private static bool Serves(in PoolingGeometry geometry) =>
        geometry.Channels * (long)sizeof(T) >= TKernel.LeastPixelBytes && Kept(geometry) * sizeof(T) <= MostKeptBytes;

    /// <summary>The elements of the rows that are kept: those of a window, of all windows.</summary>
    private static long Kept(in PoolingGeometry geometry) => geometry.Height.MostTaps * KeptStep(geometry);

    /// <summary>From one row that is kept to the next: with as many of whole pages, all would want the same places of a first-level cache.</summary>
    private static long KeptStep(in PoolingGeometry geometry) => geometry.Width.OutputExtent * (long)geometry.Channels + LinesApart * VectorBytes.Widest / sizeof(T);

    /// <summary>A sample. Whether it holds nothing but numbers that beat the identity; else its results are not valid.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Sample<TLanes, TVector, TPlacement>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int sample)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where TPlacement : struct, IPlacement
    {
        var (rows, columns) = (geometry.Height, geometry.Width);
        var layout = SeparableRecords.Of(geometry);
        nint channels = geometry.Channels, inputStep = columns.InputExtent * channels, outputStep = columns.OutputExtent * channels, keptStep = (nint)KeptStep(geometry);
        T* outside = (T*)operands.ScratchBytes, kept = outside + channels;
        T** taps = stackalloc T*[columns.MostTaps];
        int before = rows.MostTaps - 1 - rows.PaddingBegin; // how many rows a window waits for its last one
        new Span<T>(outside, geometry.Channels).Fill(TKernel.Identity);
        new Span<T>(kept + keptStep, (int)((rows.MostTaps - 1) * keptStep)).Fill(TKernel.Identity); // the newest comes first

        var sum = TLanes.Zero;
        for (int row = 0; row < layout.Rows; row++)
        {
            T* source = row < rows.InputExtent ? operands.InputAddress + (sample * geometry.InputPlane + row * (nint)columns.InputExtent) * channels : null;
            if (source is not null)
                sum = TLanes.Add(sum, Sum<TLanes, TVector>(ref *source, inputStep));
            int run = source is null || columns.InteriorBegin == columns.InteriorEnd ? -1 : columns.InteriorBegin;
            for (int column = 0, count; column < columns.OutputExtent; column += count)
            {
                count = column == run ? columns.InteriorEnd - run : 1;
                int start = columns.Start(column);
                for (int tap = 0; tap < columns.MostTaps; tap++)
                    taps[tap] = source is not null && (uint)(start + tap) < (uint)columns.InputExtent ? source + (start + tap) * channels : outside;
                nint at = column * channels;
                TKernel.Windows<TLanes, TVector, TPlacement>(operands, new(taps, kept + at, row, rows.MostTaps, keptStep)
                {
                    Length = count * channels,
                    RowStep = inputStep,
                    Target = sample * geometry.OutputPlane * channels + (row - before) * outputStep + at,
                    Record = sample * layout.Unit + row * outputStep + at,
                    IsComplete = row >= before,
                });
            }
        }
        return T.IsNegative(TKernel.Identity) ? TLanes.AllAbove(sum, TKernel.Identity) : TLanes.AllBelow(sum, TKernel.Identity);
    }

    /// <summary>The sum of a row, some elements twice.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static TVector Sum<TLanes, TVector>(ref T row, nint length)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
    {
        // As many as hide the latency of an addition.
        TVector sum0 = TLanes.Zero, sum1 = TLanes.Zero, sum2 = TLanes.Zero, sum3 = TLanes.Zero;
        nint at = 0;
        for (; at <= length - 4 * TLanes.Count; at += 4 * TLanes.Count)
        {
            sum0 = TLanes.Add(sum0, TLanes.Load(ref row, at));
            sum1 = TLanes.Add(sum1, TLanes.Load(ref row, at + TLanes.Count));
            sum2 = TLanes.Add(sum2, TLanes.Load(ref row, at + 2 * TLanes.Count));
            sum3 = TLanes.Add(sum3, TLanes.Load(ref row, at + 3 * TLanes.Count));
        }
        for (; at < length; at += TLanes.Count)
            sum0 = TLanes.Add(sum0, TLanes.Load(ref row, nint.Min(at, length - TLanes.Count)));
        return TLanes.Add(TLanes.Add(sum0, sum1), TLanes.Add(sum2, sum3));
    }
}
