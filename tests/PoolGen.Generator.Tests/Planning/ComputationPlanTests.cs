using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;
using PoolGen.Generator.Strategies.DeinterleavedRows;
using PoolGen.Generator.Strategies.RollingStrips;

namespace PoolGen.Generator.Tests.Planning;

/// <summary>Which type a pass is computed in, and what becomes of its results.</summary>
public sealed class ComputationPlanTests
{
    private static readonly AxisSpec s_axis = Specs.Axis(3);

    [Theory]
    [InlineData(3, 1, TieRule.Split, true)] // rows and columns
    [InlineData(3, 2, TieRule.Split, true)] // bits
    [InlineData(6, 2, TieRule.Split, true)] // columns
    [InlineData(40, 2, TieRule.Split, false)] // no record
    [InlineData(3, 2, TieRule.All, false)]
    [InlineData(3, 2, TieRule.First, false)]
    public void Gradients_are_shared_before_a_pass_from_records_that_knows_nothing_of_it(int kernel, int stride, TieRule ties, bool shares)
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(Specs.Axis(kernel, stride), ties));
        PassPlan backward = Assert.Single(plan.Passes, pass => !pass.Pass.IsForward());
        Assert.Equal(shares, backward.SharesGradients);
        Assert.Equal(shares ? TieRule.All : ties, plan.ComputedAs(backward).Spec.Ties);
        Assert.All(plan.Passes.Where(pass => pass.Pass.IsForward()), forward => Assert.False(forward.SharesGradients));
        Assert.Equal(ties, plan.Spec.Ties);
    }

    [Theory]
    [InlineData("float")]
    [InlineData("double")]
    public void Floats_and_doubles_are_computed_as_they_are(string element)
    {
        foreach (PoolingSpec spec in (PoolingSpec[])[Specs.Max(s_axis), Specs.Average(s_axis)])
        {
            PoolingSpec own = spec with { Element = Specs.OfName(element) };
            Assert.All(KernelPlanner.Plan(own).Passes, pass => Assert.Equal(new ComputationPlan(own), pass.Computation));
        }
    }

    [Theory]
    [InlineData("sbyte", "MinValue", "MaxValue")]
    [InlineData("byte", "MinValue", "MaxValue")]
    [InlineData("short", "MinValue", "MaxValue")]
    [InlineData("int", "MinValue", "MaxValue")]
    public void Extremes_of_integers_have_lanes_of_their_own_and_know_no_NaN(string element, string lowest, string highest)
    {
        PoolingSpec max = Specs.Max(s_axis) with { Element = Specs.OfName(element) };
        PassPlan pass = KernelPlanner.Plan(max)[PoolingPass.Forward];
        Assert.Equal(new ComputationPlan(max), pass.Computation);
        Assert.IsType<RollingStripsPlan>(pass);
        Assert.IsType<DeinterleavedRowsPlan>(KernelPlanner.Plan(Specs.Max(Specs.Axis(2, 2)) with { Element = Specs.OfName(element) })[PoolingPass.Forward]);

        var reduction = ReductionPlan.For(max);
        Assert.Equal(("MaxOfNumbers", $"{element}.{lowest}", false), (reduction.Combine, reduction.Identity, reduction.NaNIsEmpty));
        reduction = ReductionPlan.For(max with { Kind = PoolingKind.Min });
        Assert.Equal(("MinOfNumbers", $"{element}.{highest}", false), (reduction.Combine, reduction.Identity, reduction.NaNIsEmpty));
    }

    [Theory]
    [InlineData(PoolingKind.Max, NaNRule.Propagate, "Rt::HalfKeys.NaNAboveAll", "Rt::HalfKeys.NegativeInfinity")]
    [InlineData(PoolingKind.Min, NaNRule.Propagate, "Rt::HalfKeys.NaNBelowAll", "Rt::HalfKeys.PositiveInfinity")]
    [InlineData(PoolingKind.Max, NaNRule.Ignore, "Rt::HalfKeys.NaNAsNegativeInfinity", "Rt::HalfKeys.NegativeInfinity")]
    [InlineData(PoolingKind.Min, NaNRule.Ignore, "Rt::HalfKeys.NaNAsPositiveInfinity", "Rt::HalfKeys.PositiveInfinity")]
    public void Extremes_of_Half_are_those_of_its_keys(object kind, object nan, string conversion, string identity)
    {
        KernelPlan plan = KernelPlanner.Plan(Specs.Max(s_axis, nan: (NaNRule)nan) with { Element = ElementType.Half, Kind = (PoolingKind)kind });
        PassPlan forward = plan[PoolingPass.Forward];
        Assert.Equal((ElementType.HalfKey, conversion), (forward.Computation!.Spec.Element, forward.Computation.Conversion));
        Assert.Equal(identity, plan.ComputedAs(forward).Reduction.Identity);

        // Winners are told by equality, and a key tells -0 from +0.
        Assert.All(
            plan.Passes.Where(pass => pass != forward),
            pass => Assert.Equal((ElementType.Single, "Rt::HalfConversion"), (pass.Computation!.Spec.Element, pass.Computation.Conversion)));
    }

    [Theory]
    [InlineData("byte", "Rt::IntegerConversion<byte, float>")]
    [InlineData("sbyte", "Rt::IntegerConversion<sbyte, float>")]
    [InlineData("short", "Rt::IntegerConversion<short, float>")]
    [InlineData("Half", "Rt::HalfConversion")]
    public void Extremes_of_narrow_types_have_a_kernel_in_float_for_rows_that_fill_no_vector(string element, string conversion)
    {
        foreach (PoolingKind kind in (PoolingKind[])[PoolingKind.Max, PoolingKind.Min])
        {
            PoolingSpec extreme = Specs.Max(Specs.Axis(3, 3)) with { Element = Specs.OfName(element), Kind = kind };
            KernelPlan plan = KernelPlanner.Plan(extreme);
            PassPlan? widened = plan[PoolingPass.Forward].Widened;
            Assert.Equal(new ComputationPlan(extreme with { Element = ElementType.Single }, conversion), widened?.Computation);
            Assert.IsType<DeinterleavedRowsPlan>(widened);
            Assert.All(plan.Passes.Where(pass => pass.Pass != PoolingPass.Forward), pass => Assert.Null(pass.Widened));
        }
    }

    [Fact]
    public void Nothing_is_widened_where_vectors_hold_pixels_or_whole_planes_or_elements_are_wide_or_computed_in_a_wider_type()
    {
        PoolingSpec bytes = Specs.Max(s_axis) with { Element = Specs.OfName("byte") };
        PoolingSpec[] others =
        [
            bytes with { Layout = TensorLayout.ChannelsLast },
            Specs.Max(AxisSpec.Adaptive(1)) with { Element = bytes.Element },
            bytes with { Element = Specs.OfName("int") },
            bytes with { Element = ElementType.Single },
            bytes with { Element = ElementType.Double },
            Specs.Average(s_axis) with { Element = bytes.Element },
            Specs.Average(s_axis) with { Element = ElementType.Half },
        ];
        Assert.All(others, spec => Assert.All(KernelPlanner.Plan(spec).Passes, pass => Assert.Null(pass.Widened)));
    }

    /// <summary>Sums stay below 2^23 in float: |least| times the taps.</summary>
    [Theory]
    [InlineData("byte", 128, 255, "float")] // 2^8 * 32640
    [InlineData("byte", 128, 256, "double")]
    [InlineData("sbyte", 255, 256, "float")]
    [InlineData("sbyte", 256, 256, "double")]
    [InlineData("short", 15, 17, "float")]
    [InlineData("short", 16, 16, "double")]
    [InlineData("int", 1, 1, "double")]
    public void Sums_of_integers_are_exact_in_the_type_they_are_added_in(string element, int height, int width, string sums)
    {
        PoolingSpec average = Specs.Average(s_axis) with { Axes = new([Specs.Axis(height), Specs.Axis(width)]), Element = Specs.OfName(element) };
        ComputationPlan forward = KernelPlanner.Plan(average)[PoolingPass.Forward].Computation!;
        Assert.Equal((sums, $"Rt::IntegerConversion<{element}, {sums}>", true), (forward.Spec.Element.Name, forward.Conversion, forward.DividesSums));
        Assert.Equal((PoolingKind.Sum, new Divisor(DivisorKind.Fixed, 1)), (forward.Spec.Kind, forward.Spec.Divisor));

        ComputationPlan sum = KernelPlanner.Plan(average with { Kind = PoolingKind.Sum, Divisor = new(DivisorKind.Fixed, 1) })[PoolingPass.Forward].Computation!;
        Assert.Equal((sums, false), (sum.Spec.Element.Name, sum.DividesSums));
    }

    [Fact]
    public void Fractions_of_gradients_are_added_in_double()
    {
        ElementType element = Specs.OfName("byte");
        Assert.Equal(ElementType.Double, Backward(Specs.Average(s_axis)));
        Assert.Equal(ElementType.Double, Backward(Specs.Max(s_axis, TieRule.Split)));
        Assert.Equal(ElementType.Single, Backward(Specs.Max(s_axis)));
        Assert.Equal(ElementType.Single, Backward(Specs.Max(Specs.Axis(3, 2), TieRule.First)));

        ElementType Backward(PoolingSpec spec) =>
            KernelPlanner.Plan(spec with { Element = element }).Passes.Single(pass => !pass.Pass.IsForward()).Computation!.Spec.Element;
    }

    /// <summary>An adaptive window may have any number of taps, and an element may be in as many windows as there are.</summary>
    [Theory]
    [InlineData("byte", PoolingKind.Average, 7, null, "double", "double")]
    [InlineData("byte", PoolingKind.Average, 7, 50, "float", "double")] // windows of 9 x 9
    [InlineData("short", PoolingKind.Sum, 7, 500, "double", "float")] // 72 x 72
    [InlineData("byte", PoolingKind.Max, 7, null, "float", "float")]
    [InlineData("short", PoolingKind.Max, 15, null, "float", "float")] // 225 windows
    [InlineData("short", PoolingKind.Max, 16, null, "double", "double")]
    public void Sums_of_adaptive_windows_are_exact(string element, object kind, int outputs, int? extent, string forward, string backward)
    {
        PoolingSpec spec = Specs.Max(AxisSpec.Adaptive(outputs) with { InputExtent = extent }, TieRule.First) with
        {
            Element = Specs.OfName(element),
            Kind = (PoolingKind)kind,
            Divisor = (PoolingKind)kind == PoolingKind.Sum ? new(DivisorKind.Fixed, 1) : new(DivisorKind.Taps),
        };
        PassPlan[] passes = [.. KernelPlanner.Plan(spec).Passes];
        Assert.Equal(forward, passes.Last(pass => pass.Pass.IsForward()).Computation!.Spec.Element.Name);
        Assert.Equal(backward, passes.Single(pass => !pass.Pass.IsForward()).Computation!.Spec.Element.Name);
    }

    [Theory]
    [InlineData("int", PoolingKind.Average, null, (1 << 21) - 1)]
    [InlineData("int", PoolingKind.Sum, null, (1 << 21) - 1)]
    [InlineData("int", PoolingKind.Max, null, null)]
    [InlineData("int", PoolingKind.Average, 50, null)]
    [InlineData("short", PoolingKind.Average, null, null)]
    [InlineData("float", PoolingKind.Average, null, null)]
    public void Taps_are_limited_where_they_are_counted_at_run_time_only(string element, object kind, int? extent, int? most) =>
        Assert.Equal(most, KernelPlanner.Plan(Specs.Average(AxisSpec.Adaptive(7) with { InputExtent = extent }) with { Element = Specs.OfName(element), Kind = (PoolingKind)kind }).MostTaps);

    [Theory]
    [InlineData("byte", 1 << 24)]
    [InlineData("short", 1 << 24)]
    [InlineData("int", (1 << 21) - 1)]
    [InlineData("Half", 1 << 24)]
    public void A_window_has_as_many_taps_as_can_be_added_exactly(string element, int most) =>
        Assert.Equal(most, ComputationPlan.MostTaps(Specs.OfName(element), 1 << 24));

    /// <summary>Lanes of 8 and 16 bits have what forward passes need; records of winners and sums are for 32 and 64 bits.</summary>
    [Fact]
    public void Narrow_lanes_serve_forward_passes_without_records_only()
    {
        string[] narrow = ["sbyte", "byte", "short"];
        foreach (PoolingSpec spec in Specs.Product())
        {
            Assert.All(KernelPlanner.Plan(spec).Passes, pass => Assert.True(
                !narrow.Contains(pass.Computation!.Spec.Element.Name) || (pass.Pass == PoolingPass.Forward && spec.Kind is PoolingKind.Max or PoolingKind.Min),
                $"{PlanDescriber.Configuration(spec)}, {pass.Pass} in {pass.Computation.Spec.Element.Name}"));
        }
    }
}
