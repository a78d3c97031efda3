using System.IO.Compression;
using System.Xml;

namespace AgencyCMS.Media.Files.Documents;

/// <summary>Reads parts of documents that are XML.</summary>
internal static class XmlParts
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true, MaxCharactersInDocument = 512L * 1024 * 1024 };

    /// <summary>Opens a part; definitions of entities make it unreadable.</summary>
    public static XmlReader Open(ZipArchiveEntry entry) => XmlReader.Create(entry.Open(), Settings);

    /// <summary>The elements of a part, in the order in which they stand. Each is to be looked at before the next is asked for.</summary>
    public static IEnumerable<XmlReader> Elements(ZipArchiveEntry entry)
    {
        using var reader = Open(entry);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                yield return reader;
            }
        }
    }
}
