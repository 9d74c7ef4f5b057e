using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolGen.Runtime;

/// <summary>The vector widths that kernels run at, in bits; <see cref="One"/> is a single element.</summary>
internal enum LaneWidth
{
    One = 0,

    /// <summary>Part of 128 bits (<see cref="LanesPart{T, TCount}"/>): for pixels that fill no vector.</summary>
    Part = 64,
    Bits128 = 128,
    Bits256 = 256,
    Bits512 = 512,
}

/// <summary>Chooses the width of a call.</summary>
internal static class LaneSelection
{
    // Asking for what is the thread's own takes as long as the rest of the choice: nothing but tests ever forces a width.
    private static bool s_forces;

    [ThreadStatic]
    private static LaneWidth? s_forced;

    /// <summary>
    /// The widest accelerated width. <c>IsHardwareAccelerated</c> is asked and never an instruction set: it follows the runtime's own
    /// switches and <c>PreferredVectorBitWidth</c>. Without 128-bit acceleration the software vectors are far slower than one element.
    /// </summary>
    public static LaneWidth Widest =>
        Vector512.IsHardwareAccelerated ? LaneWidth.Bits512 :
        Vector256.IsHardwareAccelerated ? LaneWidth.Bits256 :
        Vector128.IsHardwareAccelerated ? LaneWidth.Bits128 : LaneWidth.One;

    /// <summary>The width for a call from this thread: the widest whose vectors hold no more than <paramref name="extent"/> elements.</summary>
    /// <param name="extent">The neighbouring results that vectors run along.</param>
    /// <param name="pixels">Whether they are the channels of pixels, which are never taken apart.</param>
    public static LaneWidth For<T>(int extent, bool pixels)
    {
        long bits = 8L * Unsafe.SizeOf<T>() * extent;
        LaneWidth widest = Allowed;
        return
            bits >= 512 || widest < LaneWidth.Bits512 && bits >= (int)widest ? widest :
            bits >= 256 ? LaneWidth.Bits256 :
            bits >= 128 ? LaneWidth.Bits128 :
            pixels && extent > 1 && widest > LaneWidth.Part ? LaneWidth.Part : LaneWidth.One;
    }

    /// <summary>Whether some elements are a vector of any width, whichever a machine has.</summary>
    public static bool FillsVector<T>(int extent) => 8L * Unsafe.SizeOf<T>() * extent >= (int)LaneWidth.Bits128;

    /// <summary>The elements of the widest vector that a call from this thread may use; 1 where it takes one element at a time.</summary>
    public static int Lanes<T>() => Math.Max(1, (int)Allowed / 8 / Unsafe.SizeOf<T>());

    private static LaneWidth Allowed => s_forces && s_forced is { } forced ? forced : Widest;

    /// <summary>The widths that this machine accelerates, widest first.</summary>
    public static IEnumerable<LaneWidth> Accelerated =>
        ((LaneWidth[])[LaneWidth.Bits512, LaneWidth.Bits256, LaneWidth.Bits128, LaneWidth.One]).Where(width => width <= Widest);

    /// <summary>Runs <paramref name="action"/> with every call from this thread at <paramref name="width"/>, or narrower where its extent is: a seam for tests.</summary>
    public static void Force(LaneWidth width, Action action)
    {
        LaneWidth? before = s_forced;
        s_forces = true;
        s_forced = width;
        try
        {
            action();
        }
        finally
        {
            s_forced = before;
        }
    }
}
