using System.Text;
using PoolGen.Sample.Data;
using Spectre.Console;

namespace PoolGen.Sample.Presentation;

/// <summary>Draws digits with characters, as many side by side as the console is wide.</summary>
internal static class DigitGallery
{
    private const string Shades = " .:-=+*#%@";

    /// <summary>Prints the first digits of a set. A character is about twice as high as wide, so it stands for two rows.</summary>
    public static void Print(IAnsiConsole console, DigitSet digits)
    {
        int shown = Math.Clamp(console.Profile.Width / digits.Width, 1, Math.Min(10, digits.Count));
        for (int row = 0; row + 1 < digits.Height; row += 2)
        {
            var line = new StringBuilder();
            for (int index = 0; index < shown; index++)
            {
                ReadOnlySpan<float> image = digits.Image(index);
                for (int column = 0; column < digits.Width; column++)
                {
                    float upper = image[(row * digits.Width) + column];
                    float lower = image[((row + 1) * digits.Width) + column];
                    line.Append(Shades[(int)((upper + lower) / 2 * (Shades.Length - 1))]);
                }
            }

            console.WriteLine(line.ToString().TrimEnd());
        }
    }
}
