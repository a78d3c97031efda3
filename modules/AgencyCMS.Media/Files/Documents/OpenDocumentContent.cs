using System.IO.Compression;
using AgencyCMS.Media.Files.Archives;

namespace AgencyCMS.Media.Files.Documents;

/// <summary>Documents of LibreOffice: texts, settings, pictures and charts are known parts; macros, scripts and objects of other programs are not.</summary>
internal static class OpenDocumentContent
{
    private static readonly string[] Scripts = ["vnd.sun.star.script:", "macro:", "javascript:", "vnd.sun.star.UNO:", "service:"];
    private static readonly string[] Pictures = [".png", ".jpg", ".jpeg", ".gif", ".bmp", ".svg", ".svm", ".emf", ".wmf", ".webp", ".tif", ".tiff", ".pdf", ".ttf", ".otf"];

    public static ContentFault? Check(Stream content) => ZipParts.Look(content, null, entries =>
        entries.All(entry => entry.FullName != "META-INF/manifest.xml") ? ContentFault.Other : entries.Select(Judge).FirstOrDefault(fault => fault is not null));

    private static ContentFault? Judge(ZipArchiveEntry entry)
    {
        var name = entry.FullName;
        var folder = name.Split('/')[0];
        return ZipParts.IsProgram(entry) || folder is "Basic" or "Scripts" || !IsKnown(name, folder) ? ContentFault.Program(name)
            : name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && entry.Length > 0 && HoldsScript(entry) ? ContentFault.Program(name)
            : null;
    }

    private static bool IsKnown(string name, string folder) =>
        name is "mimetype" or "manifest.rdf" or "layout-cache" || name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
        || (folder is "Pictures" or "Thumbnails" or "media" or "Fonts" && Pictures.Contains(Path.GetExtension(name).ToLowerInvariant()))
        // Pictures of charts, without an ending.
        || (folder is "ObjectReplacements" or "Pictures" && Path.GetExtension(name).Length == 0);

    private static bool HoldsScript(ZipArchiveEntry entry)
    {
        foreach (var element in XmlParts.Elements(entry))
        {
            if (element.LocalName is "dde-source" or "database-source-sql" or "database-source-table" or "database-source-query" or "dde-link" or "dde-connection-decl" or "object-ole" or "applet" or "plugin" or "module" or "library")
            {
                return true;
            }
            var owner = element.LocalName;
            for (var more = element.MoveToFirstAttribute(); more; more = element.MoveToNextAttribute())
            {
                if (element.LocalName switch
                {
                    "macro-name" => true,
                    "href" => Scripts.Any(scheme => element.Value.TrimStart().StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) || (!IsFollowed(owner) && Addresses.LeadsAway(element.Value) && !MayFetch(owner, element.Value)),
                    "formula" or "condition" or "expression" => SheetFormulas.StartsProgram(element.Value),
                    _ => false,
                })
                {
                    return true;
                }
            }
        }
        return false;
    }

    // What leads the reader elsewhere when he asks for it.
    private static bool IsFollowed(string element) => element is "a" or "form" or "button" || element.StartsWith("area-", StringComparison.Ordinal);

    // Pictures from the web are asked for only when the reader says so. Texts and tables from elsewhere are not taken, and a share in the network would be asked with the reader's name.
    private static bool MayFetch(string element, string address) => element is "image" or "fill-image" or "background-image" && Addresses.IsWeb(address);
}
