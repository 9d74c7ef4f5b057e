using System.Numerics;

namespace PoolGen.Testing;

/// <summary>A test whose element type is known at run time only.</summary>
public interface IElementTest
{
    void Run<T>()
        where T : unmanaged, INumber<T>, IMinMaxValue<T>;
}

/// <summary>From an element type to the type argument of a test.</summary>
public static class ElementDispatch
{
    public static void Run(Type element, IElementTest test)
    {
        if (element == typeof(float))
            test.Run<float>();
        else if (element == typeof(double))
            test.Run<double>();
        else if (element == typeof(Half))
            test.Run<Half>();
        else if (element == typeof(sbyte))
            test.Run<sbyte>();
        else if (element == typeof(byte))
            test.Run<byte>();
        else if (element == typeof(short))
            test.Run<short>();
        else if (element == typeof(int))
            test.Run<int>();
        else
            throw new ArgumentException($"No test has elements of {element}.", nameof(element));
    }
}
