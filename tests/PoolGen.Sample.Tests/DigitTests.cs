using PoolGen.Sample.Data;

namespace PoolGen.Sample.Tests;

public sealed class DigitTests
{
    private const int Seed = 11;

    [Fact]
    public void The_same_seed_renders_the_same_images()
    {
        DigitSet first = DigitRenderer.Render(Seed, 60);
        DigitSet second = DigitRenderer.Render(Seed, 60);
        Assert.All(Enumerable.Range(0, 60), index => Assert.True(first.Image(index).SequenceEqual(second.Image(index))));
    }

    [Fact]
    public void A_longer_set_begins_with_the_shorter_one()
    {
        DigitSet few = DigitRenderer.Render(Seed, 10);
        DigitSet many = DigitRenderer.Render(Seed, 30);
        Assert.All(Enumerable.Range(0, 10), index => Assert.True(few.Image(index).SequenceEqual(many.Image(index))));
    }

    [Fact]
    public void Images_differ_between_seeds_and_within_a_class()
    {
        DigitSet first = DigitRenderer.Render(Seed, 20);
        DigitSet other = DigitRenderer.Render(Seed + 1, 20);
        Assert.All(Enumerable.Range(0, 20), index => Assert.False(first.Image(index).SequenceEqual(other.Image(index))));
        Assert.All(Enumerable.Range(0, 10), index => Assert.False(first.Image(index).SequenceEqual(first.Image(index + 10))));
    }

    [Fact]
    public void Classes_are_balanced()
    {
        DigitSet digits = DigitRenderer.Render(Seed, 200);
        Assert.All(Enumerable.Range(0, 200).CountBy(index => digits.Label(index)), entry => Assert.Equal(20, entry.Value));
        Assert.Equal(10, Enumerable.Range(0, 200).Select(index => digits.Label(index)).Distinct().Count());
    }

    [Fact]
    public void Every_image_shows_ink_and_paper()
    {
        DigitSet digits = DigitRenderer.Render(Seed, 300);
        for (int index = 0; index < digits.Count; index++)
        {
            float[] image = digits.Image(index).ToArray();
            Assert.All(image, pixel => Assert.InRange(pixel, 0, 1));
            int inked = image.Count(pixel => pixel > 0.5f);
            Assert.True(inked is > 15 and < 392, $"seed {Seed}, image {index} has {inked} inked pixels");
        }
    }

    [Fact]
    public void Every_digit_has_several_styles_inside_the_unit_square()
    {
        Assert.Equal(10, DigitStyles.All.Count);
        Assert.All(DigitStyles.All, styles => Assert.True(styles.Count >= 3));
        Assert.All(
            DigitStyles.All.SelectMany(styles => styles).SelectMany(strokes => strokes).SelectMany(stroke => stroke.Points),
            point =>
            {
                Assert.InRange(point.X, 0, 1);
                Assert.InRange(point.Y, 0, 1);
            });
    }

    [Fact]
    public void A_set_refuses_pixels_that_do_not_match_its_labels()
    {
        var error = Assert.Throws<ArgumentException>(() => new DigitSet(2, 3, new float[11], [1, 2]));
        Assert.Contains("12", error.Message, StringComparison.Ordinal);
        Assert.Contains("11", error.Message, StringComparison.Ordinal);
    }
}
