using AgencyCMS.Disclosure.Import.Reading;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Disclosure.Import;

/// <summary>Which tenant a line goes to: a fixed one, or the one a column names.</summary>
internal sealed record ImportRoute(string? TenantName, string? Column)
{
    /// <returns>The tenant, or why there is none.</returns>
    public (Tenant? Tenant, Problem? Fault) Find(TenantDirectory directory, ImportRecord record, ImportLine line, ImportMap map)
    {
        var name = TenantName ?? (map.PropertyOf(Column!) == "agency" ? line.Agency : record.Values[Column!]?.ToString());
        if (string.IsNullOrWhiteSpace(name))
        {
            return (null, ImportProblems.TenantNotNamed(Column!));
        }
        var tenant = directory.FindByName(name) ?? directory.All.FirstOrDefault(other => other.Title == name);
        return tenant is null ? (null, ImportProblems.TenantUnknown(name)) : Refuse(tenant) is { } fault ? (null, fault) : (tenant, null);
    }

    /// <summary>Why nothing can be imported into a tenant now; null when it can.</summary>
    public static Problem? Refuse(Tenant tenant) => tenant switch
    {
        { IsRunning: false } => ImportProblems.TenantNotRunning(tenant.Name),
        _ when !tenant.HasFeature("AgencyCMS.Disclosure") => ImportProblems.CatalogueOff(tenant.Name),
        _ => null,
    };
}
