using System.Runtime.CompilerServices;

namespace PoolGen.Runtime;

/// <summary>Adds up what those rows of windows won that won their windows.</summary>
/// <param name="rows">The bits of rows (<see cref="WinnerBytes{TRecord}"/>).</param>
/// <param name="columns">The numbers of columns.</param>
/// <param name="sums">Where the numbers of winners go.</param>
/// <param name="places">Where all these lie.</param>
internal readonly unsafe struct WinnerSums(byte* rows, byte* columns, byte* sums, in WinnerPlaces places) : ILaneSteps<byte>
{
    private readonly WinnerPlaces _places = places;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TLanes, TVector>()
        where TLanes : struct, ILanes<TVector, byte>
        where TVector : struct
    {
        (int kernel, nint row, nint plane) = (_places.Kernel, _places.Row, _places.RowPlane);
        for (nint at = 0; at < _places.Records; at += TLanes.Count)
        {
            TVector sum = TLanes.Zero;
            nint won = at, column = at;
            for (int first = 0; first < kernel; first += WinnerPlaces.RowsOfByte, won += plane)
            {
                TVector bits = TLanes.Load(ref *rows, won), bit = TLanes.Broadcast(1);
                for (int tap = Math.Min(kernel - first, WinnerPlaces.RowsOfByte); tap > 0; tap--, bit = TLanes.Add(bit, bit), column += row)
                    sum = TLanes.AddIfEqual(sum, TLanes.And(bits, bit), bit, TLanes.Load(ref *columns, column));
            }
            TLanes.Store(sum, ref *sums, at);
        }
    }
}
