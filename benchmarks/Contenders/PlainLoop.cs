using PoolGen.Benchmarks.Cases;

namespace PoolGen.Benchmarks.Contenders;

/// <summary>Pooling as a person would write it: a loop over the outputs as they lie in memory, and one over each window's taps.</summary>
internal sealed class PlainLoop
{
    private readonly Case _case;
    private readonly bool _max;

    // Channels first: every plane is an image of single numbers. Channels last: every sample is an image of pixels.
    private readonly int _images, _channels;

    public PlainLoop(Case problem, Layout layout)
    {
        _case = problem;
        _max = problem.Window.Kind == PoolingKind.Max;
        (_images, _channels) = layout == Layout.Nhwc ? (problem.Batch, problem.Channels) : (problem.Planes, 1);
    }

    public void Forward(ReadOnlySpan<float> input, Span<float> output)
    {
        int index = 0;
        for (int image = 0; image < _images; image++)
        {
            for (int row = 0; row < _case.OutputHeight; row++)
            {
                for (int column = 0; column < _case.OutputWidth; column++)
                {
                    var taps = new Taps(_case, row, column);
                    for (int channel = 0; channel < _channels; channel++)
                    {
                        int start = Start(image, channel);
                        output[index++] = _max ? Maximum(input, start, taps) : Sum(input, start, taps) / taps.Divisor;
                    }
                }
            }
        }
    }

    public void Backward(ReadOnlySpan<float> input, ReadOnlySpan<float> outputGradient, Span<float> inputGradient)
    {
        inputGradient.Clear();
        int index = 0;
        for (int image = 0; image < _images; image++)
        {
            for (int row = 0; row < _case.OutputHeight; row++)
            {
                for (int column = 0; column < _case.OutputWidth; column++)
                {
                    var taps = new Taps(_case, row, column);
                    for (int channel = 0; channel < _channels; channel++)
                    {
                        int start = Start(image, channel);
                        if (_max)
                            inputGradient[Winner(input, start, taps)] += outputGradient[index++];
                        else
                            Add(outputGradient[index++] / taps.Divisor, inputGradient, start, taps);
                    }
                }
            }
        }
    }

    private int Start(int image, int channel) => image * _case.Height * _case.Width * _channels + channel;

    private float Maximum(ReadOnlySpan<float> input, int start, Taps taps)
    {
        (int width, int channels) = (_case.Width, _channels);
        float value = float.NegativeInfinity;
        for (int row = taps.Top; row < taps.Bottom; row++)
        {
            for (int column = taps.Left; column < taps.Right; column++)
            {
                float tap = input[start + (row * width + column) * channels];
                if (tap > value || float.IsNaN(tap))
                    value = tap;
            }
        }
        return value;
    }

    private float Sum(ReadOnlySpan<float> input, int start, Taps taps)
    {
        (int width, int channels) = (_case.Width, _channels);
        float sum = 0;
        for (int row = taps.Top; row < taps.Bottom; row++)
        {
            for (int column = taps.Left; column < taps.Right; column++)
                sum += input[start + (row * width + column) * channels];
        }
        return sum;
    }

    // The first of several, as in PyTorch.
    private int Winner(ReadOnlySpan<float> input, int start, Taps taps)
    {
        (int width, int channels) = (_case.Width, _channels);
        int winner = start + (taps.Top * width + taps.Left) * channels;
        for (int row = taps.Top; row < taps.Bottom; row++)
        {
            for (int column = taps.Left; column < taps.Right; column++)
            {
                int tap = start + (row * width + column) * channels;
                if (input[tap] > input[winner] || float.IsNaN(input[tap]))
                    winner = tap;
            }
        }
        return winner;
    }

    private void Add(float share, Span<float> inputGradient, int start, Taps taps)
    {
        (int width, int channels) = (_case.Width, _channels);
        for (int row = taps.Top; row < taps.Bottom; row++)
        {
            for (int column = taps.Left; column < taps.Right; column++)
                inputGradient[start + (row * width + column) * channels] += share;
        }
    }

    /// <summary>The part of a window that lies inside the input.</summary>
    private readonly struct Taps
    {
        public Taps(Case problem, int row, int column)
        {
            Window window = problem.Window;
            int top = row * window.Stride - window.Begin, left = column * window.Stride - window.Begin;
            (Top, Bottom) = (Math.Max(top, 0), Math.Min(top + window.Kernel, problem.Height));
            (Left, Right) = (Math.Max(left, 0), Math.Min(left + window.Kernel, problem.Width));
            Divisor = window.CountsPadding ? window.Kernel * window.Kernel : (Bottom - Top) * (Right - Left);
        }

        public int Top { get; }

        public int Bottom { get; }

        public int Left { get; }

        public int Right { get; }

        public int Divisor { get; }
    }
}
