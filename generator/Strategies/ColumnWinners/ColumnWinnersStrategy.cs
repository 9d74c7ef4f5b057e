using PoolGen.Generator.Emission;
using PoolGen.Generator.Model;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.ColumnWinners;

/// <summary>Training passes of maxima and minima of many taps.</summary>
internal sealed class ColumnWinnersStrategy : Strategy<ColumnWinnersPlan>
{
    // Channels first, rows are taken apart by their columns' places in a stride: there are lane operations for so many.
    private const int MostApart = 4;

    public override ColumnWinnersPlan? TryPlan(PoolingSpec spec, ReductionPlan reduction, PoolingPass pass)
    {
        (AxisSpec height, AxisSpec width) = (spec.Height, spec.Width);
        string? winner = spec.Ties switch
        {
            TieRule.First => "LowestBit",
            TieRule.Last => "HighestBit",
            _ => null,
        };
        bool isVectorised = spec.Layout == TensorLayout.ChannelsLast || width.Stride <= MostApart;
        return pass switch
        {
            PoolingPass.ForwardColumns => Plan(ForwardCalls(height, width), "rows are compared once for all windows that share a column, and columns of what they come to"),
            PoolingPass.BackwardColumns => Plan(BackwardCalls(height, width), "a column's gradient is summed over the windows that it won before its rows take their parts") with
            {
                Scattering = spec.Layout == TensorLayout.ChannelsFirst ? ScatteringPlan.ForColumns(width, isVectorised) : null,
            },
            _ => null,
        };

        ColumnWinnersPlan Plan(int calls, string why) => new(pass, calls, why, height, width, winner) { IsVectorised = isVectorised };
    }

    protected override void Print(CodeWriter writer, KernelPlan kernel, ColumnWinnersPlan plan)
    {
        if (plan.Pass == PoolingPass.ForwardColumns)
            new ForwardPrinter(writer, kernel, plan).Print();
        else
            new BackwardPrinter(writer, kernel, plan).Print();
    }

    /// <summary>The larger of rows of a column, of which the new ones are added up and asked for, and of a window's columns.</summary>
    private static int ForwardCalls(AxisSpec height, AxisSpec width)
    {
        const int Tap = 4, NewRow = 2, Rest = 10;
        return Math.Max((Tap * height.Kernel) + (NewRow * Math.Min(height.Kernel, height.Stride)), Tap * width.Kernel) + Rest;
    }

    /// <summary>The larger of what a run of columns takes, and a column's rows.</summary>
    private static int BackwardCalls(AxisSpec height, AxisSpec width)
    {
        const int Tap = 2, Load = 2, Element = 5;
        return Math.Max(Of(height), Of(width));

        static int Of(AxisSpec axis) => (Tap * axis.Kernel) + (Load * ColumnWinnersPlan.TapsOfElements(axis).Count()) + (Element * axis.Stride);
    }
}
