using System.ComponentModel;

namespace PoolGen.Runtime;

/// <summary>Operands that are numbers, or are checked to have been, as a type argument: extremes are found by the cheapest instruction.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Numbers;

/// <summary>Operands of which any may be NaN, as a type argument.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct AnyValues;
