namespace PoolGen.Sample.Data;

/// <summary>What a stroke is drawn with.</summary>
/// <param name="HalfWidth">Half the width of a line, in pixels.</param>
/// <param name="Blur">The width of the soft edge, in pixels.</param>
/// <param name="Ink">The darkness of a full pixel, 0 to 1.</param>
internal readonly record struct Pen(float HalfWidth, float Blur, float Ink)
{
    /// <summary>Draws a stroke in pixel coordinates; where ink meets ink the darker stays.</summary>
    public void Draw(Stroke stroke, Span<float> image, int extent)
    {
        for (int i = 1; i < stroke.Points.Count; i++)
        {
            DrawSegment(stroke.Points[i - 1], stroke.Points[i], image, extent);
        }
    }

    private void DrawSegment(Point from, Point to, Span<float> image, int extent)
    {
        float reach = HalfWidth + Blur;
        (int top, int bottom) = Reached(from.Y, to.Y, reach, extent);
        (int left, int right) = Reached(from.X, to.X, reach, extent);
        for (int row = top; row <= bottom; row++)
        {
            for (int column = left; column <= right; column++)
            {
                float edge = (reach - Distance(new Point(column, row), from, to)) / Blur;
                ref float pixel = ref image[(row * extent) + column];
                pixel = Math.Max(pixel, Ink * Math.Clamp(edge, 0, 1));
            }
        }
    }

    /// <summary>The pixels, first and last, that a segment can touch on one axis.</summary>
    private static (int First, int Last) Reached(float from, float to, float reach, int extent) =>
        (Math.Max(0, (int)MathF.Floor(Math.Min(from, to) - reach)), Math.Min(extent - 1, (int)MathF.Ceiling(Math.Max(from, to) + reach)));

    private static float Distance(Point point, Point from, Point to)
    {
        (float dx, float dy) = (to.X - from.X, to.Y - from.Y);
        float squaredLength = (dx * dx) + (dy * dy);
        float along = squaredLength == 0 ? 0 : Math.Clamp((((point.X - from.X) * dx) + ((point.Y - from.Y) * dy)) / squaredLength, 0, 1);
        (float x, float y) = (point.X - from.X - (along * dx), point.Y - from.Y - (along * dy));
        return MathF.Sqrt((x * x) + (y * y));
    }
}
