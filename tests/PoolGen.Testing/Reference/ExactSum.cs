namespace PoolGen.Testing;

/// <summary>A sum with Neumaier's compensation: its own error is far below the kernels' bound, in double too.</summary>
internal struct ExactSum
{
    private double _sum;
    private double _compensation;

    public readonly double Value => double.IsFinite(_sum) ? _sum + _compensation : _sum;

    public void Add(double value)
    {
        double sum = _sum + value;
        if (double.IsFinite(sum))
            _compensation += Math.Abs(_sum) >= Math.Abs(value) ? _sum - sum + value : value - sum + _sum;
        _sum = sum;
    }
}
