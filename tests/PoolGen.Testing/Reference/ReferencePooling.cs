namespace PoolGen.Testing;

/// <summary>
/// Pooling by plain loops over the definitions, in double: the oracle that kernels are compared with. It knows the windows of one
/// configuration over one shape; tensors are in the configuration's layout.
/// </summary>
public sealed partial class ReferencePooling
{
    private readonly ReferenceSpec _spec;
    private readonly int[] _extents;
    private readonly ReferenceWindow[] _windows;
    private readonly int _planeLength;

    /// <summary>The windows of <paramref name="spec"/> over <paramref name="inputShape"/>.</summary>
    /// <exception cref="ArgumentException">No window fits on some axis.</exception>
    public ReferencePooling(ReferenceSpec spec, PoolingShape inputShape)
    {
        _spec = spec;
        InputShape = inputShape;
        _extents = Extents(inputShape);
        _planeLength = _extents.Aggregate(1, (product, extent) => product * extent);
        AxisWindow[][] axes = [.. _extents.Select((extent, axis) => ReferenceAxis.Windows(spec, axis, extent))];
        if (axes.Any(windows => windows.Length == 0))
            throw new ArgumentException($"No window of {spec} fits into {inputShape}.", nameof(inputShape));
        OutputShape = Shape(inputShape, [.. axes.Select(windows => windows.Length)]);
        _windows = Combine(axes);
    }

    public PoolingShape InputShape { get; }

    public PoolingShape OutputShape { get; }

    /// <summary>Whether some window has no tap inside the input.</summary>
    public bool HasEmptyWindow => _windows.Any(window => window.Inside.Length == 0);

    /// <summary>Whether some window of <paramref name="spec"/> fits on every axis of <paramref name="inputShape"/>.</summary>
    public static bool Fits(ReferenceSpec spec, PoolingShape inputShape) =>
        Extents(inputShape).Select((extent, axis) => ReferenceAxis.Windows(spec, axis, extent).Length).All(outputs => outputs > 0);

    /// <summary>
    /// z and, for a sum, how far a correctly rounded kernel may stray: K·u·Σ|x| / divisor, to which 1 ulp of the result comes;
    /// without limit where a partial sum may overflow.
    /// </summary>
    public ReferenceResult Forward(double[] input, Precision precision)
    {
        var values = new double[OutputShape.ElementCount];
        double[]? tolerances = _spec.HasWinners ? null : new double[values.Length];
        ForEachWindow((plane, window, output) =>
        {
            if (tolerances is null)
            {
                int[] winners = Winners(input, plane, window);
                values[output] = winners.Length == 0 ? precision.Saturated(Worst) : input[InputIndex(plane, winners[0])];
                return;
            }
            if (window.Inside.Length == 0)
                return;
            var sum = new ExactSum();
            double magnitude = 0;
            foreach (int position in window.Inside)
            {
                double value = input[InputIndex(plane, position)];
                sum.Add(value);
                magnitude += Math.Abs(value);
            }
            if (_spec.Kind == PoolingKind.Lp)
            {
                values[output] = Norm(input, plane, window);
                tolerances[output] = NormTolerance(input, plane, window, values[output], precision);
                return;
            }
            values[output] = precision.Integers is null ? sum.Value / Divisor(window) : RoundedQuotient((long)sum.Value, (long)Divisor(window));
            tolerances[output] = precision.Overflows(magnitude)
                ? double.PositiveInfinity
                : window.Inside.Length * precision.UnitRoundoff * magnitude / Divisor(window);
        });
        return precision.Integers is null ? new ReferenceResult(values, tolerances) : new([.. values.Select(precision.RoundedToInteger)], null);
    }

    /// <summary>A quotient of integers, rounded half to even by its remainder.</summary>
    private static long RoundedQuotient(long sum, long divisor)
    {
        (long quotient, long remainder) = Math.DivRem(Math.Abs(sum), divisor);
        if (2 * remainder > divisor || (2 * remainder == divisor && quotient % 2 == 1))
            quotient++;
        return Math.Sign(sum) * quotient;
    }

    /// <summary>The in-plane index of each window's winner: the last under <see cref="TieRule.Last"/>, else the first; -1 without one.</summary>
    public int[] Indices(double[] input)
    {
        var indices = new int[OutputShape.ElementCount];
        ForEachWindow((plane, window, output) =>
        {
            int[] winners = Winners(input, plane, window);
            indices[output] = winners.Length == 0 ? -1 : _spec.Ties == TieRule.Last ? winners[^1] : winners[0];
        });
        return indices;
    }

    /// <summary>∂L/∂x and, where shares of a gradient are rounded, how far a kernel may stray from it.</summary>
    public ReferenceResult Backward(double[] input, double[] outputGradient, Precision precision)
    {
        if (_spec.Kind == PoolingKind.Lp)
            return NormBackward(input, outputGradient, precision);
        var sums = new ExactSum[InputShape.ElementCount];
        var magnitudes = new double[sums.Length];
        var additions = new int[sums.Length];
        ForEachWindow((plane, window, output) =>
        {
            int[] receivers = Receivers(input, plane, window);
            double share = outputGradient[output] / ShareDivisor(window, receivers.Length);
            foreach (int position in receivers)
            {
                int index = InputIndex(plane, position);
                sums[index].Add(share);
                magnitudes[index] += Math.Abs(share);
                additions[index]++;
            }
        });

        double[] values = [.. sums.Select(sum => sum.Value)];
        if (precision.Integers is not null)
            return new ReferenceResult([.. values.Select(precision.RoundedToInteger)], [.. values.Select(Precision.RoundingTolerance)]);

        // Whole gradients that are not divided add up without rounding.
        bool exact = _spec.HasWinners && _spec.Ties != TieRule.Split && outputGradient.All(share => !double.IsFinite(share) || share == Math.Round(share));
        return exact
            ? new ReferenceResult(values, null)
            : new ReferenceResult(values, [.. magnitudes.Select((magnitude, i) => (additions[i] + SharePrecision) * precision.UnitRoundoff * magnitude)]);
    }

    // A share is dz times a rounded reciprocal, and the reference's own quotient is rounded too.
    private const int SharePrecision = 3;

    private int[] Receivers(double[] input, int plane, ReferenceWindow window)
    {
        if (!_spec.HasWinners)
            return window.Inside;
        int[] winners = Winners(input, plane, window);
        return winners.Length == 0 ? [] : _spec.Ties switch
        {
            TieRule.First => winners[..1],
            TieRule.Last => winners[^1..],
            _ => winners,
        };
    }

    private double ShareDivisor(ReferenceWindow window, int receivers) =>
        !_spec.HasWinners ? Divisor(window) : _spec.Ties == TieRule.Split ? receivers : 1;

    private double Divisor(ReferenceWindow window) =>
        _spec.Kind == PoolingKind.Sum ? 1 : _spec.DivisorOverride ?? (_spec.CountIncludePad ? window.Counted : window.Inside.Length);

    /// <summary>The in-plane positions of a window's winners, in row-major order.</summary>
    private int[] Winners(double[] input, int plane, ReferenceWindow window)
    {
        bool nan = false, number = false;
        double best = Worst;
        foreach (int position in window.Inside)
        {
            double value = input[InputIndex(plane, position)];
            nan |= double.IsNaN(value);
            number |= !double.IsNaN(value);
            if (_spec.Kind == PoolingKind.Max ? value > best : value < best)
                best = value;
        }

        bool nanWins = nan && _spec.NaN == NaNRule.Propagate;
        if (!nanWins && !number)
            return [];
        var winners = new List<int>();
        foreach (int position in window.Inside)
        {
            double value = input[InputIndex(plane, position)];
            if (nanWins ? double.IsNaN(value) : value == best)
                winners.Add(position);
        }
        return [.. winners];
    }

    /// <summary>The value of a window without a winner.</summary>
    private double Worst => _spec.Kind == PoolingKind.Max ? double.NegativeInfinity : double.PositiveInfinity;

    private void ForEachWindow(Action<int, ReferenceWindow, int> visit)
    {
        int planes = InputShape.Batch * InputShape.Channels;
        for (int plane = 0; plane < planes; plane++)
        {
            for (int window = 0; window < _windows.Length; window++)
                visit(plane, _windows[window], Index(plane, window, _windows.Length));
        }
    }

    private int InputIndex(int plane, int position) => Index(plane, position, _planeLength);

    private int Index(int plane, int position, int planeLength)
    {
        if (_spec.Layout == TensorLayout.ChannelsFirst)
            return plane * planeLength + position;
        (int sample, int channel) = Math.DivRem(plane, InputShape.Channels);
        return (sample * planeLength + position) * InputShape.Channels + channel;
    }

    private ReferenceWindow[] Combine(AxisWindow[][] axes)
    {
        ReferenceWindow[] combined = [new ReferenceWindow([0], 1)];
        for (int axis = 0; axis < axes.Length; axis++)
        {
            int extent = _extents[axis];
            combined = [.. combined.SelectMany(outer => axes[axis].Select(inner => new ReferenceWindow(
                [.. outer.Inside.SelectMany(start => inner.Inside.Select(position => start * extent + position))],
                outer.Counted * inner.Counted)))];
        }
        return combined;
    }

    private static int[] Extents(PoolingShape shape) => shape.Rank switch
    {
        1 => [shape.Width],
        2 => [shape.Height, shape.Width],
        _ => [shape.Depth, shape.Height, shape.Width],
    };

    private static PoolingShape Shape(PoolingShape like, int[] extents) => extents.Length switch
    {
        1 => new PoolingShape(like.Batch, like.Channels, extents[0]),
        2 => new PoolingShape(like.Batch, like.Channels, extents[0], extents[1]),
        _ => new PoolingShape(like.Batch, like.Channels, extents[0], extents[1], extents[2]),
    };

    /// <param name="Inside">The in-plane positions of the taps inside the input, row-major.</param>
    /// <param name="Counted">The taps inside the input or its declared padding.</param>
    private sealed record ReferenceWindow(int[] Inside, int Counted);
}
