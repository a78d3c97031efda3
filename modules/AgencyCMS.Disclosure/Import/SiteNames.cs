using System.Text.Json;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Disclosure.Import;

/// <summary>Names and titles of sites at one moment, and whose they were.</summary>
internal sealed class SiteNames
{
    // A name or title that several sites have means none of them.
    private const int Several = 0;
    private readonly Dictionary<string, int> _ids;

    private SiteNames(Dictionary<string, int> ids) => _ids = ids;

    public static SiteNames Of(TenantDirectory directory)
    {
        var ids = directory.All.GroupBy(tenant => tenant.Title, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(sites => sites.Key, sites => sites.Count() == 1 ? sites.Single().Id.Value : Several, StringComparer.OrdinalIgnoreCase);
        foreach (var tenant in directory.All)
        {
            // A name is one site's alone, and comes before the titles of others.
            ids[tenant.Name] = tenant.Id.Value;
        }
        return new SiteNames(ids);
    }

    public static SiteNames Read(string json) => new(new(JsonSerializer.Deserialize<Dictionary<string, int>>(json)!, StringComparer.OrdinalIgnoreCase)); // written below

    public string Write() => JsonSerializer.Serialize(_ids);

    public bool IsAmbiguous(string name) => _ids.TryGetValue(name, out var id) && id == Several;

    /// <returns>Null when nobody bore the name.</returns>
    public TenantId? Find(string name) => _ids.TryGetValue(name, out var id) && id != Several ? new TenantId(id) : null;
}
