using System.IO.Compression;
using System.Text;
using System.Xml;
using AgencyCMS.Media.Files.Archives;

namespace AgencyCMS.Media.Files.Documents;

/// <summary>
/// What the parts of an OFD document refer to: addresses that a click or the opening follows, files that are attached, sounds and films. Any part that is XML may
/// hold them, whatever it is called.
/// </summary>
internal sealed class OfdLinks(IReadOnlyList<ZipArchiveEntry> entries)
{
    private static readonly string[] Films = [".wav", ".mp3", ".wma", ".mp4", ".avi", ".mov", ".wmv"];

    // Elements whose text is a place in the document.
    private static readonly string[] Places =
        ["FileLoc", "MediaFile", "FontFile", "BaseLoc", "DocRoot", "PublicRes", "DocumentRes", "Annotations", "Attachments", "CustomTags", "Extensions", "Signatures", "Versions", "SignedValue", "SchemaLoc", "FileRef", "ExtendData"];

    public IEnumerable<ContentFault?> Check() => entries.Where(entry => entry.Length > 0 && IsXml(entry)).Select(Check);

    private static bool IsXml(ZipArchiveEntry entry) => entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || ZipParts.IsXml(entry);

    private ContentFault? Check(ZipArchiveEntry part)
    {
        using var reader = XmlParts.Open(part);
        var (text, isPlace) = (new StringBuilder(), false);
        OfdFile? file = null;
        while (reader.Read())
        {
            ContentFault? fault = null;
            switch (reader.NodeType)
            {
                // A path in which something stands would be read in two ways.
                case XmlNodeType.Element when file is not null && isPlace:
                    return ContentFault.Program(reader.Name);
                case XmlNodeType.Element:
                    fault = CheckAddresses(reader);
                    file = reader.LocalName is "Attachment" or "MultiMedia" && !reader.IsEmptyElement ? OfdFile.Read(reader) : file;
                    isPlace = Places.Contains(reader.LocalName) && !reader.IsEmptyElement;
                    text.Clear();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA when isPlace:
                    text.Append(reader.Value);
                    break;
                case XmlNodeType.EndElement:
                    fault = isPlace ? CheckPlace(part, file, text.ToString().Trim()) : null;
                    file = reader.LocalName is "Attachment" or "MultiMedia" ? null : file;
                    isPlace = false;
                    break;
            }
            if (fault is not null)
            {
                return fault;
            }
        }
        return null;
    }

    private static ContentFault? CheckAddresses(XmlReader reader)
    {
        var isAddress = reader.LocalName.Equals("URI", StringComparison.OrdinalIgnoreCase);
        var values = new List<string>();
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (isAddress && reader.LocalName != "Target" && reader.Prefix != "xmlns" && reader.Name != "xmlns" && Addresses.OpensFile(reader.Value))
            {
                return ContentFault.Program(reader.Value);
            }
            if (isAddress && reader.LocalName is "URI" or "Base")
            {
                values.Add(reader.Value);
            }
            if (reader.LocalName is "BaseLoc" or "FileLoc" && LeadsOut(reader.Value))
            {
                return ContentFault.Program(reader.Value);
            }
        }
        reader.MoveToElement();
        // A base stands before its address, in whatever order they are written.
        return values.Count == 2 && (Addresses.OpensFile(values[0] + values[1]) || Addresses.OpensFile(values[1] + values[0])) ? ContentFault.Program(values[0] + values[1]) : null;
    }

    private ContentFault? CheckPlace(ZipArchiveEntry part, OfdFile? file, string place)
    {
        if (LeadsOut(place))
        {
            return ContentFault.Program(place);
        }
        if (file is null)
        {
            return null;
        }
        var parts = Find(part, place);
        var isFine = file.IsAttached ? parts.Count > 0 && parts.All(file.Fits) : file.IsPicture || parts.All(IsFilm);
        return isFine ? null : ContentFault.Program(file.Shown(place));
    }

    private static bool LeadsOut(string place) => place.Length > 0 && (Addresses.LeadsAway(place) || Addresses.OpensFile(place));

    private static bool IsFilm(ZipArchiveEntry part) => Films.Contains(Path.GetExtension(part.FullName).ToLowerInvariant());

    // Paths begin at the root, beside the part, or in a folder that is named elsewhere.
    private List<ZipArchiveEntry> Find(ZipArchiveEntry part, string place)
    {
        var path = place.Replace('\\', '/');
        var beside = Follow(path.StartsWith('/') ? [] : ZipParts.Path(part).Split('/')[..^1], path);
        var below = Follow([], path);
        return [.. entries.Where(entry => ("/" + ZipParts.Path(entry)).EndsWith("/" + below, StringComparison.OrdinalIgnoreCase) || ZipParts.Path(entry).Equals(beside, StringComparison.OrdinalIgnoreCase))];
    }

    private static string Follow(IEnumerable<string> folder, string path)
    {
        var steps = folder.ToList();
        foreach (var step in path.Split('/').Where(step => step is not ("" or ".")))
        {
            if (step != "..")
            {
                steps.Add(step);
            }
            else if (steps.Count > 0)
            {
                steps.RemoveAt(steps.Count - 1);
            }
        }
        return string.Join('/', steps);
    }
}
