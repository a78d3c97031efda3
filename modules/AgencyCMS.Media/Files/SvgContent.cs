using System.Xml;

namespace AgencyCMS.Media.Files;

/// <summary>A vector drawing: well-formed, an <c>svg</c> element at the root, no definitions of entities.</summary>
internal static class SvgContent
{
    public static string? Check(Stream content)
    {
        content.Position = 0;
        try
        {
            using var reader = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, CloseInput = false });
            reader.MoveToContent();
            return reader.LocalName == "svg" ? null : FileKind.Other;
        }
        catch (XmlException)
        {
            return FileKind.Other;
        }
    }
}
