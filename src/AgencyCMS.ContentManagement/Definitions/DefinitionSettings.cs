using System.Text.Json.Nodes;
using AgencyCMS.Recipes;

namespace AgencyCMS.ContentManagement.Definitions;

/// <summary>
/// An open bag of settings: name of a settings class to its values. Never changed in place, and kept verbatim where
/// nothing here knows the class.
/// </summary>
public sealed class DefinitionSettings : IEquatable<DefinitionSettings>
{
    private readonly JsonObject _json;

    private DefinitionSettings(JsonObject json) => _json = json;

    public static DefinitionSettings Empty { get; } = new([]);

    /// <summary>Takes a copy; null is the empty bag.</summary>
    public static DefinitionSettings From(JsonObject? json) => json is null ? Empty : new(json.DeepClone().AsObject());

    public IEnumerable<string> Sections => _json.Select(property => property.Key);

    /// <summary>A copy of the section; null when there is none or when it is not an object.</summary>
    public JsonObject? Section(string name) => (_json[name] as JsonObject)?.DeepClone().AsObject();

    /// <summary>Null when absent: the settings class then has its default, which need not be empty.</summary>
    public string? Text(string section, string key) => (_json[section] as JsonObject)?.FindText(key);

    /// <inheritdoc cref="Text"/>
    public bool? Flag(string section, string key) => (_json[section] as JsonObject)?.FindFlag(key);

    /// <inheritdoc cref="Text"/>
    public int? Number(string section, string key) => (_json[section] as JsonObject)?.FindNumber(key);

    /// <summary>Empty when absent.</summary>
    public IReadOnlyList<string> Texts(string section, string key) => (_json[section] as JsonObject)?.FindTexts(key) ?? [];

    /// <summary>The same bag with one value set, whatever it was before.</summary>
    public DefinitionSettings With(string section, string key, JsonNode? value)
    {
        var changed = _json.DeepClone().AsObject();
        var values = changed[section] as JsonObject ?? [];
        values[key] = value?.DeepClone();
        changed[section] = values;
        return new(changed);
    }

    /// <summary>The same bag with the other merged in, as <see cref="SettingsMerge"/> has it.</summary>
    public DefinitionSettings MergedWith(DefinitionSettings other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var merged = _json.DeepClone().AsObject();
        SettingsMerge.Into(merged, other._json);
        return new(merged);
    }

    public JsonObject ToJson() => _json.DeepClone().AsObject();

    public bool Equals(DefinitionSettings? other) => other is not null && JsonNode.DeepEquals(_json, other._json);

    public override bool Equals(object? obj) => Equals(obj as DefinitionSettings);

    public override int GetHashCode() => _json.Count;
}
