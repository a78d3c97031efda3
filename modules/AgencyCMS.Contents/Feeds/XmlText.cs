using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace AgencyCMS.Contents.Feeds;

internal static class XmlText
{
    /// <summary>The document with its declaration.</summary>
    public static string Write(XElement root)
    {
        var text = new Utf8Writer();
        using (var writer = XmlWriter.Create(text))
        {
            new XDocument(new XDeclaration("1.0", "utf-8", null), root).Save(writer);
        }
        return text.ToString();
    }

    /// <summary>The text without characters that XML cannot hold.</summary>
    public static string Allowed(string text) => text.All(XmlConvert.IsXmlChar) ? text : string.Concat(Kept(text));

    private static IEnumerable<string> Kept(string text) => text.EnumerateRunes().Where(rune => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value)).Select(rune => rune.ToString());

    private sealed class Utf8Writer() : StringWriter(System.Globalization.CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
