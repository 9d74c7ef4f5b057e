using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>
/// Rows in scratch memory for kernels that gather gradients: what a row of the input receives through each column of its windows, by window,
/// with zeros on both sides for columns that no window holds; and the shares of the windows, where their divisors differ.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct GradientRows
{
    // The elements of the widest vector of the narrowest type that is stored by itself.
    private const int WidestVector = 32;

    private readonly int _rows;

    private GradientRows(int rows, int lead, int pitch, in PoolingGeometry geometry, bool shares, int elementSize)
    {
        (_rows, Lead, Pitch) = (rows, lead, pitch);
        ColumnShares = checked(rows * pitch);
        RowShares = checked(ColumnShares + geometry.Width.OutputExtent + WidestVector);
        SliceShares = checked(RowShares + geometry.Height.OutputExtent);
        ScratchLength = checked((shares ? SliceShares + geometry.Depth.OutputExtent : ColumnShares) * elementSize);
    }

    /// <summary>The elements of a row before its first window.</summary>
    public int Lead { get; }

    /// <summary>The elements from one row to the next.</summary>
    public int Pitch { get; }

    /// <summary>Where the shares of the columns begin.</summary>
    public int ColumnShares { get; }

    /// <summary>Where the shares of the rows begin.</summary>
    public int RowShares { get; }

    /// <summary>Where the shares of the slices begin.</summary>
    public int SliceShares { get; }

    /// <summary>The bytes of all of them.</summary>
    public int ScratchLength { get; }

    /// <summary>The rows of a call.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="geometry">The shapes.</param>
    /// <param name="rows">How many there are.</param>
    /// <param name="stride">The distance between windows in columns.</param>
    /// <param name="shares">Whether divisors differ between windows.</param>
    public static GradientRows Of<T>(in PoolingGeometry geometry, int rows, int stride, bool shares)
        where T : unmanaged
    {
        AxisGeometry columns = geometry.Width;
        long pixel = geometry.Layout == TensorLayout.ChannelsLast ? geometry.Channels : 1;
        long before = (columns.EffectiveKernel - 1) / stride * pixel;
        long windows = Math.Max(columns.OutputExtent, (columns.InputExtent - 1L + columns.PaddingBegin) / stride + 1) * pixel;
        int lead = Whole(before);
        return new(rows, lead, checked(lead + Whole(windows + 2 * WidestVector)), geometry, shares, Unsafe.SizeOf<T>());
    }

    /// <summary>Sets all rows to zero: what lies beside the windows stays so.</summary>
    public void Clear<T>(in PoolingOperands<T> operands)
        where T : unmanaged => operands.FillScratch(0, _rows * Pitch, default);

    /// <summary>Multiplies what lies at the pixels of a row, channels innermost, by the share of each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Scale<TLanes, TVector, T>(ref T row, ref T shares, int pixels, int channels)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged, INumber<T>
    {
        for (int pixel = 0; pixel < pixels; pixel++)
        {
            ref T first = ref Unsafe.Add(ref row, pixel * (nint)channels);
            T share = Unsafe.Add(ref shares, pixel);
            int channel = 0;
            for (; channel <= channels - TLanes.Count; channel += TLanes.Count)
                TLanes.Store(TLanes.Multiply(TLanes.Load(ref first, channel), TLanes.Broadcast(share)), ref first, channel);
            for (; channel < channels; channel++)
                Unsafe.Add(ref first, channel) *= share;
        }
    }

    private static int Whole(long length) => checked((int)((length + WidestVector - 1) / WidestVector * WidestVector));
}
