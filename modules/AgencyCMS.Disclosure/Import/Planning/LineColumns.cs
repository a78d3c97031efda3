using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AgencyCMS.Disclosure.Import.Attaching;

namespace AgencyCMS.Disclosure.Import.Planning;

/// <summary>
/// What a line says, property by property, short enough to be kept: a line that comes again shows in which properties it has changed. A property of which the
/// line says nothing is missing.
/// </summary>
internal sealed class LineColumns
{
    public const string Title = "title";
    public const string Body = "body";
    public const string FormedOn = "formedOn";
    public const string PublishedOn = "publishedOn";
    public const string DocumentNumber = "documentNumber";
    public const string Genre = "genre";
    public const string Subject = "subject";
    public const string Entry = "entry";
    public const string Keywords = "keywords";
    public const string Summary = "summary";
    public const string Attachments = "attachments";

    /// <summary>The pictures inside the body, which change with it.</summary>
    public const string Pictures = "pictures";

    private readonly SortedDictionary<string, string> _said;

    private LineColumns(SortedDictionary<string, string> said) => _said = said;

    public static LineColumns None { get; } = new(new(StringComparer.Ordinal));

    /// <param name="line">The line.</param>
    /// <param name="files">Its attachments.</param>
    /// <param name="pictures">The pictures of its body.</param>
    public static LineColumns Of(ImportLine line, IReadOnlyList<LineFile> files, IReadOnlyList<LineFile> pictures)
    {
        var said = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Say(Title, line.Title);
        Say(Body, line.Body);
        Say(FormedOn, line.FormedOn?.ToString("s", CultureInfo.InvariantCulture));
        Say(PublishedOn, line.PublishedOn?.ToString("s", CultureInfo.InvariantCulture));
        Say(DocumentNumber, line.DocumentNumber);
        Say(Genre, line.Genre);
        Say(Subject, line.Subject);
        Say(Entry, line.Entry);
        Say(Keywords, line.Keywords is null ? null : string.Join('\n', line.Keywords));
        Say(Summary, line.Summary);
        List(Attachments, files);
        List(Pictures, pictures);
        return new LineColumns(said);

        void Say(string property, string? text)
        {
            if (text is not null)
            {
                said[property] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 10));
            }
        }

        // Ids, since those that are replaced must be known again.
        void List(string property, IReadOnlyList<LineFile> list)
        {
            if (list.Count > 0)
            {
                said[property] = string.Join('\n', list.Select(file => file.Id + " " + file.Title));
            }
        }
    }

    public static LineColumns Read(string json) => new(JsonSerializer.Deserialize<SortedDictionary<string, string>>(json)!); // written below

    public string Write() => JsonSerializer.Serialize(_said);

    /// <summary>The properties that say something else than before, or something where nothing was said.</summary>
    public IReadOnlySet<string> ChangedSince(LineColumns before) =>
        _said.Where(pair => before._said.GetValueOrDefault(pair.Key) != pair.Value).Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);

    /// <summary>These, and of what is not said here what was said before.</summary>
    public LineColumns Over(LineColumns before)
    {
        var said = new SortedDictionary<string, string>(before._said, StringComparer.Ordinal);
        if (_said.ContainsKey(Body))
        {
            said.Remove(Pictures);
        }
        foreach (var (property, text) in _said)
        {
            said[property] = text;
        }
        return new LineColumns(said);
    }

    /// <summary>Ids of the files that were brought as one of <see cref="Attachments"/> and <see cref="Pictures"/>.</summary>
    public IEnumerable<string> FilesOf(string property) =>
        _said.TryGetValue(property, out var list) ? list.Split('\n').Select(line => line.Split(' ')[0]) : [];
}
