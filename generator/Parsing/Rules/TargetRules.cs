namespace PoolGen.Generator.Parsing.Rules;

/// <summary>PG00xx: whether the annotated type can get a generated part.</summary>
internal static class TargetRules
{
    public static IEnumerable<Violation> Check(TargetFacts target, PoolingKind? kind)
    {
        if (target.NotPartial.Count > 0)
        {
            string lacking = Text.Join(target.NotPartial.Select(Text.Quote), "and");
            yield return new(RuleIds.NotPartial, Subject.Type, target.Name, lacking + (target.NotPartial.Count == 1 ? " is" : " are"));
        }
        if (target.IsRefStruct)
            yield return new(RuleIds.RefStruct, Subject.Type, target.Name);
        if (target.IsRecordClass)
            yield return new(RuleIds.RecordClass, Subject.Type, target.Name);
        if (target.FileLocal is { } local)
            yield return new(RuleIds.FileLocal, Subject.Type, target.Name, local);
        if (!target.HasStaticAbstracts)
            yield return new(RuleIds.LanguageVersion, Subject.Type, target.Name, target.LanguageVersion);
        foreach (TakenName taken in target.Taken)
        {
            if (GeneratedMembers.Includes(taken.Name, target.Type.Form, kind))
                yield return new(RuleIds.MemberCollision, Subject.Type, target.Name, taken.Name, taken.Holder);
        }
    }
}
