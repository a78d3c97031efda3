using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml;
using AgencyCMS.Media.Files.Archives;
using AgencyCMS.Modularity.Archives;
using AgencyCMS.Modularity.Texts;

namespace AgencyCMS.Media.Files.Documents;

/// <summary>A file in an OFD document, as the list that names it declares it: readers save and open it by that name, whatever its part is called.</summary>
/// <param name="IsAttached">False for pictures, sounds and films.</param>
/// <param name="Type">Of the latter.</param>
internal sealed partial record OfdFile(bool IsAttached, string Type, string Name, string Format)
{
    // Invoices and reports carry their data.
    private static readonly string[] Data = [".xml", ".xbrl"];

    public bool IsPicture => Type.Equals("Image", StringComparison.OrdinalIgnoreCase);

    public static OfdFile Read(XmlReader reader) =>
        new(reader.LocalName == "Attachment", (reader.GetAttribute("Type") ?? "").Trim(), (reader.GetAttribute("Name") ?? "").Trim().TrimEnd('.', ' '), (reader.GetAttribute("Format") ?? "").Trim());

    /// <summary>True when an attached part is of every kind that its name, its format or its place declares, and each of them is allowed by itself.</summary>
    public bool Fits(ZipArchiveEntry part)
    {
        var endings = new[] { Ending().Match(Name).Value, Format.Length > 0 ? "." + Format.Split('/')[^1].TrimStart('.') : "" }.Where(ending => ending.Length > 0).ToList();
        return (Name.Length == 0 || ArchiveContent.IsPlain(Name)) && (endings.Count > 0 ? endings : [Path.GetExtension(part.FullName)]).All(ending => Fits(part, ending));
    }

    public string Shown(string place) => StorableText.Show(Name.Length > 0 ? Name : place);

    private static bool Fits(ZipArchiveEntry part, string ending)
    {
        if (Data.Contains(ending.ToLowerInvariant()))
        {
            return part.Length > 0 && IsData(part);
        }
        if (ending.Equals(".zip", StringComparison.OrdinalIgnoreCase) || FileKinds.Of("x" + ending) is not { } kind)
        {
            return false;
        }
        using var content = GuardedZip.Unpack(part);
        return part.Length == 0 || kind.Check(content) is null;
    }

    // Pages may run, and an instruction may say that an office program opens it.
    private static bool IsData(ZipArchiveEntry part)
    {
        using var reader = XmlParts.Open(part);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.ProcessingInstruction
                || (reader.NodeType == XmlNodeType.Element && reader.NamespaceURI is "http://www.w3.org/1999/xhtml" or "http://www.w3.org/2000/svg" or "http://www.w3.org/1999/XSL/Transform"))
            {
                return false;
            }
        }
        return true;
    }

    // Titles may hold points, before a number or a word.
    [GeneratedRegex(@"\.(?=[A-Za-z0-9]*[A-Za-z])[A-Za-z0-9]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Ending();
}
