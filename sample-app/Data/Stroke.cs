namespace PoolGen.Sample.Data;

/// <summary>A point of a drawing; x runs to the right, y downwards.</summary>
internal readonly record struct Point(float X, float Y);

/// <summary>One movement of the pen, as a chain of points close enough together that a distortion bends it smoothly.</summary>
internal sealed class Stroke
{
    private const float LongestSegment = 0.09f;

    private Stroke(Point[] points) => Points = points;

    public IReadOnlyList<Point> Points { get; }

    /// <summary>Straight lines through the corners.</summary>
    public static Stroke Line(params ReadOnlySpan<(float X, float Y)> corners)
    {
        var points = new List<Point> { new(corners[0].X, corners[0].Y) };
        for (int i = 1; i < corners.Length; i++)
        {
            ((float x0, float y0), (float x1, float y1)) = (corners[i - 1], corners[i]);
            int parts = Parts(MathF.Sqrt(((x1 - x0) * (x1 - x0)) + ((y1 - y0) * (y1 - y0))));
            for (int part = 1; part <= parts; part++)
            {
                float t = part / (float)parts;
                points.Add(new Point(x0 + ((x1 - x0) * t), y0 + ((y1 - y0) * t)));
            }
        }

        return new Stroke([.. points]);
    }

    /// <summary>Part of an ellipse. Angles in degrees: 0 is right, 90 is down.</summary>
    public static Stroke Arc(float centreX, float centreY, float radiusX, float radiusY, float from, float to)
    {
        float length = MathF.Abs(to - from) / 180 * MathF.PI * MathF.Max(radiusX, radiusY);
        int parts = Parts(length);
        var points = new Point[parts + 1];
        for (int part = 0; part <= parts; part++)
        {
            float angle = (from + ((to - from) * part / parts)) / 180 * MathF.PI;
            points[part] = new Point(centreX + (radiusX * MathF.Cos(angle)), centreY + (radiusY * MathF.Sin(angle)));
        }

        return new Stroke(points);
    }

    /// <summary>This stroke and then, without lifting the pen, another.</summary>
    public Stroke Then(Stroke next) => new([.. Points, .. next.Points]);

    /// <summary>The stroke with every point moved.</summary>
    public Stroke Map(Func<Point, Point> move) => new([.. Points.Select(move)]);

    private static int Parts(float length) => Math.Max(1, (int)MathF.Ceiling(length / LongestSegment));
}
