using System.Text.Json;

namespace AgencyCMS.Disclosure.Import;

/// <summary>How a file's columns and values are to be understood.</summary>
internal sealed record ImportMap
{
    private static readonly JsonSerializerOptions Lenient = new(JsonSerializerDefaults.Web) { ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static readonly Dictionary<string, string> Usual = new(StringComparer.OrdinalIgnoreCase)
    {
        ["标题"] = "title",
        ["信息名称"] = "title",
        ["名称"] = "title",
        ["正文"] = "body",
        ["内容"] = "body",
        ["单位"] = "agency",
        ["发布机构"] = "agency",
        ["成文日期"] = "formedOn",
        ["生成日期"] = "formedOn",
        ["发布日期"] = "publishedOn",
        ["发布时间"] = "publishedOn",
        ["文号"] = "documentNumber",
        ["发文字号"] = "documentNumber",
        ["体裁"] = "genre",
        ["体裁分类"] = "genre",
        ["主题"] = "subject",
        ["主题分类"] = "subject",
        ["栏目"] = "entry",
        ["目录"] = "entry",
        ["编号"] = "key",
        ["附件"] = "attachments",
    };

    /// <summary>The properties of an import line.</summary>
    public static IReadOnlyList<string> Known { get; } =
        ["key", "title", "body", "paragraphs", "agency", "formedOn", "publishedOn", "documentNumber", "genre", "subject", "entry", "attachments"];

    /// <summary>Column of the file → property, or nothing for a column to leave out; columns that need no mapping need not be named.</summary>
    public Dictionary<string, string> Columns { get; init; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Property → (value in the file → value to use), such as names of agencies → names of tenants.</summary>
    public Dictionary<string, Dictionary<string, string>> Values { get; init; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Property → value for lines that say nothing.</summary>
    public Dictionary<string, string> Defaults { get; init; } = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="JsonException">The text is not a mapping.</exception>
    public static ImportMap Read(string json) => JsonSerializer.Deserialize<ImportMap>(json, Lenient) ?? new ImportMap();

    /// <summary>The mapping as <see cref="Read"/> reads it.</summary>
    public string Write() => JsonSerializer.Serialize(this, Lenient);

    /// <exception cref="JsonException">The file is not a mapping.</exception>
    public static async Task<ImportMap> ReadAsync(string path, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(path);
        return await JsonSerializer.DeserializeAsync<ImportMap>(stream, Lenient, cancellationToken) ?? new ImportMap();
    }

    /// <summary>The property that a column means; null when it means none.</summary>
    public string? PropertyOf(string column)
    {
        if (Columns.TryGetValue(column, out var mapped) || Usual.TryGetValue(column, out mapped))
        {
            return mapped.Length > 0 ? mapped : null;
        }
        return Known.FirstOrDefault(name => name.Equals(column, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>True for a column that the mapping leaves out on purpose.</summary>
    public bool LeavesOut(string column) => Columns.TryGetValue(column, out var mapped) && mapped.Length == 0;

    /// <summary>The value to use for a property.</summary>
    public string? ValueOf(string property, string? value)
    {
        value = string.IsNullOrWhiteSpace(value) ? Defaults.GetValueOrDefault(property) : value.Trim();
        return value is not null && Values.TryGetValue(property, out var known) && known.TryGetValue(value, out var mapped) ? mapped : value;
    }
}
