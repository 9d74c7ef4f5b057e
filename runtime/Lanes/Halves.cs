using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolGen.Runtime;

/// <summary>Two vectors as the halves of a wider one.</summary>
internal static class Halves
{
    // .NET 10 makes Vector512.Create of two variables by way of memory, where the load waits for both stores. Inserting the upper half is one instruction.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Join<T>(Vector256<T> lower, Vector256<T> upper) => lower.ToVector512Unsafe().WithUpper(upper);
}
