using System.Reflection;
using PoolGen.Benchmarks.Cases;
using PoolGen.Benchmarks.Poolings;

namespace PoolGen.Benchmarks.ElementTypes;

/// <summary>The poolings of this namespace, on a shape.</summary>
internal static class TypedPoolings
{
    private static readonly (Type Pooling, PoolingAttribute Attribute)[] s_declared =
    [
        .. from type in typeof(TypedPoolings).Assembly.GetTypes()
           where type.Namespace == typeof(TypedPoolings).Namespace
           let attribute = type.GetCustomAttribute<PoolingAttribute>()
           where attribute is not null
           select (type, attribute),
    ];

    /// <summary>The element types, <c>float</c> first.</summary>
    public static IReadOnlyList<Type> Elements { get; } = [typeof(float), typeof(double), typeof(Half), typeof(sbyte), typeof(byte), typeof(short), typeof(int)];

    public static IReadOnlyList<Window> Windows { get; } = [.. s_declared.Select(declared => PoolingCalls.WindowOf(declared.Attribute)).Distinct()];

    /// <summary>The poolings of a window, one for each of the <see cref="Elements"/>.</summary>
    public static IReadOnlyList<TypedPooling> For(Window window, PoolingShape shape) =>
    [
        .. from element in Elements
           from declared in s_declared
           where declared.Attribute.ElementType == element && PoolingCalls.WindowOf(declared.Attribute) == window
           select (TypedPooling)Activator.CreateInstance(typeof(TypedPooling<,>).MakeGenericType(declared.Pooling, element), window, shape)!,
    ];
}
