using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Tenants.Contracts;

namespace AgencyCMS.Tenants.Lifecycle;

/// <summary>What a new description changes, for the history: <c>name: old → new</c>.</summary>
internal static class TenantDifference
{
    public static string Describe(Tenant before, TenantDescription after)
    {
        (string What, string Old, string New)[] parts =
        [
            ("name", before.Name, after.Name),
            ("title", before.Title, after.Title),
            ("path", before.Prefix ?? "", after.Prefix ?? ""),
            ("hosts", string.Join(' ', before.Hosts.Order(StringComparer.Ordinal)), string.Join(' ', after.Hosts.Order(StringComparer.Ordinal))),
            ("code", before.SiteCode, after.SiteCode),
        ];
        return string.Join("; ", parts.Where(part => part.Old != part.New).Select(part => $"{part.What}: {part.Old} → {part.New}"));
    }
}
