using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Parsing;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator;

/// <summary>
/// Turns types with <c>[Pooling]</c> into pooling layers: parse what was asked, plan how, print the plan. Those with <c>[Unpooling]</c> have
/// one way to be computed and need no plan.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class PoolingGenerator : IIncrementalGenerator
{
    /// <summary>The names of the pipeline's steps, by which tests ask what was run again.</summary>
    internal static class Steps
    {
        public const string Requests = nameof(Requests);
        public const string Plans = nameof(Plans);
        public const string UnpoolingRequests = nameof(UnpoolingRequests);
    }

    private static readonly Encoding s_utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // 1. What was asked: records without symbols; what breaks a rule is left to the analyzer.
        var requests = Requests(context, Annotation.Pooling, PoolingParser.Parse, Steps.Requests);
        var unpoolings = Requests(context, Annotation.Unpooling, PoolingParser.ParseUnpooling, Steps.UnpoolingRequests);

        // 2. How it is computed: decisions as data.
        var plans = requests
            .Select(static (request, _) => (request.Target, Kernel: KernelPlanner.Plan(request.Spec)))
            .WithTrackingName(Steps.Plans);

        // 3. The text.
        context.RegisterSourceOutput(plans, static (output, plan) => Add(output, plan.Target, PoolingSource.Print(plan.Target, plan.Kernel)));
        context.RegisterSourceOutput(unpoolings, static (output, request) => Add(output, request.Target, UnpoolingSource.Print(request.Target, request.Spec)));
    }

    private static IncrementalValuesProvider<TRequest> Requests<TRequest>(
        IncrementalGeneratorInitializationContext context,
        Annotation annotation,
        Func<GeneratorAttributeSyntaxContext, CancellationToken, TRequest?> parse,
        string step)
        where TRequest : class => context.SyntaxProvider
        .ForAttributeWithMetadataName(annotation.MetadataName, static (node, _) => node is TypeDeclarationSyntax, parse)
        .Where(static request => request is not null)
        .Select(static (request, _) => request!)
        .WithTrackingName(step);

    private static void Add(SourceProductionContext output, TargetType target, string text) =>
        output.AddSource(target.HintName, SourceText.From(text, s_utf8));
}
