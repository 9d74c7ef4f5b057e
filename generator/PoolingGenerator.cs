using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PoolGen.Generator.Emission;
using PoolGen.Generator.Parsing;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator;

/// <summary>Turns types with <c>[Pooling]</c> into pooling layers: parse what was asked, plan how, print the plan.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class PoolingGenerator : IIncrementalGenerator
{
    /// <summary>The names of the pipeline's steps, by which tests ask what was run again.</summary>
    internal static class Steps
    {
        public const string Requests = nameof(Requests);
        public const string Plans = nameof(Plans);
    }

    private static readonly Encoding s_utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // 1. What was asked: records without symbols; what breaks a rule is left to the analyzer.
        var requests = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                AttributeReader.AttributeName,
                static (node, _) => node is TypeDeclarationSyntax,
                PoolingParser.Parse)
            .Where(static request => request is not null)
            .WithTrackingName(Steps.Requests);

        // 2. How it is computed: decisions as data.
        var plans = requests
            .Select(static (request, _) => (request!.Target, Kernel: KernelPlanner.Plan(request.Spec)))
            .WithTrackingName(Steps.Plans);

        // 3. The text.
        context.RegisterSourceOutput(plans, static (output, plan) =>
            output.AddSource(plan.Target.HintName, SourceText.From(PoolingSource.Print(plan.Target, plan.Kernel), s_utf8)));
    }
}
