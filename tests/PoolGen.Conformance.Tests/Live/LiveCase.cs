using System.Globalization;
using PoolGen.Testing;

namespace PoolGen.Conformance.Tests;

/// <summary>A configuration and an input that another library computes while the test runs.</summary>
/// <param name="Spec">The configuration.</param>
/// <param name="Shape">The input's shape.</param>
/// <param name="Data">What the input is like.</param>
/// <param name="Seed">What it is made from.</param>
internal record LiveCase(ReferenceSpec Spec, PoolingShape Shape, DataClass Data, int Seed)
{
    /// <summary>How the library is asked, as failures say it.</summary>
    public virtual string Question => "";

    public sealed override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{AttributeText.Of(Spec)}, input {Shape}, {Data}, data seed {Seed}{Question}");
}
