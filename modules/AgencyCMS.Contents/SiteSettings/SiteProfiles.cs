using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using AgencyCMS.Content.Storage;
using AgencyCMS.Modularity.Presentation;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Contents.SiteSettings;

/// <summary>The profile of the current tenant, read from its settings and kept in memory until anything in the tenant changes.</summary>
internal sealed class SiteProfiles(TenantContext tenants, SiteProfileCache cache, TenantSettings settings) : ISiteProfileSource
{
    public const string Section = nameof(SiteProfile);

    // Recipes of other makers may leave values out or write null.
    private static readonly JsonSerializerOptions Lenient = new(JsonSerializerDefaults.General)
    {
        PropertyNameCaseInsensitive = true,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
    };

    public async ValueTask<SiteProfile> GetAsync(CancellationToken cancellationToken)
    {
        var tenant = tenants.Tenant.Id;
        return cache.Find(tenant) ?? await ReadAsync(tenant, cancellationToken);
    }

    /// <summary>A profile from its section; what cannot be read is empty.</summary>
    public static SiteProfile Read(JsonNode? section)
    {
        if (section is not JsonObject json)
        {
            return new SiteProfile();
        }
        var texts = json.Where(property => property.Value is JsonValue value && value.GetValueKind() == JsonValueKind.String)
            .Select(property => KeyValuePair.Create(property.Key, property.Value?.DeepClone()));
        return new JsonObject(texts).Deserialize<SiteProfile>(Lenient) ?? new SiteProfile();
    }

    private async ValueTask<SiteProfile> ReadAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var generation = cache.GenerationOf(tenant);
        var profile = Read(await settings.FindAsync(Section, cancellationToken));
        cache.Keep(tenant, generation, profile);
        return profile;
    }
}

/// <summary>Profiles in memory, each with the state of its tenant at which it was read.</summary>
internal sealed class SiteProfileCache(TenantGenerations generations)
{
    private readonly ConcurrentDictionary<TenantId, (long Generation, SiteProfile Profile)> _profiles = new();

    public long GenerationOf(TenantId tenant) => generations.Of(tenant);

    public SiteProfile? Find(TenantId tenant) =>
        _profiles.TryGetValue(tenant, out var kept) && kept.Generation == generations.Of(tenant) ? kept.Profile : null;

    public void Keep(TenantId tenant, long generation, SiteProfile profile) => _profiles[tenant] = (generation, profile);
}
