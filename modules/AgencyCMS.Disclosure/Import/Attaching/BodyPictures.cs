using System.Security.Cryptography;
using AngleSharp.Html.Parser;

namespace AgencyCMS.Disclosure.Import.Attaching;

/// <summary>
/// The pictures in the text of a line. Those that are written into the text itself (<c>data:</c>) become files of the item: inside a text they are neither checked nor shown.
/// </summary>
internal sealed class BodyPictures
{
    private static readonly HtmlParser Parser = new();

    private static readonly Dictionary<string, string> Endings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["image/png"] = ".png",
        ["image/jpeg"] = ".jpg",
        ["image/jpg"] = ".jpg",
        ["image/gif"] = ".gif",
        ["image/webp"] = ".webp",
    };

    private BodyPictures(string? html) => Html = html;

    /// <summary>The text, in which each picture leads to its file; null when the line has none.</summary>
    public string? Html { get; private set; }

    public IReadOnlyList<LineFile> Files { get; private set; } = [];

    /// <summary>Pictures that could not be read, or whose kind is not allowed; they are left out.</summary>
    public int Lost { get; private set; }

    /// <summary>Pictures that lie at other addresses; readers do not see them.</summary>
    public int Elsewhere { get; private set; }

    public static BodyPictures Take(string contentItemId, string? html)
    {
        var taken = new BodyPictures(html);
        if (html is null || !html.Contains("<img", StringComparison.OrdinalIgnoreCase))
        {
            return taken;
        }
        var files = new List<LineFile>();
        using var document = Parser.ParseDocument(html);
        foreach (var picture in document.QuerySelectorAll("img").ToList())
        {
            var source = picture.GetAttribute("src")?.Trim() ?? "";
            if (!source.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
            {
                taken.Elsewhere += source.Contains("//", StringComparison.Ordinal) ? 1 : 0;
            }
            else if (Read(contentItemId, source, files.Count + 1) is { } file)
            {
                files.Add(file);
                // The page of a disclosure is one step below its site, which may have a prefix or none.
                picture.SetAttribute("src", $"../files/{file.Id}/{file.Name}");
            }
            else
            {
                taken.Lost++;
                picture.Remove();
            }
        }
        if (files.Count > 0 || taken.Lost > 0)
        {
            taken.Html = document.Body!.InnerHtml; // a parsed document has one
        }
        taken.Files = [.. files.DistinctBy(file => file.Id)];
        return taken;
    }

    private static LineFile? Read(string contentItemId, string source, int number)
    {
        var comma = source.IndexOf(',', StringComparison.Ordinal);
        var about = comma < 0 ? [] : source["data:".Length..comma].Split(';');
        if (about.Length < 2 || !about[^1].Trim().Equals("base64", StringComparison.OrdinalIgnoreCase) || !Endings.TryGetValue(about[0].Trim(), out var ending))
        {
            return null;
        }
        var text = source[(comma + 1)..];
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var written) || written == 0)
        {
            return null;
        }
        var content = bytes[..written];
        var name = FormattableString.Invariant($"picture-{number}{ending}");
        return new LineFile(LineAttachments.IdOf(contentItemId, name, SHA256.HashData(content)), name, "", () => new MemoryStream(content, writable: false));
    }
}
