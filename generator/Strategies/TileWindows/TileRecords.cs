using PoolGen.Generator.Emission;
using PoolGen.Generator.Planning;

namespace PoolGen.Generator.Strategies.TileWindows;

/// <summary>What a forward pass leaves of the winners, of which this is nothing.</summary>
internal class TileRecords
{
    /// <summary>What the pass of a plan leaves.</summary>
    public static TileRecords Of(CodeWriter writer, KernelPlan kernel, TileWindowsPlan plan) => plan.Pass switch
    {
        PoolingPass.ForwardColumns => new ColumnRecordsPrinter(writer, kernel, plan),
        PoolingPass.ForwardTaps => new TapRecordsPrinter(writer, kernel, plan),
        _ => new(),
    };

    /// <summary>What the summary of a method that finds extremes goes on with.</summary>
    public virtual string Summary => "";

    /// <summary>Numbers of lanes that it needs.</summary>
    public virtual IEnumerable<Placement> Placements => [];

    /// <summary>What tells the winners, where something does.</summary>
    public virtual IEnumerable<string> Won => [];

    /// <summary>What that is found from, besides the taps.</summary>
    public virtual IEnumerable<string> Parameters => [];

    /// <summary>The ranges of taps that it needs.</summary>
    public virtual IEnumerable<string> Ranges => [];

    /// <summary>What keeps lanes outside the input from winning.</summary>
    public virtual IEnumerable<string> Limit => [];

    /// <summary>Whether it needs memory for a vector.</summary>
    public virtual bool NeedsRoom => false;

    /// <summary>What holds for a call, with the place of that memory behind those of lanes.</summary>
    public virtual void PrintCall(string room)
    {
    }

    /// <summary>What holds for a plane.</summary>
    public virtual void PrintPlane()
    {
    }

    /// <summary>What holds for a row of windows.</summary>
    public virtual void PrintRow()
    {
    }

    /// <summary>Assigns what <see cref="Limit"/> names, where all lanes are inside the input or some may not be.</summary>
    public virtual void PrintLimit(bool isInside)
    {
    }

    /// <summary>Assigns what <see cref="Won"/> names.</summary>
    public virtual void PrintWon(bool isExact)
    {
    }

    /// <summary>Stores the records of a vector of windows.</summary>
    public virtual void PrintStore()
    {
    }

    /// <summary>Stores those of columns behind the last window, from <c>left</c> on.</summary>
    public virtual void PrintRest()
    {
    }
}
