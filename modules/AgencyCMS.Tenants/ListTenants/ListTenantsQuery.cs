using System.Globalization;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Tenants.ListTenants;

/// <summary>A page of the list of tenants. Answered from the directory: it opens no store, however many tenants there are.</summary>
internal sealed class ListTenantsQuery(TenantDirectory directory)
{
    public const int PageSize = 20;

    // Names in the order of the county's dictionaries, not of their code points. By keys: comparing the texts themselves takes a multiple of the time.
    private static readonly CompareInfo Dictionary = CultureInfo.GetCultureInfo("zh-CN").CompareInfo;
    private static readonly Comparer<SortKey> Keys = Comparer<SortKey>.Create(SortKey.Compare);

    public TenantList Run(TenantListFilter filter)
    {
        var found = directory.All.Where(tenant => Matches(tenant, filter)).ToList();
        var last = Math.Max(1, (found.Count + PageSize - 1) / PageSize);
        var page = Math.Clamp(filter.Page, 1, last);
        var shown = Sort(found, filter.Sort).Skip((page - 1) * PageSize).Take(PageSize);
        return new TenantList(filter with { Page = page }, [.. shown], found.Count);
    }

    private static bool Matches(Tenant tenant, TenantListFilter filter) =>
        (filter.State is null ? tenant.State != TenantState.Deleted : tenant.State == filter.State)
        && (filter.Kind is null || tenant.Kind == filter.Kind)
        && (string.IsNullOrWhiteSpace(filter.Search) || Contains(tenant, filter.Search.Trim()));

    private static bool Contains(Tenant tenant, string text) =>
        tenant.Title.Contains(text, StringComparison.OrdinalIgnoreCase)
        || tenant.Name.Contains(text, StringComparison.OrdinalIgnoreCase)
        || tenant.Hosts.Any(host => host.Contains(text, StringComparison.OrdinalIgnoreCase))
        || (tenant.SiteCode.Length > 0 && tenant.SiteCode.Equals(text, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<Tenant> Sort(IEnumerable<Tenant> tenants, string? sort) => sort switch
    {
        "-name" => tenants.OrderByDescending(tenant => tenant.Name, StringComparer.Ordinal),
        "title" => tenants.OrderBy(KeyOf, Keys).ThenBy(tenant => tenant.Id.Value),
        "-title" => tenants.OrderByDescending(KeyOf, Keys).ThenBy(tenant => tenant.Id.Value),
        "kind" => tenants.OrderBy(tenant => tenant.Kind).ThenBy(tenant => tenant.Name, StringComparer.Ordinal),
        "-kind" => tenants.OrderByDescending(tenant => tenant.Kind).ThenBy(tenant => tenant.Name, StringComparer.Ordinal),
        "created" => tenants.OrderBy(tenant => tenant.CreatedAt).ThenBy(tenant => tenant.Id.Value),
        "-created" => tenants.OrderByDescending(tenant => tenant.CreatedAt).ThenBy(tenant => tenant.Id.Value),
        _ => tenants.OrderBy(tenant => tenant.Name, StringComparer.Ordinal),
    };

    private static SortKey KeyOf(Tenant tenant) => Dictionary.GetSortKey(tenant.Title, CompareOptions.IgnoreCase);
}
