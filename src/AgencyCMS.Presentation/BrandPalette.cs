using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace AgencyCMS.Presentation;

/// <summary>
/// The colours of an agency, made from the one it chose. Whatever it chose, text keeps the contrast that readers need:
/// at least 4.5 to 1 (WCAG 2.2, success criterion 1.4.3) on white, on the tint and on the brand colour itself.
/// </summary>
public sealed record BrandPalette(string Brand, string Deep, string Text, string Tint, string Line, string OnBrand)
{
    private const double TextContrast = 4.5;

    /// <summary>The theme's own blue, for agencies that have not chosen.</summary>
    public const string DefaultColour = "#1a5490";

    /// <summary>Changes whenever the same choice would give other colours than before.</summary>
    private const string Formula = "-1";

    private static readonly Rgb White = new(255, 255, 255);

    private static readonly Rgb Ink = new(0x1a, 0x22, 0x30);

    /// <param name="colour">Six hexadecimal digits after a <c>#</c>; anything else gives the default palette.</param>
    public static BrandPalette From(string? colour)
    {
        var brand = TryParse(colour, out var chosen) ? chosen.Value : Parse(DefaultColour);
        var tint = brand.Mix(White, 0.93);
        var text = brand;
        while (text.Contrast(tint) < TextContrast)
        {
            text = text.Mix(Ink, 0.1);
        }
        var deep = brand.Mix(Ink, 0.35);
        while (deep.Contrast(White) < 7)
        {
            deep = deep.Mix(Ink, 0.1);
        }
        var onBrand = White;
        if (brand.Contrast(White) < TextContrast)
        {
            onBrand = Ink;
            while (brand.Contrast(Ink) < TextContrast)
            {
                brand = brand.Mix(White, 0.05);
            }
        }
        return new(brand.ToHex(), deep.ToHex(), text.ToHex(), tint.ToHex(), brand.Mix(White, 0.72).ToHex(), onBrand.ToHex());
    }

    /// <summary>What an address carries so that browsers may keep the style sheet for ever.</summary>
    public static string VersionOf(string? colour) => From(colour).Brand[1..] + Formula;

    /// <summary>The palette as a style sheet. It leaves the high-contrast view alone.</summary>
    public string ToCss() =>
        $":root:where(:not([data-view=\"contrast\"])){{--brand:{Brand};--brand-deep:{Deep};--brand-text:{Text};--brand-tint:{Tint};--brand-line:{Line};--on-brand:{OnBrand}}}\n";

    /// <summary>A picture for agencies without an emblem of their own: a hall with three pillars, in their colour.</summary>
    public string ToEmblem() =>
        $"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><circle cx="48" cy="48" r="46" fill="{Deep}"/><circle cx="48" cy="48" r="41" fill="none" stroke="#fff" stroke-width="1.5"/><path fill="#fff" d="M48 19c5 5 15 9 26 10l-2 6H24l-2-6c11-1 21-5 26-10zM30 38h36l4 6H26zM30 47h5v17h-5zM45.5 47h5v17h-5zM61 47h5v17h-5zM26 66h44v4H26zM21 72h54v4H21z"/></svg>
        """;

    private static Rgb Parse(string colour) =>
        TryParse(colour, out var parsed) ? parsed.Value : throw new FormatException($"'{colour}' is not a colour.");

    private static bool TryParse(string? colour, [NotNullWhen(true)] out Rgb? parsed)
    {
        parsed = colour is ['#', ..] && colour.Length == 7
            && int.TryParse(colour.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? new Rgb(value >> 16, value >> 8 & 255, value & 255)
            : null;
        return parsed is not null;
    }

    private readonly record struct Rgb(double R, double G, double B)
    {
        public Rgb Mix(Rgb other, double share) =>
            new(R + (other.R - R) * share, G + (other.G - G) * share, B + (other.B - B) * share);

        /// <summary>From 1 (the same) to 21 (black and white), as WCAG defines it.</summary>
        public double Contrast(Rgb other)
        {
            var (lighter, darker) = (Math.Max(Luminance, other.Luminance), Math.Min(Luminance, other.Luminance));
            return (lighter + 0.05) / (darker + 0.05);
        }

        public string ToHex() => $"#{Byte(R):x2}{Byte(G):x2}{Byte(B):x2}";

        private double Luminance => 0.2126 * Linear(R) + 0.7152 * Linear(G) + 0.0722 * Linear(B);

        private static int Byte(double channel) => (int)Math.Round(channel);

        private static double Linear(double channel)
        {
            var share = Byte(channel) / 255.0;
            return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
        }
    }
}
