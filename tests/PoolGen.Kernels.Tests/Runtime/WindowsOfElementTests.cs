using PoolGen.Runtime;
using Xunit;

namespace PoolGen.Kernels.Tests;

public sealed class WindowsOfElementTests
{
    /// <summary>The first window with a tap on an element, and behind the last, of every axis up to some size, against a search of all taps.</summary>
    [Fact]
    public void They_are_those_with_a_tap_there()
    {
        foreach ((int kernel, int stride, int dilation, int padding) in
            from kernel in Enumerable.Range(1, 4)
            from stride in Enumerable.Range(1, 4)
            from dilation in Enumerable.Range(1, 6)
            from padding in new[] { 0, 2 }
            select (kernel, stride, dilation, padding))
        {
            AxisGeometry axis = new PoolingAxis(kernel, stride, padding, padding, dilation).Resolve(0, 23);
            for (int element = 0; element < axis.InputExtent; element++)
            {
                int[] windows = [.. Enumerable.Range(0, axis.OutputExtent).Where(window =>
                    Enumerable.Range(0, kernel).Any(tap => axis.Start(window) + tap * dilation == element))];
                string where = $"kernel {kernel}, stride {stride}, dilation {dilation}, padding {padding}, element {element}";
                if (windows.Length == 0)
                {
                    Assert.True(axis.FirstWindow(element) >= axis.EndWindow(element), where);
                    continue;
                }
                Assert.True(windows[0] == axis.FirstWindow(element), where);
                Assert.True(windows[^1] < axis.EndWindow(element), where);
            }
        }
    }
}
