namespace PoolGen.Sample.Data;

internal static class Gaussian
{
    /// <summary>A normally distributed number, mean 0 and variance 1 (Box-Muller).</summary>
    public static double NextGaussian(this Random random)
    {
        // 1 - u lies in (0, 1], so the logarithm is finite.
        double radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
        return radius * Math.Cos(2 * Math.PI * random.NextDouble());
    }
}
