using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Disclosure.Editing;
using AgencyCMS.Disclosure.Import.Attaching;
using AgencyCMS.Disclosure.Import.Reading;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Modularity.Texts;

namespace AgencyCMS.Disclosure.Import;

/// <summary>An import line after mapping: what is to become one disclosure.</summary>
internal sealed record ImportLine
{
    private const int MaxTitleCharacters = 500;
    private const string ParagraphsName = "paragraphs";

    public required int Line { get; init; }
    public string? Key { get; init; }

    /// <summary>Title and document number with the characters that nobody sees: what the line is known by, also to imports before they were taken out.</summary>
    public (string? Title, string? DocumentNumber) Spelled { get; init; }

    public string? Title { get; init; }
    public string? Body { get; init; }
    public string? Agency { get; init; }
    public DateTime? FormedOn { get; init; }
    public DateTime? PublishedOn { get; init; }
    public string? DocumentNumber { get; init; }
    public string? Genre { get; init; }
    public string? Subject { get; init; }
    public string? Entry { get; init; }

    /// <summary>Null when the line says nothing of them.</summary>
    public IReadOnlyList<string>? Keywords { get; init; }

    public string? Summary { get; init; }
    public IReadOnlyList<ImportAttachment> Attachments { get; init; } = [];

    /// <summary>Property → name of its column in the file, also of a column that says nothing of it.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Why it cannot be taken over; empty when it can.</summary>
    public IReadOnlyList<Problem> Faults { get; init; } = [];

    /// <summary>Columns whose text was kept without characters that nobody sees.</summary>
    public IReadOnlyList<string> Tidied { get; init; } = [];

    /// <summary>Columns of the record that mean nothing here.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];

    /// <summary>The record as it was read.</summary>
    public JsonObject Values { get; init; } = [];

    public static ImportLine Read(ImportRecord record, ImportMap map)
    {
        var values = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        var columns = new Dictionary<string, string>(StringComparer.Ordinal);
        var faults = new List<Problem>(record.Fault is null ? [] : [record.Fault]);
        var unknown = new List<string>();
        foreach (var (column, value) in record.Values)
        {
            if (map.PropertyOf(column) is { } property)
            {
                // Nulls were left out when the file was read.
                if (columns.TryAdd(property, column))
                {
                    values[property] = value!;
                }
                else if (!JsonNode.DeepEquals(values[property], value))
                {
                    faults.Add(ImportProblems.ColumnsCompete(columns[property], column));
                }
            }
            else if (!map.LeavesOut(column))
            {
                unknown.Add(column);
            }
        }
        foreach (var column in record.Emptied.Where(column => map.PropertyOf(column) is not null))
        {
            columns.TryAdd(map.PropertyOf(column)!, column); // looked at above
        }
        faults.AddRange(record.Values.Select(value => Restriction.Find(value.Key, value.Value, map)).OfType<Problem>());
        faults.AddRange(record.ColumnFaults.Where(fault => map.PropertyOf(fault.Key) is not null).Select(fault => fault.Value));
        faults.AddRange(values.Where(value => value.Value is JsonValue).Select(value => Misread(columns[value.Key], value.Value.ToString())).OfType<Problem>());
        faults.AddRange(values.Where(value => value.Value is not JsonValue && value.Key is not ("keywords" or "attachments" or ParagraphsName)).Select(value => ImportProblems.NotAText(columns[value.Key])));
        var spelled = (Text("title"), Text("documentNumber"));
        var tidied = Tidy(values).Select(property => columns[property]).ToList();
        faults.AddRange(values.Where(value => IsPlain(value.Key)).Select(value => Unseen(columns[value.Key], value.Value)).OfType<Problem>());
        var title = Text("title");
        if (faults.Count == 0 && title is null)
        {
            faults.Add(ImportProblems.TitleMissing());
        }
        if (Characters.Exceeds(title, MaxTitleCharacters))
        {
            faults.Add(ImportProblems.TitleTooLong(MaxTitleCharacters));
        }
        return new ImportLine
        {
            Line = record.Line,
            Key = Text("key"),
            Spelled = spelled,
            Title = title,
            Body = LineBody.Html(Value("body")) ?? Paragraphs(values.GetValueOrDefault(ParagraphsName)),
            Agency = Text("agency"),
            FormedOn = Date("formedOn"),
            PublishedOn = Date("publishedOn"),
            DocumentNumber = Text("documentNumber"),
            Genre = Text("genre"),
            Subject = Text("subject"),
            Entry = Text("entry"),
            Keywords = Words(values.GetValueOrDefault("keywords")) is { Count: > 0 } words ? words : null,
            Summary = Text("summary"),
            Attachments = ImportAttachment.Read(values.GetValueOrDefault("attachments"), faults),
            Columns = columns,
            Faults = faults,
            Tidied = tidied,
            Unknown = unknown,
            Values = record.Values,
        };

        string? Text(string property) => Value(property) is { } text ? CellText.OnOneLine(text) : null;

        string? Value(string property) => map.ValueOf(property, values.GetValueOrDefault(property) is JsonValue value ? value.ToString() : null);

        // The separators of the editor's form.
        IReadOnlyList<string>? Words(JsonNode? node) => node is JsonArray list
            ? [.. list.Select(word => word?.ToString().Trim() ?? "").Where(word => word.Length > 0)]
            : Value("keywords")?.Split(DisclosurePartEditor.Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        DateTime? Date(string property)
        {
            if (Text(property) is not { } text)
            {
                return null;
            }
            if (ImportDates.Read(text) is { } date)
            {
                return date;
            }
            faults.Add(ImportProblems.DateNotValid(text, columns.GetValueOrDefault(property, property)));
            return null;
        }
    }

    /// <summary>The same line always becomes the same item of a tenant, so that an import may be repeated or broken off.</summary>
    public Guid IdentityIn(TenantId tenant)
    {
        // Two publications on one day are two.
        var day = FormedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? PublishedOn?.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
        var key = Key ?? $"{Spelled.Title}\n{day}\n{Spelled.DocumentNumber}";
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"import\n{tenant}\n{key}")));
        return new Guid(hash.AsSpan(0, 16));
    }

    // In the text itself they may stand; what turns its direction is taken out when it is cleaned. Files are called what they are called.
    private static bool IsPlain(string property) => property is not ("body" or ParagraphsName or "attachments");

    /// <returns>The properties that held something nobody sees.</returns>
    private static List<string> Tidy(Dictionary<string, JsonNode> values)
    {
        var tidied = new List<string>();
        foreach (var (property, value) in values.Where(value => IsPlain(value.Key)).ToList())
        {
            var copy = value.DeepClone();
            var holder = new JsonObject { [property] = copy };
            SeenTexts.TidyAll(holder);
            if (!JsonNode.DeepEquals(holder[property], value))
            {
                tidied.Add(property);
                values[property] = holder[property]!; // as many as there were
            }
        }
        return tidied;
    }

    private static Problem? Unseen(string column, JsonNode value) => SeenTexts.CheckAll(new JsonObject { [column] = value.DeepClone() }).FirstOrDefault().Problem is { } problem
        ? ImportProblems.CharacterUnseen(column, [.. problem.Arguments])
        : null;

    private static Problem? Misread(string column, string text) =>
        CellText.ErrorIn(text) is { } error ? ImportProblems.ValueIsError(column, error)
        : text.Contains('\uFFFD', StringComparison.Ordinal) ? ImportProblems.CharacterLost(column)
        : CellText.IsShortened(text) ? ImportProblems.NumberShortened(column, text.Trim())
        : null;

    /// <summary>What the file calls a property; the property itself where the mapping alone speaks of it.</summary>
    public string ColumnOf(string property) => Columns.GetValueOrDefault(property) ?? (property == "body" ? Columns.GetValueOrDefault(ParagraphsName) : null) ?? property;

    /// <summary>True when the file has a column for a property.</summary>
    public bool HasColumn(string property) => Columns.ContainsKey(property) || (property == "body" && Columns.ContainsKey(ParagraphsName));

    private static string? Paragraphs(JsonNode? node) => node is JsonArray { Count: > 0 } list ? LineBody.Html(list.Select(paragraph => paragraph?.ToString().Trim() ?? "")) : null;
}
