using System.IO.Compression;

namespace AgencyCMS.Media.Files.Documents;

/// <summary>What the parts of an Office document refer to. Links that a reader follows are fine; what its program would fetch by itself is not.</summary>
internal static class OfficeLinks
{
    private static readonly string[] Schemes = ["http", "https", "mailto", "tel", "ftp", "file"];

    // Kinds of relations, whatever the part they lead to is called.
    private static readonly string[] Harmful = ["vbaProject", "wordVbaData", "oleObject", "activeXControl", "control", "xlMacrosheet", "xlIntlMacrosheet", "dialogsheet", "attachedToolbars", "keyMapCustomizations", "ui/extensibility", "ui/userCustomization"];

    public static ContentFault? Check(ZipArchiveEntry relations)
    {
        foreach (var element in XmlParts.Elements(relations))
        {
            var (type, target) = (element.GetAttribute("Type") ?? "", element.GetAttribute("Target") ?? "");
            var isOutside = string.Equals(element.GetAttribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase);
            if (Harmful.Any(kind => type.EndsWith("/" + kind, StringComparison.OrdinalIgnoreCase)) || (isOutside && !MayLeadOutside(type, target)))
            {
                return ContentFault.Program(target.Length > 0 ? target : type);
            }
        }
        return null;
    }

    private static bool MayLeadOutside(string type, string target) => type.Split('/')[^1] switch
    {
        "hyperlink" => !Uri.TryCreate(target, UriKind.Absolute, out var address) || Schemes.Contains(address.Scheme),
        // Pictures from the web, and values of other workbooks, which are asked for only when the reader says so. A share in the network would be asked at once, with his name.
        "image" or "externalLinkPath" or "externalLinkLongPath" or "xlPathMissing" or "xlExternalLinkPath/xlPathMissing" => !target.StartsWith("\\\\", StringComparison.Ordinal) && !target.StartsWith("file://", StringComparison.OrdinalIgnoreCase) || type.Contains("externalLink", StringComparison.Ordinal),
        _ => false,
    };
}
