using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Demo.Writing;

/// <summary>What the generator can say: <c>grammar.json</c>, parsed once.</summary>
internal sealed class Grammar
{
    /// <summary>Stands for the inspection entry of the topic.</summary>
    public const string InspectionEntry = "@inspection";

    private static readonly JsonSerializerOptions Format = new() { Converters = { new TemplateConverter(), new JsonStringEnumConverter() } };

    private readonly int _totalWeight;

    private Grammar(GrammarFile file)
    {
        Counties = file.Counties;
        Agencies = file.Agencies;
        Symbols = file.Symbols.ToFrozenDictionary();
        Topics = file.Topics.ToFrozenDictionary(topic => topic.Code);
        TopicCodes = [.. file.Topics.Select(topic => topic.Code)];
        Kinds = file.Kinds;
        _totalWeight = Kinds.Sum(kind => kind.Weight);
    }

    public static Grammar Shared { get; } = Load();

    public string[] Counties { get; }

    public AgencyKind[] Agencies { get; }

    public FrozenDictionary<string, Template[]> Symbols { get; }

    public FrozenDictionary<string, Topic> Topics { get; }

    /// <summary>In the order of the file, which decides what a seed gives.</summary>
    public ImmutableArray<string> TopicCodes { get; }

    public DocumentKind[] Kinds { get; }

    /// <summary>A kind of document, in proportion to the weights.</summary>
    public DocumentKind PickKind(Randomness random)
    {
        var place = random.Below(_totalWeight);
        foreach (var kind in Kinds)
        {
            place -= kind.Weight;
            if (place < 0)
            {
                return kind;
            }
        }
        return Kinds[^1];
    }

    private static Grammar Load()
    {
        using var stream = typeof(Grammar).Assembly.GetManifestResourceStream("Writing.grammar.json")!; // embedded by the project file
        return new Grammar(JsonSerializer.Deserialize<GrammarFile>(stream, Format)!);
    }

    private sealed record GrammarFile(string[] Counties, AgencyKind[] Agencies, Dictionary<string, Template[]> Symbols, Topic[] Topics, DocumentKind[] Kinds);

    private sealed class TemplateConverter : JsonConverter<Template>
    {
        public override Template Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Template.Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, Template value, JsonSerializerOptions options) => throw new NotSupportedException();
    }
}

/// <summary>A bureau or township as every invented county has it.</summary>
internal sealed record AgencyKind(string Name, string Prefix, TenantKind Kind, string[] Topics);

/// <summary>A matter: what is done about it, what goes wrong, what can be counted.</summary>
internal sealed record Topic(
    string Code, string Subject, string Inspection, Template[] Names, Template[] Measures, Template[] Problems, Template[] Figures, Template[] Targets, Template[] Effects, string[] Rows, string[] Keywords);

/// <summary>A kind of document: where it belongs and how it is built.</summary>
internal sealed record DocumentKind(string Genre, int Weight, bool Numbered, bool Signed, string[] Entries, Template[] Titles, Block[] Blocks);

/// <summary>One of: a paragraph or heading (alternatives), some sentences of the topic, a table.</summary>
internal sealed record Block
{
    public Template[]? Paragraph { get; init; }

    public Template[]? Heading { get; init; }

    /// <summary><c>Measures</c>, <c>Problems</c> or <c>Targets</c>: <see cref="From"/> to <see cref="To"/> of them, a paragraph each.</summary>
    public string? Items { get; init; }

    public int From { get; init; }

    public int To { get; init; }

    /// <summary>True when the paragraphs begin with （一）, （二） and so on.</summary>
    public bool Numbered { get; init; }

    /// <summary>What may follow a sentence.</summary>
    public Template[] Tail { get; init; } = [];

    /// <summary>Caption of a table whose rows are the topic's.</summary>
    public Template? Table { get; init; }

    /// <summary>Heads of the three columns: what, how much, and a share or a remark.</summary>
    public string[] Columns { get; init; } = [];
}
