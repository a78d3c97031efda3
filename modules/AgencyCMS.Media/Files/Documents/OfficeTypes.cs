using System.IO.Compression;

namespace AgencyCMS.Media.Files.Documents;

/// <summary>The content types of an Office document's parts.</summary>
internal sealed class OfficeTypes
{
    private const string Open = "application/vnd.openxmlformats-officedocument.";
    private const string Package = "application/vnd.openxmlformats-package.";

    private static readonly string[] Families =
    [
        Open + "wordprocessingml.", Open + "spreadsheetml.", Open + "presentationml.", Open + "drawingml.", Open + "theme", Open + "custom-properties", Open + "extended-properties",
        Open + "customXmlProperties", Open + "vmlDrawing", Open + "obfuscatedFont", "application/x-fontdata", Package + "relationships", Package + "core-properties", Package + "digital-signature-",
        "application/vnd.ms-office.chartstyle", "application/vnd.ms-office.chartcolorstyle", "application/vnd.ms-office.chartex", "application/vnd.ms-office.drawingml", "application/vnd.ms-office.classificationlabels",
        "application/vnd.ms-excel.controlproperties", "application/vnd.ms-excel.person", "application/vnd.ms-excel.threadedcomments", "application/vnd.ms-excel.slicer", "application/vnd.ms-excel.timeline", "application/vnd.ms-excel.calcChain",
        "application/vnd.ms-excel.rdrichvalue", "application/vnd.ms-excel.richvalue", "application/vnd.ms-excel.rdarray", "application/vnd.ms-excel.dynamicArray", "application/vnd.ms-excel.sheetMetadata",
        "application/vnd.ms-word.stylesWithEffects", "application/vnd.ms-word.people", "application/vnd.ms-powerpoint.", "image/", "audio/", "video/",
    ];

    // Of those families, what runs, or brings what runs.
    private static readonly string[] Harmful = ["dialogsheet", "macro", "oleObject", "activeX", "vba", "addin", "template.main", "connections", "queryTable"];

    private readonly Dictionary<string, string> _byExtension = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _byPart = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Types of main parts.</summary>
    public IEnumerable<string> Main => _byPart.Values.Where(type => type.EndsWith(".main+xml", StringComparison.Ordinal));

    public static OfficeTypes Read(ZipArchiveEntry list)
    {
        var types = new OfficeTypes();
        foreach (var element in XmlParts.Elements(list))
        {
            var (target, key) = element.LocalName == "Default" ? (types._byExtension, element.GetAttribute("Extension")) : (types._byPart, element.GetAttribute("PartName")?.TrimStart('/'));
            // Of two that differ, another program may take the other one.
            if (key is not null && element.GetAttribute("ContentType")?.Trim() is { } type && !target.TryAdd(key, type) && target[key] != type)
            {
                throw new InvalidDataException("A part has two types.");
            }
        }
        return types;
    }

    /// <returns>Null for a part of which nothing is said.</returns>
    public string? Of(string part) => _byPart.GetValueOrDefault(part) ?? _byExtension.GetValueOrDefault(Path.GetExtension(part).TrimStart('.'));

    public static bool IsHarmless(string type, string part) =>
        type.Equals("application/xml", StringComparison.OrdinalIgnoreCase) || type.Equals("text/xml", StringComparison.OrdinalIgnoreCase)
            ? IsData(part)
            : Families.Any(family => type.StartsWith(family, StringComparison.OrdinalIgnoreCase)) && !Harmful.Any(word => type.Contains(word, StringComparison.OrdinalIgnoreCase)) && KindOfEmbedded(type) is null;

    /// <summary>What the main part must be of the kind of document that a part is by itself; null when it is none.</summary>
    public static string? KindOfEmbedded(string? type) =>
        new[] { "wordprocessingml.document", "spreadsheetml.sheet", "presentationml.presentation" }.FirstOrDefault(kind => string.Equals(type, Open + kind, StringComparison.OrdinalIgnoreCase));

    /// <summary>True for parts with text, in which something may ask other programs for theirs. Some programs go by the relation, and not by the type.</summary>
    /// <remarks>Drawings of the old kind are often not well-formed, and hold no texts of that sort.</remarks>
    public static bool MayHoldFields(string type, string part) =>
        (type.Contains("+xml", StringComparison.OrdinalIgnoreCase) || type.Contains("/xml", StringComparison.OrdinalIgnoreCase))
        && !type.StartsWith("image/", StringComparison.OrdinalIgnoreCase) && !part.EndsWith(".vml", StringComparison.OrdinalIgnoreCase);

    // Data beside the document, or a part of a program that names none of its types; it is XML in any case.
    private static bool IsData(string part) => part.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || part.EndsWith(".vml", StringComparison.OrdinalIgnoreCase);
}
