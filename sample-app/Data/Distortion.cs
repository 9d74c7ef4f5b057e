namespace PoolGen.Sample.Data;

/// <summary>
/// One writer's hand at one moment: an elastic bend of the unit square, then an affine map onto the image. Drawn at random, the same
/// for all strokes of an image.
/// </summary>
internal sealed class Distortion
{
    private const int GridExtent = 4;
    private const float ElasticDeviation = 0.05f;
    private const float LargestAngle = 20 * MathF.PI / 180;
    private const float LargestShear = 0.25f;
    private const float LargestShift = 3.5f;

    private readonly float[] bendX = new float[GridExtent * GridExtent];
    private readonly float[] bendY = new float[GridExtent * GridExtent];
    private readonly (float Xx, float Xy, float Yx, float Yy) matrix;
    private readonly Point centre;

    /// <param name="random">Where the hand comes from.</param>
    /// <param name="extent">The extent of the image on both axes, in pixels.</param>
    public Distortion(Random random, int extent)
    {
        for (int i = 0; i < bendX.Length; i++)
        {
            bendX[i] = ElasticDeviation * (float)random.NextGaussian();
            bendY[i] = ElasticDeviation * (float)random.NextGaussian();
        }

        float angle = Uniform(random, -LargestAngle, LargestAngle);
        float shear = Uniform(random, -LargestShear, LargestShear);
        float height = extent * Uniform(random, 0.52f, 0.74f);
        float width = height * Uniform(random, 0.75f, 1.1f);
        (float sin, float cos) = MathF.SinCos(angle);

        // Rotation · shear · scale.
        matrix = (cos * width, ((cos * shear) - sin) * height, sin * width, ((sin * shear) + cos) * height);
        float middle = (extent - 1) / 2f;
        centre = new Point(middle + Uniform(random, -LargestShift, LargestShift), middle + Uniform(random, -LargestShift, LargestShift));
    }

    /// <summary>From the unit square to pixels.</summary>
    public Point Apply(Point point)
    {
        float x = point.X + Bend(bendX, point) - 0.5f;
        float y = point.Y + Bend(bendY, point) - 0.5f;
        return new Point(centre.X + (matrix.Xx * x) + (matrix.Xy * y), centre.Y + (matrix.Yx * x) + (matrix.Yy * y));
    }

    /// <summary>The displacement at a point: bilinear between the grid's nodes.</summary>
    private static float Bend(float[] grid, Point point)
    {
        (int column, float alongX) = Cell(point.X);
        (int row, float alongY) = Cell(point.Y);
        int node = (row * GridExtent) + column;
        float top = float.Lerp(grid[node], grid[node + 1], alongX);
        float bottom = float.Lerp(grid[node + GridExtent], grid[node + GridExtent + 1], alongX);
        return float.Lerp(top, bottom, alongY);
    }

    private static (int Index, float Along) Cell(float coordinate)
    {
        float position = Math.Clamp(coordinate, 0, 1) * (GridExtent - 1);
        int index = Math.Min((int)position, GridExtent - 2);
        return (index, position - index);
    }

    private static float Uniform(Random random, float low, float high) => low + ((high - low) * random.NextSingle());
}
