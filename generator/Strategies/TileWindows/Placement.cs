namespace PoolGen.Generator.Strategies.TileWindows;

/// <summary>A number for each lane, which holds for the whole pass: an order that vectors are brought into, the column that a lane is.</summary>
/// <param name="Name">What the generated code calls it.</param>
/// <param name="Method">The runtime's method that finds it.</param>
/// <param name="Arguments">Its arguments behind the first.</param>
internal sealed record Placement(string Name, string Method, string Arguments);
