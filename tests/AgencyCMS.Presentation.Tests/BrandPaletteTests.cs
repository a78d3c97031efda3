using System.Globalization;
using FsCheck.Xunit;

namespace AgencyCMS.Presentation.Tests;

public sealed class BrandPaletteTests
{
    private const double Readable = 4.5;

    [Property(MaxTest = 500)]
    public void BrandPalette_FromAnyColour_KeepsTextReadable(byte red, byte green, byte blue)
    {
        // Arrange
        var chosen = $"#{red:x2}{green:x2}{blue:x2}";

        // Act
        var palette = BrandPalette.From(chosen);

        // Assert
        Assert.True(Contrast(palette.Text, palette.Tint) >= Readable, $"text on tint of {chosen}");
        Assert.True(Contrast(palette.Text, "#ffffff") >= Readable, $"text on white of {chosen}");
        Assert.True(Contrast(palette.OnBrand, palette.Brand) >= Readable, $"text on brand of {chosen}");
        Assert.True(Contrast("#ffffff", palette.Deep) >= Readable, $"white on deep of {chosen}");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("red")]
    [InlineData("#12345")]
    [InlineData("#12345g")]
    [InlineData("}body{display:none")]
    public void BrandPalette_FromWhatIsNoColour_IsTheDefault(string? colour)
    {
        // Act
        var palette = BrandPalette.From(colour);

        // Assert
        Assert.Equal(BrandPalette.From(BrandPalette.DefaultColour), palette);
    }

    [Fact]
    public void BrandPalette_OfAReadableColour_KeepsIt()
    {
        // Act
        var palette = BrandPalette.From("#a61b1b");

        // Assert
        Assert.Equal("#a61b1b", palette.Brand);
    }

    /// <summary>Written from the definition in WCAG 2.2, apart from the code it checks.</summary>
    private static double Contrast(string one, string other)
    {
        double[] luminances = [Luminance(one), Luminance(other)];
        return (luminances.Max() + 0.05) / (luminances.Min() + 0.05);
    }

    private static double Luminance(string colour)
    {
        var channels = Enumerable.Range(0, 3)
            .Select(index => int.Parse(colour.AsSpan(1 + index * 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(share => share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4))
            .ToArray();
        return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2];
    }
}
