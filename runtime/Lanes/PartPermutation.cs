using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolGen.Runtime;

/// <summary>
/// Elements of neighbouring parts of vectors in another order, one after the other: a pixel's channels are never taken apart, so no kernel
/// that runs on parts asks for these.
/// </summary>
internal static class PartPermutation
{
    /// <summary>Every element of a distance of three neighbouring parts, from one on.</summary>
    public static Vector128<T> Take<T>(Vector128<T> low, Vector128<T> middle, Vector128<T> high, int count, int first, int step)
    {
        Vector128<T> taken = default;
        for (int lane = 0; lane < count; lane++)
        {
            int at = first + lane * step;
            if (at < 3 * count)
                taken = taken.WithElement(lane, (at < count ? low : at < 2 * count ? middle : high).GetElement(at % count));
        }
        return taken;
    }

    /// <summary>One of the neighbouring parts, two or three, of which each source is every second or third element.</summary>
    public static Vector128<T> Weave<T>(Vector128<T> first, Vector128<T> second, Vector128<T> third, int count, int sources, int part)
    {
        Vector128<T> woven = default;
        for (int lane = 0; lane < count; lane++)
        {
            int at = part * count + lane;
            woven = woven.WithElement(lane, (at % sources == 0 ? first : at % sources == 1 ? second : third).GetElement(at / sources));
        }
        return woven;
    }

    /// <summary>Each half of a part but its last element, behind the last of the same half of another part.</summary>
    public static Vector128<T> ShiftInHalves<T>(Vector128<T> previous, Vector128<T> current, int count)
    {
        Vector128<T> shifted = default;
        int half = count / 2;
        for (int lane = 0; lane < count; lane++)
            shifted = shifted.WithElement(lane, lane == 0 || lane == half ? previous.GetElement(Math.Max(lane + half - 1, 0)) : current.GetElement(lane - 1));
        return shifted;
    }

    /// <summary>Each half of a part but its first element, before the first of the same half of another part.</summary>
    public static Vector128<T> ShiftOutHalves<T>(Vector128<T> current, Vector128<T> next, int count)
    {
        Vector128<T> shifted = default;
        int half = count / 2;
        for (int lane = 0; lane < count; lane++)
            shifted = shifted.WithElement(lane, lane == half - 1 || lane == count - 1 ? next.GetElement(Math.Max(lane + 1 - half, 0)) : current.GetElement(lane + 1));
        return shifted;
    }

    /// <summary>The elements from a lane on; of lanes that there are not, anything.</summary>
    public static Vector128<T> Move<T>(Vector128<T> value, int count, int by)
    {
        Vector128<T> moved = value;
        ref T from = ref Unsafe.As<Vector128<T>, T>(ref value), to = ref Unsafe.As<Vector128<T>, T>(ref moved);
        for (int lane = Math.Max(0, -by); lane < Math.Min(count, count - by); lane++)
            Unsafe.Add(ref to, lane) = Unsafe.Add(ref from, lane + by);
        return moved;
    }
}
