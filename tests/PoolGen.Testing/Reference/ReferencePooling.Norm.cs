namespace PoolGen.Testing;

/// <content>Norms, from their definition: z = (Σ |x|^p)^(1/p), ∂L/∂x = Σ dz sign(x) |x|^(p - 1) / z^(p - 1).</content>
public sealed partial class ReferencePooling
{
    // Roundings of a power or a root beside those of the sum: a few units in the last place, and the exponent magnifies what came before.
    private const double PowerRoundings = 8;

    private double Norm(double[] input, int plane, ReferenceWindow window) =>
        Math.Pow(window.Inside.Sum(position => Math.Pow(Math.Abs(input[InputIndex(plane, position)]), _spec.NormType)), 1 / _spec.NormType);

    /// <summary>How far a kernel's norm may stray: relatively, and where the powers leave the normal numbers, absolutely.</summary>
    private double NormTolerance(double[] input, int plane, ReferenceWindow window, double norm, Precision precision)
    {
        double p = _spec.NormType, magnitude = Math.Pow(norm, p);
        return precision.Overflows(magnitude) || double.IsInfinity(magnitude) || window.Inside.Any(position => IsSubnormal(input[InputIndex(plane, position)], precision))
            ? double.PositiveInfinity
            : NormRoundings(window) * precision.UnitRoundoff * norm + Math.Pow(window.Inside.Length * precision.Smallest, 1 / p);
    }

    // Powers of numbers below the normal ones are as coarse as these are.
    private static bool IsSubnormal(double x, Precision precision) => x != 0 && Math.Abs(x) < precision.Smallest;

    private double NormRoundings(ReferenceWindow window) =>
        (window.Inside.Length + PowerRoundings) * Math.Max(1, 1 / _spec.NormType) + PowerRoundings * Math.Max(1, _spec.NormType);

    private ReferenceResult NormBackward(double[] input, double[] outputGradient, Precision precision)
    {
        double p = _spec.NormType;
        var given = new double[InputShape.ElementCount];
        var tolerances = new double[given.Length];
        ForEachWindow((plane, window, output) =>
        {
            double norm = Norm(input, plane, window), power = Math.Pow(norm, p), divisor = Math.Pow(norm, p - 1);
            foreach (int position in window.Inside)
            {
                int index = InputIndex(plane, position);
                double slope = Math.Pow(Math.Abs(input[index]), p - 1), share = outputGradient[output] / divisor;
                given[index] += share;

                // Beyond the normal numbers a quotient of powers may be anything.
                bool leaves = power < window.Inside.Length * precision.Smallest / precision.UnitRoundoff || precision.Overflows(power)
                    || slope < precision.Smallest || divisor < precision.Smallest || IsSubnormal(input[index], precision);
                tolerances[index] += leaves || double.IsNaN(share * slope)
                    ? double.PositiveInfinity
                    : 2 * NormRoundings(window) * (1 + Math.Abs(p - 1)) * precision.UnitRoundoff * Math.Abs(share * slope);
            }
        });

        double[] values = [.. given.Zip(input, (sum, x) => sum == 0 || x == 0 ? 0 : double.IsNaN(x) ? x : sum * Math.Sign(x) * Math.Pow(Math.Abs(x), p - 1))];
        return new ReferenceResult(values, tolerances);
    }
}
