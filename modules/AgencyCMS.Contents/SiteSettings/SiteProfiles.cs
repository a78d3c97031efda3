using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Texts;
using AgencyCMS.Presentation;

namespace AgencyCMS.Contents.SiteSettings;

/// <summary>The profile of the current tenant, read from its settings and kept in memory until anything in the tenant changes.</summary>
internal sealed class SiteProfiles(TenantDb db, TenantMemory memory, TenantSettings settings) : ISiteProfileSource
{
    public const string Section = nameof(SiteProfile);

    // Recipes of other makers may leave values out or write null.
    private static readonly JsonSerializerOptions Lenient = new(JsonSerializerDefaults.General)
    {
        PropertyNameCaseInsensitive = true,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
    };

    public ValueTask<SiteProfile> GetAsync(CancellationToken cancellationToken) =>
        memory.GetAsync(db, async () => Read(await settings.FindAsync(Section, cancellationToken)));

    /// <summary>A profile from its section; what cannot be read is empty.</summary>
    public static SiteProfile Read(JsonNode? section)
    {
        if (section is not JsonObject json)
        {
            return new SiteProfile();
        }
        var texts = json.Where(property => property.Value is JsonValue value && value.GetValueKind() == JsonValueKind.String)
            .Select(property => KeyValuePair.Create(property.Key, property.Value?.DeepClone()));
        var profile = new JsonObject(texts).Deserialize<SiteProfile>(Lenient) ?? new SiteProfile();
        return profile with
        {
            Emblem = WebAddress.OrEmpty(profile.Emblem),
            MarkUrl = WebAddress.OrEmpty(profile.MarkUrl),
            ReportErrorUrl = WebAddress.OrEmpty(profile.ReportErrorUrl),
        };
    }
}
