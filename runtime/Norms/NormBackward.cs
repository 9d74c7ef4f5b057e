using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>
/// ∂L/∂x = sign(x) |x|^(p - 1) Σ dz / y^(p - 1), and 0 where x is 0: the norms of a unit again, the sum's own backward pass over the
/// windows' shares, and each tap's factor. A window whose norm is 0 has taps of 0 only, so that its share reaches nothing.
/// </summary>
/// <typeparam name="TSum">The forward pass of the sum.</typeparam>
/// <typeparam name="TSumBackward">The backward pass of the sum.</typeparam>
/// <typeparam name="TNorm">The order.</typeparam>
/// <typeparam name="T">The element type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct NormBackward<TSum, TSumBackward, TNorm, T> : IPoolingKernel<T>
    where TSum : IPoolingKernel<T>
    where TSumBackward : IPoolingKernel<T>
    where TNorm : INorm
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static int Units(in PoolingGeometry geometry) => geometry.Blocks;

    /// <inheritdoc/>
    public static int VectorExtent(in PoolingGeometry geometry)
    {
        PoolingGeometry block = geometry.OfBlock();
        return Math.Min(TSum.VectorExtent(block), TSumBackward.VectorExtent(block));
    }

    /// <inheritdoc/>
    public static int ScratchLength(in PoolingGeometry geometry)
    {
        PoolingGeometry group = BlockGroups.Largest<T>(geometry);
        int powers = ThreadScratch.Align(group.InputShape.ElementCount * sizeof(T)), norms = ThreadScratch.Align(group.OutputShape.ElementCount * sizeof(T));
        return checked(powers + norms + Math.Max(TSum.ScratchLength(group), TSumBackward.ScratchLength(group)));
    }

    /// <inheritdoc/>
    public static void Run<TLanes, TVector>(in PoolingOperands<T> operands, in PoolingGeometry geometry, int begin, int end)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
    {
        PoolingGeometry largest = BlockGroups.Largest<T>(geometry);
        T* x = (T*)Unsafe.AsPointer(ref operands.Input), dx = (T*)Unsafe.AsPointer(ref operands.InputGradient);
        T* dz = (T*)Unsafe.AsPointer(ref operands.OutputGradient);
        T* powers = (T*)operands.ScratchBytes;
        T* norms = (T*)(operands.ScratchBytes + ThreadScratch.Align(largest.InputShape.ElementCount * sizeof(T)));
        byte* rest = (byte*)norms + ThreadScratch.Align(largest.OutputShape.ElementCount * sizeof(T));
        var groups = BlockGroups.Of<T>(geometry, begin, end);
        for (int number = 0; number < groups.Count; number++)
        {
            BlockGroup group = groups[number];
            (int inputs, int outputs) = (group.Inputs, group.Outputs);
            T* input = x + group.InputsBefore, gradient = dx + group.InputsBefore;
            NormPowers<TNorm, T>.Raise(new(input, inputs), new(powers, inputs));
            TSum.Run<TLanes, TVector>(new PoolingOperands<T>(input: powers, output: norms, scratch: rest), group.Geometry, 0, TSum.Units(group.Geometry));
            NormPowers<TNorm, T>.Root(new(norms, outputs));
            NormPowers<TNorm, T>.Share(new(dz + group.OutputsBefore, outputs), new(norms, outputs));
            TSumBackward.Run<TLanes, TVector>(
                new PoolingOperands<T>(outputGradient: norms, inputGradient: gradient, scratch: rest), group.Geometry, 0, TSumBackward.Units(group.Geometry));
            NormPowers<TNorm, T>.Slope(new(input, inputs), new(powers, inputs));
            Apply<TLanes, TVector>(ref *input, ref *powers, ref *gradient, inputs);
        }
    }

    /// <summary>
    /// Multiplies what the windows give with the taps' own factors. A product with 0 is 0, whatever the other is: a tap of 0 receives nothing,
    /// and a tap that no window gives to neither. A NaN keeps itself.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Apply<TLanes, TVector>(ref T input, ref T slopes, ref T gradient, int count)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
    {
        int i = 0;
        for (; i <= count - TLanes.Count; i += TLanes.Count)
            TLanes.Store(Product<TLanes, TVector>(TLanes.Load(ref input, i), TLanes.Load(ref slopes, i), TLanes.Load(ref gradient, i)), ref gradient, i);
        for (; i < count; i++)
            Unsafe.Add(ref gradient, i) = Product<LanesOne<T>, T>(Unsafe.Add(ref input, i), Unsafe.Add(ref slopes, i), Unsafe.Add(ref gradient, i));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Product<TLanes, TVector>(TVector x, TVector slope, TVector given)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
    {
        TVector product = TLanes.SelectEqual(x, x, TLanes.Multiply(given, slope), x);
        product = TLanes.SelectEqual(x, TLanes.Zero, TLanes.Zero, product);
        return TLanes.SelectEqual(given, TLanes.Zero, TLanes.Zero, product);
    }
}
