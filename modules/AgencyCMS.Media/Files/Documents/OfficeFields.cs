using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace AgencyCMS.Media.Files.Documents;

/// <summary>Finds fields and links of documents that start other programs (dynamic data exchange).</summary>
internal static partial class OfficeFields
{
    /// <summary>True for a part of a text, or an external link of a workbook, that asks another program for data.</summary>
    public static bool HoldsExchange(ZipArchiveEntry entry)
    {
        // The code of a field may be cut into many runs.
        var codes = new StringBuilder();
        var isCode = false;
        using var reader = XmlParts.Open(entry);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                isCode = reader.LocalName == "instrText" && !reader.IsEmptyElement;
                codes.Append(reader.LocalName switch
                {
                    "fldChar" => "\n",
                    "fldSimple" => "\n" + reader.GetAttribute("instr", reader.NamespaceURI) + "\n",
                    _ => "",
                });
                if (reader.LocalName is "ddeLink" or "oleLink")
                {
                    return true;
                }
            }
            else if (isCode && (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA))
            {
                codes.Append(reader.Value);
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                isCode = false;
            }
        }
        return Exchange().IsMatch(codes.ToString());
    }

    [GeneratedRegex(@"\bDDE(AUTO)?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Exchange();
}
