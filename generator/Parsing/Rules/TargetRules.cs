namespace PoolGen.Generator.Parsing.Rules;

/// <summary>PG00xx: whether the annotated type can get a generated part.</summary>
internal static class TargetRules
{
    /// <param name="target">The type.</param>
    /// <param name="kind">The kind of pooling, where there is one and it is known.</param>
    public static IEnumerable<Violation> Check(TargetFacts target, PoolingKind? kind = null)
    {
        if (target.HasSeveralAnnotations)
            yield return new(RuleIds.SeveralAttributes, Subject.Type, target.Name);
        if (target.NotPartial.Count > 0)
        {
            string lacking = Text.Join(target.NotPartial.Select(Text.Quote), "and");
            yield return new(RuleIds.NotPartial, Subject.Type, target.Name, lacking + (target.NotPartial.Count == 1 ? " is" : " are"));
        }
        if (target.IsRefStruct)
            yield return new(RuleIds.RefStruct, Subject.Type, target.Name, target.Annotation.Interface);
        if (target.IsRecordClass)
            yield return new(RuleIds.RecordClass, Subject.Type, target.Name);
        if (target.FileLocal is { } local)
            yield return new(RuleIds.FileLocal, Subject.Type, target.Name, local);
        if (!target.HasStaticAbstracts)
            yield return new(RuleIds.LanguageVersion, Subject.Type, target.Name, target.LanguageVersion);
        foreach (TakenName taken in target.Taken)
        {
            if (target.Annotation.Members.Includes(taken.Name, target.Type.Form, kind))
                yield return new(RuleIds.MemberCollision, Subject.Type, target.Name, taken.Name, taken.Holder);
        }
    }
}
