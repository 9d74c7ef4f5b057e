using System.Reflection;

namespace PoolGen.Testing;

/// <summary>The configuration that an annotated type's attribute states, read by reflection with every default applied.</summary>
public static class AttributeReader
{
    public static ReferenceSpec Read(Type type)
    {
        CustomAttributeData data = type.GetCustomAttributesData().Single(attribute => attribute.AttributeType == typeof(PoolingAttribute));
        var given = data.NamedArguments.ToDictionary(argument => argument.MemberName, argument => argument.TypedValue);

        T Scalar<T>(string name, T otherwise) => given.TryGetValue(name, out CustomAttributeTypedArgument argument)
            ? argument.ArgumentType.IsEnum ? (T)Enum.ToObject(argument.ArgumentType, argument.Value!) : (T)argument.Value!
            : otherwise;
        int rank = Scalar("Rank", 2);
        int[]? Array(string name) => given.TryGetValue(name, out CustomAttributeTypedArgument argument)
            ? [.. ((IEnumerable<CustomAttributeTypedArgument>)argument.Value!).Select(element => (int)element.Value!)]
            : null;
        int[]? PerAxis(string scalar, string array) =>
            given.ContainsKey(scalar) ? [.. Enumerable.Repeat(Scalar(scalar, 0), rank)] : Array(array);

        PoolingKind kind = Scalar<PoolingKind>("Kind", 0);
        ReferenceSpec spec = PerAxis("OutputSize", "OutputSizes") is { } outputSize
            ? ReferenceSpec.Adaptive(kind, outputSize)
            : new(kind, PerAxis("Kernel", "KernelShape") ?? throw new InvalidOperationException($"{type} names no kernel."));
        return spec with
        {
            InputExtents = Array("InputExtents"),
            Stride = PerAxis("Stride", "Strides") ?? spec.Stride,
            PadBegin = PerAxis("Padding", "PaddingBegin") ?? spec.PadBegin,
            PadEnd = PerAxis("Padding", "PaddingEnd") ?? spec.PadEnd,
            Dilation = PerAxis("Dilation", "Dilations") ?? spec.Dilation,
            AutoPad = Scalar("AutoPad", AutoPadding.None),
            Ceil = Scalar("CeilMode", false),
            CountIncludePad = Scalar("CountIncludePad", false),
            DivisorOverride = given.ContainsKey("DivisorOverride") ? Scalar("DivisorOverride", 0) : null,
            NormType = Scalar("NormType", 2d),
            Ties = Scalar("Ties", TieRule.All),
            NaN = Scalar("NaN", NaNRule.Propagate),
            Layout = Scalar("Layout", TensorLayout.ChannelsFirst),
            ElementType = Scalar("ElementType", typeof(float)),
        };
    }
}
