using System.Text.Json;
using AgencyCMS.Modularity.Texts;

namespace AgencyCMS.Contents.SiteSettings;

/// <summary>
/// What a form showed when it was opened, kept in the form itself: what the person did not touch keeps the value that somebody else has given it meanwhile, and
/// what both have changed is asked about.
/// </summary>
internal sealed class ShownValues(IReadOnlyDictionary<string, string> values)
{
    /// <summary>Reads what a form sent. What cannot be read was not shown.</summary>
    public static ShownValues Read(string? json)
    {
        try
        {
            return new ShownValues(JsonSerializer.Deserialize<Dictionary<string, string>>(json ?? "{}") ?? []);
        }
        catch (JsonException)
        {
            return new ShownValues(new Dictionary<string, string>());
        }
    }

    /// <summary>For a field of the form.</summary>
    public static string Write(IEnumerable<KeyValuePair<string, string>> values) => JsonSerializer.Serialize(new Dictionary<string, string>(values));

    /// <summary>The same for a form that tells of some values what is stored now.</summary>
    public string With(IEnumerable<KeyValuePair<string, string>> told)
    {
        var shown = new Dictionary<string, string>(values);
        foreach (var (name, value) in told)
        {
            shown[name] = value;
        }
        return Write(shown);
    }

    public bool IsTouched(string name, string typed) => !IsShown(name, typed);

    /// <summary>Whether the person and somebody else have given a value different texts.</summary>
    public bool IsDisputed(string name, string typed, string stored) => IsTouched(name, typed) && !StorableText.IsSameTyped(typed, stored) && !IsShown(name, stored);

    private bool IsShown(string name, string text) => values.TryGetValue(name, out var shown) && StorableText.IsSameTyped(text, shown);
}
