namespace PoolGen.Generator.Parsing.Rules;

/// <summary>A cast can put any number where an enumeration is expected: only values that have a name mean something.</summary>
internal static class EnumRules
{
    public static bool IsDefined<TEnum>(TEnum value)
        where TEnum : struct, Enum => Enum.IsDefined(typeof(TEnum), value);

    public static IEnumerable<Violation> Check(PoolingArguments arguments) =>
    [
        .. Undefined(nameof(arguments.Kind), arguments.Kind, Supported.KindNames),
        .. Undefined(nameof(arguments.AutoPad), arguments.AutoPad),
        .. Undefined(nameof(arguments.Ties), arguments.Ties),
        .. Undefined(nameof(arguments.NaN), arguments.NaN),
        .. CheckWindow(arguments),
    ];

    /// <summary>What holds for every attribute with windows.</summary>
    public static IEnumerable<Violation> CheckWindow(WindowArguments arguments) => Undefined(nameof(arguments.Layout), arguments.Layout);

    private static IEnumerable<Violation> Undefined<TEnum>(string name, Argument<TEnum> argument, string? cure = null)
        where TEnum : struct, Enum
    {
        if (argument.IsGiven && !IsDefined(argument.Value))
        {
            yield return new(
                RuleIds.UndefinedValue,
                Subject.Value(name),
                name,
                argument.Value.ToString("D"),
                typeof(TEnum).Name,
                cure ?? Text.Join(Enum.GetNames(typeof(TEnum)), "or"));
        }
    }
}
