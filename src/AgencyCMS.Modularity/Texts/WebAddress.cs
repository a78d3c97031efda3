using System.Text.RegularExpressions;

namespace AgencyCMS.Modularity.Texts;

/// <summary>Tells addresses that lead somewhere from those that run something in the reader's browser. Asked when an address comes in and again when it is shown.</summary>
public static partial class WebAddress
{
    /// <summary>True for an address within the site, and for one whose scheme is <c>http</c>, <c>https</c>, <c>mailto</c> or <c>tel</c>.</summary>
    public static bool IsSafe(string? address)
    {
        // Browsers drop line breaks and tabs inside of addresses, and blanks and control characters before them.
        var read = string.Concat((address ?? "").Where(sign => !char.IsControl(sign) && !char.IsWhiteSpace(sign)));
        return Scheme().Match(read) is not { Success: true } scheme || scheme.Groups[1].Value.ToLowerInvariant() is "http" or "https" or "mailto" or "tel";
    }

    /// <summary>The address; empty when it is not <see cref="IsSafe"/>.</summary>
    public static string OrEmpty(string? address) => address is not null && IsSafe(address) ? address : "";

    [GeneratedRegex("^([A-Za-z][A-Za-z0-9+.-]*):", RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();
}
