using System.IO.Compression;

namespace AgencyCMS.Media.Files.Documents;

/// <summary>What the parts of an Office document refer to. Links that a reader follows are fine; what its program would fetch by itself is not.</summary>
internal static class OfficeLinks
{
    // Kinds of relations, whatever the part they lead to is called. The last brings in a text of another format.
    private static readonly string[] Harmful =
    [
        "vbaProject", "wordVbaData", "oleObject", "activeXControl", "activeXControlBinary", "control", "xlMacrosheet", "xlIntlMacrosheet", "dialogsheet", "attachedToolbars", "keyMapCustomizations",
        "ui/extensibility", "ui/userCustomization", "aFChunk",
    ];

    public static ContentFault? Check(ZipArchiveEntry relations)
    {
        foreach (var element in XmlParts.Elements(relations))
        {
            var (type, target) = ((element.GetAttribute("Type") ?? "").Trim(), Unescape(element.GetAttribute("Target") ?? ""));
            // What is not said to be inside, in so many words, is not.
            var isOutside = element.GetAttribute("TargetMode") is { } mode && !mode.Trim().Equals("Internal", StringComparison.OrdinalIgnoreCase);
            if (Harmful.Any(kind => type.EndsWith("/" + kind, StringComparison.OrdinalIgnoreCase)) || ((isOutside || Addresses.LeadsAway(target)) && !MayLeadOutside(type, target)))
            {
                return ContentFault.Program(target.Length > 0 ? target : type);
            }
        }
        return null;
    }

    private static bool MayLeadOutside(string type, string target) => type.Split('/')[^1] switch
    {
        "hyperlink" => Addresses.MayBeFollowed(target),
        // Pictures from the web, and files where the document was written. A share in the network would be asked at once, with the reader's name.
        "image" => Addresses.IsWeb(target) || Addresses.IsOnDrive(target) || Addresses.IsBeside(target),
        // The template it was written with, which nobody else has.
        "attachedTemplate" => Addresses.IsOnDrive(target),
        // Values of other workbooks, which are asked for only when the reader says so.
        "externalLinkPath" or "externalLinkLongPath" or "xlPathMissing" or "xlStartup" or "xlAlternateStartup" or "xlLibrary" => true,
        _ => false,
    };

    // A path may spell its separators as numbers.
    private static string Unescape(string target) => Uri.UnescapeDataString(target).Trim();
}
