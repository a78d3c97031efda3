using System.Text.Json;
using System.Text.Json.Serialization;
using AgencyCMS.Disclosure.Import.Reading;

namespace AgencyCMS.Disclosure.Import;

/// <summary>How a file's columns and values are to be understood.</summary>
internal sealed record ImportMap
{
    private static readonly JsonSerializerOptions Lenient = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly Dictionary<string, string> Usual = new(StringComparer.OrdinalIgnoreCase)
    {
        // What the pages of the site and of the administration call them, in both languages, and what offices write besides.
        ["标题"] = "title",
        ["信息名称"] = "title",
        ["信息标题"] = "title",
        ["名称"] = "title",
        ["Name of the information"] = "title",
        ["正文"] = "body",
        ["内容"] = "body",
        ["信息内容"] = "body",
        ["Text"] = "body",
        ["段落"] = "paragraphs",
        ["单位"] = "agency",
        ["发布机构"] = "agency",
        ["发布单位"] = "agency",
        ["Publishing agency"] = "agency",
        ["成文日期"] = "formedOn",
        ["生成日期"] = "formedOn",
        ["Formed on"] = "formedOn",
        ["发布日期"] = "publishedOn",
        ["发布时间"] = "publishedOn",
        ["Published on"] = "publishedOn",
        ["Published"] = "publishedOn",
        ["文号"] = "documentNumber",
        ["发文字号"] = "documentNumber",
        ["Document number"] = "documentNumber",
        ["体裁"] = "genre",
        ["体裁分类"] = "genre",
        ["主题"] = "subject",
        ["主题分类"] = "subject",
        ["Subject class"] = "subject",
        ["栏目"] = "entry",
        ["目录"] = "entry",
        ["目录栏目"] = "entry",
        ["公开目录"] = "entry",
        ["公开栏目"] = "entry",
        ["所属栏目"] = "entry",
        ["信息分类"] = "entry",
        ["Catalogue entry"] = "entry",
        ["关键词"] = "keywords",
        ["关键字"] = "keywords",
        ["主题词"] = "keywords",
        ["内容概述"] = "summary",
        ["概述"] = "summary",
        ["摘要"] = "summary",
        ["编号"] = "key",
        ["行的编号"] = "key",
        ["Key of the line"] = "key",
        ["附件"] = "attachments",
    };

    /// <summary>The properties of an import line.</summary>
    public static IReadOnlyList<string> Known { get; } =
        ["key", "title", "body", "paragraphs", "agency", "formedOn", "publishedOn", "documentNumber", "genre", "subject", "entry", "keywords", "summary", "attachments"];

    /// <summary>Column of the file → property, or nothing for a column to leave out; columns that need no mapping need not be named.</summary>
    public Dictionary<string, string> Columns { get; init; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Property → (value in the file → value to use), such as names of agencies → names of tenants.</summary>
    public Dictionary<string, Dictionary<string, string>> Values { get; init; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Property → value for lines that say nothing.</summary>
    public Dictionary<string, string> Defaults { get; init; } = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="JsonException">The text is not a mapping.</exception>
    public static ImportMap Read(string json) => Checked(JsonSerializer.Deserialize<ImportMap>(json, Lenient));

    /// <summary>The mapping as <see cref="Read"/> reads it.</summary>
    public string Write() => JsonSerializer.Serialize(this, Lenient);

    /// <exception cref="JsonException">The file is not a mapping.</exception>
    public static async Task<ImportMap> ReadAsync(string path, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(path);
        return Checked(await JsonSerializer.DeserializeAsync<ImportMap>(stream, Lenient, cancellationToken));
    }

    /// <summary>True for a column that is known without a mapping.</summary>
    public static bool Understands(string column) =>
        Usual.ContainsKey(column) || Usual.ContainsKey(CellText.NameOf(column)) || Known.Contains(CellText.NameOf(column), StringComparer.OrdinalIgnoreCase);

    /// <summary>The property that a column means; null when it means none.</summary>
    public string? PropertyOf(string column)
    {
        var name = CellText.NameOf(column);
        if (Columns.TryGetValue(column, out var mapped) || Usual.TryGetValue(column, out mapped) || Usual.TryGetValue(name, out mapped))
        {
            return mapped.Length > 0 ? mapped : null;
        }
        return Known.FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>True for a column that the mapping leaves out on purpose.</summary>
    public bool LeavesOut(string column) => Columns.TryGetValue(column, out var mapped) && mapped.Length == 0;

    /// <summary>The value to use for a property.</summary>
    public string? ValueOf(string property, string? value)
    {
        value = string.IsNullOrWhiteSpace(value) ? Defaults.GetValueOrDefault(property) : value.Trim();
        return value is not null && Values.TryGetValue(property, out var known) && known.TryGetValue(value, out var mapped) ? mapped : value;
    }

    // A slip in the name of a property would leave its column out without a word.
    private static ImportMap Checked(ImportMap? map)
    {
        if (map is null)
        {
            return new ImportMap();
        }
        if (map.Columns.Values.Concat(map.Defaults.Values).Concat(map.Values.Values.SelectMany(words => words?.Values.AsEnumerable() ?? [null!])).Any(word => word is null))
        {
            throw new JsonException("A name or value is null. A column that is to be left out has \"\".");
        }
        var properties = map.Columns.Values.Where(property => property.Length > 0).Concat(map.Values.Keys).Concat(map.Defaults.Keys);
        if (properties.FirstOrDefault(property => !Known.Contains(property, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            throw new JsonException($"There is no property “{unknown}”. The properties are {string.Join(", ", Known)}.");
        }
        return map;
    }
}
