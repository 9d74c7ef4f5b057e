using Microsoft.CodeAnalysis;
using PoolGen.Generator.Model;

namespace PoolGen.Generator.Parsing;

/// <summary>From Roslyn's view of an attribute to what was written in it. Never throws: an argument without a value of its type makes the result unreadable.</summary>
internal static class AttributeReader
{
    public static PoolingArguments ReadPooling(AttributeData attribute) => Read(attribute, new PoolingArguments(), AddToPooling);

    public static UnpoolingArguments ReadUnpooling(AttributeData attribute) => Read(attribute, new UnpoolingArguments(), AddToWindow);

    private static TArguments Read<TArguments>(AttributeData attribute, TArguments arguments, Func<TArguments, string, TypedConstant, WindowArguments?> add)
        where TArguments : WindowArguments
    {
        // A constructor that did not bind, positional arguments or a property named twice: the compiler has reported them.
        bool isReadable = attribute.AttributeConstructor is not null && attribute.ConstructorArguments.IsEmpty;
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            WindowArguments? next = seen.Add(argument.Key) ? add(arguments, argument.Key, argument.Value) : null;
            isReadable &= next is not null;
            arguments = (TArguments?)next ?? arguments;
        }
        return (TArguments)((WindowArguments)arguments with { IsReadable = isReadable });
    }

    private static WindowArguments? AddToPooling(PoolingArguments arguments, string name, TypedConstant constant) => name switch
    {
        nameof(PoolingArguments.Kind) => ReadEnum<PoolingKind>(constant) is { } value ? arguments with { Kind = value } : null,
        nameof(PoolingArguments.AutoPad) => ReadEnum<AutoPadding>(constant) is { } value ? arguments with { AutoPad = value } : null,
        nameof(PoolingArguments.Dilation) => ReadInt(constant) is { } value ? arguments with { Dilation = value } : null,
        nameof(PoolingArguments.Dilations) => TryReadInts(constant, out var values) ? arguments with { Dilations = values } : null,
        nameof(PoolingArguments.CeilMode) => ReadPrimitive<bool>(constant) is { } value ? arguments with { CeilMode = value } : null,
        nameof(PoolingArguments.CountIncludePad) => ReadPrimitive<bool>(constant) is { } value ? arguments with { CountIncludePad = value } : null,
        nameof(PoolingArguments.DivisorOverride) => ReadInt(constant) is { } value ? arguments with { DivisorOverride = value } : null,
        nameof(PoolingArguments.NormType) => ReadPrimitive<double>(constant) is { } value ? arguments with { NormType = value } : null,
        nameof(PoolingArguments.Ties) => ReadEnum<TieRule>(constant) is { } value ? arguments with { Ties = value } : null,
        nameof(PoolingArguments.NaN) => ReadEnum<NaNRule>(constant) is { } value ? arguments with { NaN = value } : null,
        nameof(PoolingArguments.OutputSize) => ReadInt(constant) is { } value ? arguments with { OutputSize = value } : null,
        nameof(PoolingArguments.OutputSizes) => TryReadInts(constant, out var values) ? arguments with { OutputSizes = values } : null,
        nameof(PoolingArguments.InputExtents) => TryReadInts(constant, out var values) ? arguments with { InputExtents = values } : null,
        _ => AddToWindow(arguments, name, constant),
    };

    private static WindowArguments? AddToWindow(WindowArguments arguments, string name, TypedConstant constant) => name switch
    {
        nameof(WindowArguments.Rank) => ReadInt(constant) is { } value ? arguments with { Rank = value } : null,
        nameof(WindowArguments.Kernel) => ReadInt(constant) is { } value ? arguments with { Kernel = value } : null,
        nameof(WindowArguments.KernelShape) => TryReadInts(constant, out var values) ? arguments with { KernelShape = values } : null,
        nameof(WindowArguments.Stride) => ReadInt(constant) is { } value ? arguments with { Stride = value } : null,
        nameof(WindowArguments.Strides) => TryReadInts(constant, out var values) ? arguments with { Strides = values } : null,
        nameof(WindowArguments.Padding) => ReadInt(constant) is { } value ? arguments with { Padding = value } : null,
        nameof(WindowArguments.PaddingBegin) => TryReadInts(constant, out var values) ? arguments with { PaddingBegin = values } : null,
        nameof(WindowArguments.PaddingEnd) => TryReadInts(constant, out var values) ? arguments with { PaddingEnd = values } : null,
        nameof(WindowArguments.Layout) => ReadEnum<TensorLayout>(constant) is { } value ? arguments with { Layout = value } : null,
        nameof(WindowArguments.ElementType) => TryReadType(constant, out var value) ? arguments with { ElementType = value } : null,
        _ => arguments with { Unknown = new(arguments.Unknown.Append(name)) },
    };

    private static int? ReadInt(TypedConstant constant) => ReadPrimitive<int>(constant);

    private static T? ReadPrimitive<T>(TypedConstant constant)
        where T : struct => constant is { Kind: TypedConstantKind.Primitive, Value: T value } ? value : null;

    // The cast also admits values that no member names: telling the user is a rule's work.
    private static TEnum? ReadEnum<TEnum>(TypedConstant constant)
        where TEnum : struct, Enum =>
        constant is { Kind: TypedConstantKind.Enum, Value: int value } ? (TEnum)Enum.ToObject(typeof(TEnum), value) : null;

    private static bool TryReadInts(TypedConstant constant, out EquatableArray<int>? values)
    {
        values = null;
        if (constant.Kind != TypedConstantKind.Array)
            return false;
        if (constant.IsNull)
            return true;

        // An element that does not bind, or a spread, is an Error inside an Array.
        int?[] elements = [.. constant.Values.Select(ReadInt)];
        if (elements.Any(element => element is null))
            return false;
        values = new(elements.Select(element => element.GetValueOrDefault()));
        return true;
    }

    private static bool TryReadType(TypedConstant constant, out WrittenType? type)
    {
        type = null;
        if (constant.Kind != TypedConstantKind.Type)
            return constant is { IsNull: true, Kind: not TypedConstantKind.Error };
        if (constant.Value is not ITypeSymbol symbol)
            return constant.IsNull;
        if (symbol.TypeKind == TypeKind.Error)
            return false;

        string containing = symbol.ContainingSymbol is { } container ? container.ToDisplayString() + "." : "";
        type = new(containing + symbol.MetadataName, symbol.ToDisplayString());
        return true;
    }
}
