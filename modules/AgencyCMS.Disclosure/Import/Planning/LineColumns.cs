using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.Disclosure.Contracts;
using AgencyCMS.Disclosure.Import.Attaching;
using AgencyCMS.Media.Contracts;

namespace AgencyCMS.Disclosure.Import.Planning;

/// <summary>
/// What a line says, property by property, short enough to be kept: a line that comes again shows in which properties it has changed. A property of which the
/// line says nothing is missing. What an item says is put into the same form, so that a correction made by hand shows.
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

    /// <summary>No line says more; longer texts are kept as their hashes.</summary>
    public const int MostCharacters = 100_000;

    private static readonly string[] OfItems = [Title, Body, FormedOn, DocumentNumber, Genre, Subject, Entry, Keywords, Summary];
    private readonly SortedDictionary<string, string> _said;

    private LineColumns(SortedDictionary<string, string> said) => _said = said;

    public static LineColumns None { get; } = new(new(StringComparer.Ordinal));

    /// <summary>The properties that an item says something of by itself; its files are known by their ids.</summary>
    public static IReadOnlySet<string> Written { get; } = OfItems.ToHashSet(StringComparer.Ordinal);

    /// <param name="line">The line.</param>
    /// <param name="files">Its attachments.</param>
    /// <param name="pictures">The pictures of its body.</param>
    public static LineColumns Of(ImportLine line, IReadOnlyList<LineFile> files, IReadOnlyList<LineFile> pictures)
    {
        var columns = new LineColumns(new SortedDictionary<string, string>(StringComparer.Ordinal));
        columns.Say(Title, line.Title);
        columns.Say(Body, line.Body);
        columns.Say(FormedOn, line.FormedOn?.ToString("s", CultureInfo.InvariantCulture));
        columns.Say(PublishedOn, line.PublishedOn?.ToString("s", CultureInfo.InvariantCulture));
        columns.Say(DocumentNumber, line.DocumentNumber);
        columns.Say(Genre, line.Genre);
        columns.Say(Subject, line.Subject);
        columns.Say(Entry, line.Entry);
        columns.Say(Keywords, line.Keywords is null ? null : string.Join('\n', line.Keywords));
        columns.Say(Summary, line.Summary);
        List(Attachments, files);
        List(Pictures, pictures);
        return columns;

        // Ids, since those that are replaced must be known again.
        void List(string property, IReadOnlyList<LineFile> list)
        {
            if (list.Count > 0)
            {
                columns._said[property] = string.Join('\n', list.Select(file => file.Id + " " + file.Title));
            }
        }
    }

    /// <summary>What an item says. Nothing and an empty text are the same.</summary>
    public static LineColumns Of(ContentItem item)
    {
        var columns = new LineColumns(new SortedDictionary<string, string>(StringComparer.Ordinal));
        var part = item.Part<DisclosurePart>() ?? new DisclosurePart();
        columns.Say(Title, Text(item.Part<TitlePart>()?.Title?.Trim()));
        columns.Say(Body, Text(item.Part<HtmlBodyPart>()?.Html));
        columns.Say(FormedOn, part.FormedOn?.ToString("O", CultureInfo.InvariantCulture));
        columns.Say(DocumentNumber, Text(part.DocumentNumber));
        columns.Say(Genre, Text(part.Genre));
        columns.Say(Subject, Text(part.Subject));
        columns.Say(Entry, Text(part.Entry));
        columns.Say(Keywords, Text(string.Join('\n', part.Keywords)));
        columns.Say(Summary, Text(part.Summary));
        return columns;

        // Forms send other line ends than files have.
        static string? Text(string? text) => string.IsNullOrEmpty(text) ? null : text.ReplaceLineEndings("\n");
    }

    public static LineColumns Read(string json) => new(JsonSerializer.Deserialize<SortedDictionary<string, string>>(json)!); // written below

    public string Write() => JsonSerializer.Serialize(_said);

    /// <summary>The properties that say something else than before, or something where nothing was said.</summary>
    public IReadOnlySet<string> ChangedSince(LineColumns before) =>
        _said.Where(pair => pair.Key != Pictures && before._said.GetValueOrDefault(pair.Key) != pair.Value).Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);

    /// <summary>The properties of which nothing is said any more.</summary>
    public IReadOnlySet<string> GoneSince(LineColumns before) => before._said.Keys.Where(property => property != Pictures && !_said.ContainsKey(property)).ToHashSet(StringComparer.Ordinal);

    /// <summary>True when both say the same of a property, or nothing.</summary>
    public bool Agrees(LineColumns other, string property) => _said.GetValueOrDefault(property) == other._said.GetValueOrDefault(property);

    /// <summary>These, with what others say of some properties.</summary>
    public LineColumns With(IReadOnlySet<string> properties, LineColumns others)
    {
        var said = new SortedDictionary<string, string>(_said, StringComparer.Ordinal);
        foreach (var property in properties.Contains(Body) ? properties.Append(Pictures) : properties)
        {
            said.Remove(property);
            if (others._said.TryGetValue(property, out var text))
            {
                said[property] = text;
            }
        }
        return new LineColumns(said);
    }

    /// <summary>True when the files that were brought are attached as they were: all of them, under the same titles.</summary>
    public bool HasFilesOf(IReadOnlyList<Attachment> attached)
    {
        var brought = FilesOf(Attachments).ToHashSet(StringComparer.Ordinal);
        var now = attached.Where(file => brought.Contains(file.Id)).Select(file => file.Id + " " + file.Title);
        return now.ToHashSet(StringComparer.Ordinal).SetEquals(_said.GetValueOrDefault(Attachments)?.Split('\n') ?? []);
    }

    /// <summary>Ids of the files that were brought as one of <see cref="Attachments"/> and <see cref="Pictures"/>.</summary>
    public IEnumerable<string> FilesOf(string property) =>
        _said.TryGetValue(property, out var list) ? list.Split('\n').Select(line => line.Split(' ')[0]) : [];

    private void Say(string property, string? text)
    {
        if (text is not null)
        {
            _said[property] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 10));
        }
    }
}
