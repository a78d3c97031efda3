using System.Text.RegularExpressions;

namespace AgencyCMS.Media.Files.Documents;

/// <summary>Where the addresses in documents lead.</summary>
internal static partial class Addresses
{
    // What a reader may follow: pages, mails, and files that lie where he is.
    private static readonly HashSet<string> Followed = new(["http", "https", "mailto", "tel", "ftp", "file", "about"], StringComparer.OrdinalIgnoreCase);

    /// <summary>True when a text names a computer in a network: a page, or a share (to which the reader's name would be sent).</summary>
    public static bool LeadsAway(string text) => Away().IsMatch(text);

    /// <summary>True for a file on a drive of the computer itself, where a copy elsewhere finds nothing.</summary>
    public static bool IsOnDrive(string address) => Drive().IsMatch(address);

    /// <summary>True for pages of the web.</summary>
    public static bool IsWeb(string address) => Web().IsMatch(address);

    /// <summary>True for the name of a file beside the document.</summary>
    public static bool IsBeside(string address) => Beside().IsMatch(address);

    /// <summary>True for an address that a reader may be led to when he asks for it.</summary>
    public static bool MayBeFollowed(string address) => Scheme().Match(Blanks().Replace(address, "")) is not { Success: true } scheme || Followed.Contains(scheme.Groups[1].Value);

    /// <summary>True when following an address, by whatever program, would run a script, or open a file of the reader's computer or of a share.</summary>
    public static bool OpensFile(string address)
    {
        var bare = Blanks().Replace(address, "");
        return !MayBeFollowed(bare) || IsOnDrive(bare) || FileOrShare().IsMatch(bare);
    }

    // Codes of fields write each backslash twice. A drive is the one thing that may stand behind file:///.
    [GeneratedRegex(@"\b(?:https?|ftps?|davs?|smb):|(?<![^\s""'“”])[\\/]{2,}[^\s\\/""*]|\bfile:(?![\\/]*[A-Za-z][:|][\\/])[\\/]*\w", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Away();

    [GeneratedRegex(@"^\s*(?:file:[\\/]{2,3})?[A-Za-z][:|][\\/]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Drive();

    [GeneratedRegex(@"^\s*https?://", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Web();

    [GeneratedRegex(@"^[^\\/:%\s][^\\:%]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Beside();

    [GeneratedRegex(@"^(?:file:|[\\/]{2})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FileOrShare();

    // A drive has one letter; a host may be followed by the number of a port.
    [GeneratedRegex(@"^([A-Za-z][A-Za-z0-9+.\-]+):(?!\d+(?:/|$))", RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"[\s\p{C}]", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
