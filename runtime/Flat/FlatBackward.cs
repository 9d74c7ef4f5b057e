using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>
/// Runs a <see cref="IFlatBackward{T}"/>, chunk by chunk: a chunk's rows and columns stay in the first-level cache between both steps. Where
/// a chunk reaches over an end of the share, it is computed from a copy between zeros.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct FlatBackward<TKernel, T> : IPlacedKernel<FlatBackward<TKernel, T>, T>
    where TKernel : IFlatBackward<T>
    where T : unmanaged
{
    /// <inheritdoc/>
    public static int Units(in PoolingGeometry geometry) => geometry.Planes;

    /// <inheritdoc/>
    public static int VectorExtent(in PoolingGeometry geometry) => (int)nint.Min(geometry.InputPlane, int.MaxValue);

    /// <inheritdoc/>
    public static int RowExtent(in PoolingGeometry geometry) => geometry.Width.InputExtent;

    /// <summary>Chunks begin at cache lines, whatever the rows and wherever the memory begins.</summary>
    public static bool StoresLines<TLanes, TVector>(in PoolingOperands<T> operands, in PoolingGeometry geometry)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct => true;

    /// <inheritdoc/>
    public static int ScratchLength(in PoolingGeometry geometry) => new FlatChunks(geometry, StripWidth.Widest<T>(), sizeof(T)).Length(TKernel.RecordBytes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TLanes, TVector, TPlacement>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where TPlacement : struct, IPlacement
    {
        var chunks = new FlatChunks(geometry, TLanes.Count, sizeof(T));
        nint width = geometry.Width.InputExtent, margin = chunks.Margin;
        nint first = begin * geometry.InputPlane, last = end * geometry.InputPlane;
        nint toLine = (nint)((nuint)operands.InputGradientAddress / (nuint)sizeof(T)) & (CacheSize.Line / sizeof(T) - 1);
        for (nint from = first, next; from < last; from = next)
        {
            next = chunks.Next(from, last, toLine);
            nint count = next - from;
            if (from - chunks.Before >= first && next + chunks.After <= last)
            {
                TKernel.Rows<TLanes, TVector, TPlacement>(operands, width, from - margin, count + 2 * margin);
                TKernel.Columns<TLanes, TVector, TPlacement>(operands, margin, from, from, count);
            }
            else
            {
                PoolingOperands<T> copied = Copy(operands, chunks, first, from, next, last);
                nint at = chunks.Before;
                TKernel.Rows<TLanes, TVector, TPlacement>(copied, width, at - margin, count + 2 * margin);
                TKernel.Columns<TLanes, TVector, TPlacement>(copied, margin, at, from, count);
            }
        }
    }

    /// <summary>A chunk and what is read beside it; zeros stand for what lies outside of the share.</summary>
    private static PoolingOperands<T> Copy(in PoolingOperands<T> operands, in FlatChunks chunks, nint first, nint from, nint next, nint last)
    {
        nint begin = from - chunks.Before, end = next + chunks.After;
        T* gradients = (T*)(operands.ScratchBytes + chunks.Copies);
        byte* records = operands.ScratchBytes + chunks.RecordCopies;
        int size = TKernel.RecordBytes;
        Copy((byte*)operands.OutputGradientAddress, (byte*)gradients, sizeof(T), first, begin, end, last);
        Copy(operands.RecordsAddress, records, size, first, begin, end, last);
        return operands.WithGradients(gradients, records);
    }

    private static void Copy(byte* source, byte* target, int size, nint first, nint begin, nint end, nint last)
    {
        nint inside = nint.Max(begin, first), outside = nint.Min(end, last);
        new Span<byte>(target, (int)((inside - begin) * size)).Clear();
        new Span<byte>(source + inside * size, (int)((outside - inside) * size)).CopyTo(new(target + (inside - begin) * size, (int)((outside - inside) * size)));
        new Span<byte>(target + (outside - begin) * size, (int)((end - outside) * size)).Clear();
    }
}
