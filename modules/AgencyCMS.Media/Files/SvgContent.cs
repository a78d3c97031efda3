using System.Text.RegularExpressions;
using System.Xml;

namespace AgencyCMS.Media.Files;

/// <summary>A vector drawing: well-formed, an <c>svg</c> element at the root, no definitions of a document type, no scripts, nothing from elsewhere.</summary>
internal static partial class SvgContent
{
    private const string Namespace = "http://www.w3.org/2000/svg";
    private static readonly HashSet<string> Harmful =
        new(["script", "foreignObject", "iframe", "embed", "object", "handler", "listener", "set", "animate", "animateTransform", "animateMotion", "animateColor", "discard", "audio", "video"], StringComparer.OrdinalIgnoreCase);

    public static ContentFault? Check(Stream content)
    {
        content.Position = 0;
        try
        {
            using var reader = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, MaxCharactersFromEntities = 1, XmlResolver = null, CloseInput = false });
            var (hasRoot, isStyle) = (false, false);
            while (reader.Read())
            {
                switch (reader.NodeType)
                {
                    // It may give elements attributes that nobody sees in the drawing.
                    case XmlNodeType.DocumentType:
                        return ContentFault.Program("DOCTYPE");
                    case XmlNodeType.ProcessingInstruction:
                        return ContentFault.Program(reader.Name);
                    case XmlNodeType.Element when !hasRoot && reader is not { LocalName: "svg", NamespaceURI: Namespace or "" }:
                        return ContentFault.Other;
                    case XmlNodeType.Element:
                        hasRoot = true;
                        isStyle = reader is { LocalName: "style", IsEmptyElement: false };
                        if (FindHarm(reader) is { } harm)
                        {
                            return ContentFault.Program(harm);
                        }
                        break;
                    case XmlNodeType.Text or XmlNodeType.CDATA when isStyle && (Fetches(reader.Value) || reader.Value.Contains('\\', StringComparison.Ordinal)):
                        return ContentFault.Program("style");
                    case XmlNodeType.EndElement:
                        isStyle = false;
                        break;
                }
            }
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
            var value = Blanks().Replace(reader.Value, "");
            if (reader.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase)
                || (reader.LocalName is "href" or "src" or "base" && !Inside().IsMatch(value))
                || value.Contains("javascript:", StringComparison.OrdinalIgnoreCase)
                || (reader.LocalName == "style" && value.Contains('\\', StringComparison.Ordinal))
                || Fetches(value))
            {
                return reader.Name;
            }
        }
        reader.MoveToElement();
        return null;
    }

    // Styles lead elsewhere with these; a letter of them may be spelled with a backslash.
    private static bool Fetches(string style) => Elsewhere().IsMatch(style);

    [GeneratedRegex("^(?:#|data:image/(?:png|jpe?g|gif|webp)[;,]|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Inside();

    [GeneratedRegex(@"@import|image-set\(|expression\(|-moz-binding|behavior:|url\(\s*['""]?\s*(?!['""#\s]|data:image/(?:png|jpe?g|gif|webp)[;,])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"[\s\p{Cc}]", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
