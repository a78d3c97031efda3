using System.IO.Compression;
using System.Xml;

namespace AgencyCMS.Media.Files.Documents;

/// <summary>Finds in the texts of Office documents what starts other programs or fetches by itself: fields, links to programs, formulas, actions, texts of other formats.</summary>
internal static class OfficeFields
{
    private static readonly string[] Actions = ["ppaction://program", "ppaction://macro", "ppaction://ole"];

    /// <returns>The name of what was found; null when there is nothing.</returns>
    public static string? FindHarm(ZipArchiveEntry entry)
    {
        var fields = new FieldCodes();
        var element = "";
        using var reader = XmlParts.Open(entry);
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    element = reader.IsEmptyElement ? element : reader.LocalName;
                    if (Judge(reader) is { } harm)
                    {
                        return harm;
                    }
                    AddMarks(reader, fields);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when element is "instrText" or "delInstrText" or "t":
                    // The code of a field may be cut into many runs, and stand in those of the text.
                    fields.Add(reader.Value);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA when element is "f" or "definedName" or "formula" or "formula1" or "formula2" && SheetFormulas.StartsProgram(reader.Value):
                    return "DDE";
                case XmlNodeType.EndElement:
                    element = "";
                    break;
            }
        }
        return fields.Finish();
    }

    private static string? Judge(XmlReader element)
    {
        // Excel keeps what other programs say in links and fetches tables from elsewhere; Word takes in whole texts of other formats, which nobody has looked into, and asks databases for addresses.
        if (element.LocalName is "ddeLink" or "oleLink" or "altChunk" or "mailMerge" or "dbPr" or "webPr" or "textPr" or "olapPr")
        {
            return element.LocalName;
        }
        for (var more = element.MoveToFirstAttribute(); more; more = element.MoveToNextAttribute())
        {
            if (element.LocalName == "action" && Array.Exists(Actions, action => element.Value.Trim().StartsWith(action, StringComparison.OrdinalIgnoreCase)))
            {
                return element.Value.Trim();
            }
        }
        element.MoveToElement();
        return null;
    }

    private static void AddMarks(XmlReader element, FieldCodes fields)
    {
        if (element.LocalName == "fldChar")
        {
            fields.Add([element.GetAttribute("fldCharType", element.NamespaceURI)?.Trim() switch { "end" => FieldCodes.End, "separate" => FieldCodes.Separator, _ => FieldCodes.Begin }]);
        }
        else if (element.LocalName == "fldSimple")
        {
            // What stands in it is its result, and needs no looking at.
            fields.Add($"{FieldCodes.Begin}{element.GetAttribute("instr", element.NamespaceURI) ?? element.GetAttribute("instr")}{FieldCodes.End}");
        }
    }
}
