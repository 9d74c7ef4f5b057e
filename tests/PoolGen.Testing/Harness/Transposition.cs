namespace PoolGen.Testing;

/// <summary>Between the layouts: the same tensor with its channels behind its spatial axes, and back.</summary>
public static class Transposition
{
    public static T[] ToChannelsLast<T>(ReadOnlySpan<T> channelsFirst, PoolingShape shape) =>
        Copy(channelsFirst, shape, toChannelsLast: true);

    public static T[] ToChannelsFirst<T>(ReadOnlySpan<T> channelsLast, PoolingShape shape) =>
        Copy(channelsLast, shape, toChannelsLast: false);

    private static T[] Copy<T>(ReadOnlySpan<T> source, PoolingShape shape, bool toChannelsLast)
    {
        var target = new T[source.Length];
        int plane = shape.Depth * shape.Height * shape.Width;
        for (int sample = 0; sample < shape.Batch; sample++)
        {
            for (int channel = 0; channel < shape.Channels; channel++)
            {
                for (int position = 0; position < plane; position++)
                {
                    int first = (sample * shape.Channels + channel) * plane + position;
                    int last = (sample * plane + position) * shape.Channels + channel;
                    (int from, int to) = toChannelsLast ? (first, last) : (last, first);
                    target[to] = source[from];
                }
            }
        }
        return target;
    }
}
