using System.Numerics;
using PoolGen.Testing;
using Xunit;

namespace PoolGen.Kernels.Tests;

/// <summary>The static kernels allocate nothing.</summary>
public sealed class AllocationTests
{
    public static TheoryData<string> Names => PoolingRegistry.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Kernels_allocate_nothing(string name) => PoolingRegistry.Find(name).Run(new Measured());

    private sealed class Measured : IPoolingTest
    {
        public void Run<T>(PoolingUnderTest<T> pooling, ReferenceSpec spec)
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            PoolingShape shape = spec.OfRank(new(2, 3, 16, 21));
            T[] input = DataMaker.Input<T>(DataClass.Uniform, (int)shape.ElementCount, TestSeed.Value);
            var output = new T[pooling.OutputShape(shape).ElementCount];
            var inputGradient = new T[input.Length];
            var workspace = new byte[pooling.WorkspaceLength(shape)];
            var indices = new int[output.Length];
            Allocations.AssertNone(() =>
            {
                pooling.Forward(input, output, shape);
                pooling.ForwardTraining(input, output, workspace, shape);
                pooling.BackwardTraining(output, pooling.BackwardReadsInput ? input : [], workspace, inputGradient, shape);
                pooling.Backward(output, input, inputGradient, shape);
                if (pooling.HasIndices)
                    pooling.ForwardWithIndices(input, output, indices, shape);
            });
        }
    }
}
