using System.Collections.Frozen;
using System.Text.Json;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Data.County;

internal sealed class TenantRow
{
    public int Id { get; set; }
    public required string Name { get; set; }
    public required string Title { get; set; }
    public TenantKind Kind { get; set; }
    public TenantState State { get; set; }
    public string? Prefix { get; set; }
    public required string Store { get; set; }
    public required string Culture { get; set; }
    public required string TimeZone { get; set; }
    public required string Theme { get; set; }

    /// <summary>JSON array of feature ids.</summary>
    public required string Features { get; set; }

    public required string SiteCode { get; set; }
    public int Version { get; set; }
    public string? Notice { get; set; }
    public DateTimeOffset? RemoveAfter { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public List<TenantHostRow> Hosts { get; } = [];

    public Tenant ToTenant() => new()
    {
        Id = new TenantId(Id),
        Name = Name,
        Title = Title,
        Kind = Kind,
        State = State,
        Prefix = Prefix,
        Store = Store,
        Culture = Culture,
        TimeZone = TimeZone,
        Theme = Theme,
        Features = JsonSerializer.Deserialize<string[]>(Features)!.ToFrozenSet(StringComparer.Ordinal),
        SiteCode = SiteCode,
        Version = Version,
        CreatedAt = CreatedAt,
        Notice = Notice,
        RemoveAfter = RemoveAfter,
        Hosts = [.. Hosts.Select(host => host.Host).Order(StringComparer.Ordinal)],
    };

    public void Take(Tenant tenant)
    {
        Name = tenant.Name;
        Title = tenant.Title;
        Kind = tenant.Kind;
        State = tenant.State;
        Prefix = tenant.Prefix;
        Store = tenant.Store;
        Culture = tenant.Culture;
        TimeZone = tenant.TimeZone;
        Theme = tenant.Theme;
        Features = JsonSerializer.Serialize(tenant.Features.Order(StringComparer.Ordinal));
        SiteCode = tenant.SiteCode;
        Notice = tenant.Notice;
        RemoveAfter = tenant.RemoveAfter;
        Hosts.RemoveAll(host => !tenant.Hosts.Contains(host.Host));
        Hosts.AddRange(tenant.Hosts.Where(host => Hosts.TrueForAll(row => row.Host != host)).Select(host => new TenantHostRow { Host = host }));
    }
}
