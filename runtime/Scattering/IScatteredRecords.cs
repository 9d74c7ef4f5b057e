using System.Numerics;

namespace PoolGen.Runtime;

/// <summary>Records of winners that gradients are scattered by.</summary>
internal unsafe interface IScatteredRecords
{
    /// <summary>Whether the places of a window's taps are looked up: such windows want <see cref="ScatteredRow{T}.Places"/>.</summary>
    static abstract bool LooksPlacesUp { get; }

    /// <summary>Whether the records of some planes are such.</summary>
    static abstract bool Serve(byte* records, in PoolingGeometry geometry, int plane, int planes);

    /// <summary>Adds the gradients of windows whose columns all lie inside at their winners.</summary>
    /// <param name="row">Their row.</param>
    /// <param name="geometry">The shapes.</param>
    /// <param name="begin">The first of them.</param>
    /// <param name="end">Behind the last.</param>
    static abstract void AddInside<T>(in ScatteredRow<T> row, in PoolingGeometry geometry, int begin, int end)
        where T : unmanaged, INumber<T>;

    /// <summary>The same of windows that may reach over the ends of their row.</summary>
    /// <inheritdoc cref="AddInside"/>
    static abstract void AddClipped<T>(in ScatteredRow<T> row, in PoolingGeometry geometry, int begin, int end)
        where T : unmanaged, INumber<T>;
}
