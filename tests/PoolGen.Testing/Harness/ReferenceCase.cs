using System.Globalization;
using System.Numerics;

namespace PoolGen.Testing;

/// <summary>One input with everything that a pooling should make of it.</summary>
/// <typeparam name="T">The element type.</typeparam>
public sealed class ReferenceCase<T>
    where T : unmanaged, INumber<T>, IMinMaxValue<T>
{
    private readonly string _origin;

    private ReferenceCase(ReferenceSpec spec, PoolingShape shape, DataClass data, int seed, string origin, T[] input, Func<int, T[]> outputGradient)
    {
        var reference = new ReferencePooling(spec, shape);
        (Spec, InputShape, OutputShape, Data, Seed) = (spec, shape, reference.OutputShape, data, seed);
        _origin = origin;
        Input = input;
        OutputGradient = outputGradient(checked((int)OutputShape.ElementCount));

        double[] x = [.. Input.Select(double.CreateChecked)];
        double[] dz = [.. OutputGradient.Select(double.CreateChecked)];
        var precision = Precision.Of<T>();
        Output = reference.Forward(x, precision);
        Indices = spec.HasWinners ? reference.Indices(x) : [];
        InputGradient = reference.Backward(x, dz, precision);
    }

    public ReferenceSpec Spec { get; }

    public PoolingShape InputShape { get; }

    public PoolingShape OutputShape { get; }

    public DataClass Data { get; }

    public int Seed { get; }

    public T[] Input { get; }

    public T[] OutputGradient { get; }

    public ReferenceResult Output { get; }

    public int[] Indices { get; }

    public ReferenceResult InputGradient { get; }

    /// <summary>A case of random data; the upstream gradient holds infinities for one seed in three.</summary>
    public static ReferenceCase<T> Make(ReferenceSpec spec, PoolingShape shape, DataClass data, int seed) => new(
        spec, shape, data, seed,
        string.Create(CultureInfo.InvariantCulture, $"{data}, seed {seed}"),
        DataMaker.Input<T>(data, checked((int)shape.ElementCount), seed),
        length => DataMaker.Gradient<T>(length, seed + 1, specials: seed % 3 == 0));

    /// <summary>A case of given tensors.</summary>
    public static ReferenceCase<T> Of(ReferenceSpec spec, PoolingShape shape, T[] input, T[] outputGradient) =>
        new(spec, shape, DataClass.Uniform, seed: 0, "given tensors", input, _ => outputGradient);

    public override string ToString() => $"{Spec}, input {InputShape}, {_origin}";
}
