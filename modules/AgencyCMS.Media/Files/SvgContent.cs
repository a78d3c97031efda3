using System.Xml;

namespace AgencyCMS.Media.Files;

/// <summary>A vector drawing: well-formed, an <c>svg</c> element at the root, no definitions of entities, no scripts, nothing from elsewhere.</summary>
internal static class SvgContent
{
    private const string Namespace = "http://www.w3.org/2000/svg";
    private static readonly HashSet<string> Harmful = new(["script", "foreignObject", "iframe", "embed", "object", "handler", "listener", "set", "animate"], StringComparer.OrdinalIgnoreCase);
    private static readonly string[] Pictures = ["data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp"];

    public static ContentFault? Check(Stream content)
    {
        content.Position = 0;
        try
        {
            // A definition of the old kind stands in many drawings; entities in it are not resolved, and one that is used makes the drawing unreadable.
            using var reader = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, CloseInput = false });
            reader.MoveToContent();
            if (reader is not { LocalName: "svg", NamespaceURI: Namespace or "" })
            {
                return ContentFault.Other;
            }
            do
            {
                if (reader.NodeType == XmlNodeType.Element && FindHarm(reader) is { } harm)
                {
                    return ContentFault.Program(harm);
                }
                if (reader.NodeType == XmlNodeType.ProcessingInstruction)
                {
                    return ContentFault.Program(reader.Name);
                }
            }
            while (reader.Read());
            return null;
        }
        catch (XmlException)
        {
            return ContentFault.Other;
        }
    }

    private static string? FindHarm(XmlReader reader)
    {
        if (Harmful.Contains(reader.LocalName) || reader.NamespaceURI == "http://www.w3.org/1999/xhtml")
        {
            return reader.LocalName;
        }
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            var value = reader.Value.Trim();
            if (reader.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase)
                || (reader.LocalName is "href" && !value.StartsWith('#') && !Array.Exists(Pictures, kind => value.StartsWith(kind, StringComparison.OrdinalIgnoreCase)))
                || value.Contains("javascript:", StringComparison.OrdinalIgnoreCase))
            {
                return reader.Name;
            }
        }
        reader.MoveToElement();
        return null;
    }
}
