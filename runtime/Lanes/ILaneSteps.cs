using System.Numerics;

namespace PoolGen.Runtime;

/// <summary>Steps over elements that follow each other, the same at lanes of any width.</summary>
/// <typeparam name="T">The element type.</typeparam>
internal interface ILaneSteps<T>
    where T : unmanaged, INumber<T>
{
    /// <summary>Takes the steps.</summary>
    void Run<TLanes, TVector>()
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct;
}
