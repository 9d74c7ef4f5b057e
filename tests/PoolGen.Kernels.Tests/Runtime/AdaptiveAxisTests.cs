using PoolGen.Runtime;
using Xunit;

namespace PoolGen.Kernels.Tests;

public sealed class AdaptiveAxisTests
{
    /// <summary>PyTorch's rule, start = ⌊i n / outputs⌋ and end = ⌈(i + 1) n / outputs⌉, for windows that differ.</summary>
    [Theory]
    [InlineData(3, 8, "0-3 2-6 5-8")]
    [InlineData(3, 2, "0-1 0-2 1-2")] // more windows than elements
    [InlineData(5, 1, "0-1 0-1 0-1 0-1 0-1")]
    public void Every_window_has_taps_of_its_own(int outputs, int extent, string windows)
    {
        AxisGeometry axis = PoolingAxis.Adaptive(outputs).Resolve(0, extent);

        Assert.Equal(windows, string.Join(' ', Enumerable.Range(0, axis.OutputExtent).Select(window => $"{axis.Start(window)}-{axis.End(window)}")));
        Assert.All(Enumerable.Range(0, axis.OutputExtent), window => Assert.Equal(axis.End(window) - axis.Start(window), axis.Taps(window).Count));
    }
}
