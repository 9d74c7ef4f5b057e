using PoolGen.Benchmarks.Cases;

namespace PoolGen.Benchmarks.Measuring;

/// <summary>The tensors of a case in both plain layouts, and what else lives as long as the case is measured.</summary>
internal sealed class Tensors : IDisposable
{
    private readonly List<IDisposable> _owned = [];
    private readonly PlainTensors _channelsFirst, _channelsLast;

    public Tensors(Case problem)
    {
        Case = problem;
        _channelsFirst = new(this);
        _channelsLast = new(this);

        Span<float> input = _channelsFirst.Input.Span, outputGradient = _channelsFirst.OutputGradient.Span;
        for (int i = 0; i < input.Length; i++)
            input[i] = (Scramble((uint)i) - (float)(1 << 23)) / (1 << 23);
        for (int i = 0; i < outputGradient.Length; i++)
            outputGradient[i] = ((int)(Scramble((uint)i + 7919) >> 15) - 256) / 256f;
        LayoutConversion.ToNhwc(input, _channelsLast.Input.Span, problem);
        LayoutConversion.ToNhwc(outputGradient, _channelsLast.OutputGradient.Span, problem);
    }

    public Case Case { get; }

    public NativeBuffer<float> Input(Layout layout) => Of(layout).Input;

    public NativeBuffer<float> Output(Layout layout) => Of(layout).Output;

    public NativeBuffer<float> OutputGradient(Layout layout) => Of(layout).OutputGradient;

    public NativeBuffer<float> InputGradient(Layout layout) => Of(layout).InputGradient;

    /// <summary>What a direction writes.</summary>
    public NativeBuffer<float> Result(Layout layout, Direction direction) =>
        direction.GivesGradient() ? InputGradient(layout) : Output(layout);

    /// <summary>Makes every result wrong: a contender that writes nothing must not pass on what another has written.</summary>
    public void Spoil()
    {
        foreach (Layout layout in (Layout[])[Layout.Nchw, Layout.Nhwc])
        {
            Output(layout).Span.Fill(float.NaN);
            InputGradient(layout).Span.Fill(float.NaN);
        }
    }

    /// <summary>Memory that is freed with the tensors.</summary>
    public NativeBuffer<T> Allocate<T>(int length)
        where T : unmanaged => Own(new NativeBuffer<T>(length, stagger: _owned.Count));

    /// <summary>Disposes something together with the tensors.</summary>
    public T Own<T>(T owned)
        where T : IDisposable
    {
        _owned.Add(owned);
        return owned;
    }

    /// <summary>Last first, as they may depend on each other.</summary>
    public void Dispose()
    {
        for (int i = _owned.Count - 1; i >= 0; i--)
            _owned[i].Dispose();
    }

    private PlainTensors Of(Layout layout) => layout == Layout.Nhwc ? _channelsLast : _channelsFirst;

    /// <summary>
    /// A bijection of 24 bits: no two elements of a plane are equal, so that maxima are unique and every tie rule gives the same
    /// gradient. Gradients are multiples of 1/256, whose sums are exact in any order: max-pooling can be compared bit by bit.
    /// </summary>
    private static uint Scramble(uint number)
    {
        const uint Mask = (1 << 24) - 1;
        number &= Mask;
        number = (number ^ (number >> 12)) * 0x5BD1E995 & Mask;
        number = (number ^ (number >> 13)) * 0x2545F491 & Mask;
        return number ^ (number >> 11);
    }

    private sealed class PlainTensors(Tensors tensors)
    {
        public NativeBuffer<float> Input { get; } = tensors.Allocate<float>(tensors.Case.Inputs);

        public NativeBuffer<float> Output { get; } = tensors.Allocate<float>(tensors.Case.Outputs);

        public NativeBuffer<float> OutputGradient { get; } = tensors.Allocate<float>(tensors.Case.Outputs);

        public NativeBuffer<float> InputGradient { get; } = tensors.Allocate<float>(tensors.Case.Inputs);
    }
}
