using System.Reflection;
using PoolGen.Benchmarks.Cases;

namespace PoolGen.Benchmarks.Poolings;

/// <summary>The annotated types of this namespace.</summary>
internal static class PoolingCatalog
{
    public static IReadOnlyList<PoolingCalls> All { get; } =
    [
        .. from type in typeof(PoolingCatalog).Assembly.GetTypes()
           where type.Namespace == typeof(PoolingCatalog).Namespace
           let attribute = type.GetCustomAttribute<PoolingAttribute>()
           where attribute is not null
           orderby type.Name
           select (PoolingCalls)Activator.CreateInstance(typeof(PoolingCalls<>).MakeGenericType(type), attribute)!,
    ];

    /// <summary>The types for a window: in both layouts, maxima under both tie rules.</summary>
    public static IEnumerable<PoolingCalls> For(Window window) => All.Where(pooling => pooling.Window == window);
}
