using AgencyCMS.Disclosure.Import.Reading;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Disclosure.Import;

/// <summary>Which tenant a line goes to: a fixed one, or the one a column names. Who bore a name when the import was prepared is meant by it for good.</summary>
/// <param name="Into">Null when a column names it.</param>
/// <param name="Column">Null when all lines go to one.</param>
/// <param name="Sites">Who is meant by the names in the column; null when all lines go to one.</param>
internal sealed record ImportRoute(TenantId? Into, string? Column, SiteNames? Sites)
{
    /// <returns>The tenant, or why there is none.</returns>
    public (Tenant? Tenant, Problem? Fault) Find(TenantDirectory directory, ImportRecord record, ImportLine line, ImportMap map)
    {
        var name = Into is null ? (map.PropertyOf(Column!) == "agency" ? line.Agency : record.Values[Column!]?.ToString())?.Trim() : null;
        if (Into is null && string.IsNullOrEmpty(name))
        {
            return (null, ImportProblems.TenantNotNamed(Column!));
        }
        if (name is not null && Sites!.IsAmbiguous(name))
        {
            return (null, ImportProblems.TenantAmbiguous(name));
        }
        var tenant = (Into ?? Sites!.Find(name!)) is { } id ? directory.Find(id) : null;
        return tenant is null ? (null, ImportProblems.TenantUnknown(name ?? Into.ToString()!)) : Refuse(tenant) is { } fault ? (null, fault) : (tenant, null);
    }

    /// <summary>Why nothing can be imported into a tenant now; null when it can.</summary>
    public static Problem? Refuse(Tenant tenant) => tenant switch
    {
        { IsRunning: false } => ImportProblems.TenantNotRunning(tenant.Name),
        _ when !tenant.HasFeature("AgencyCMS.Disclosure") => ImportProblems.CatalogueOff(tenant.Name),
        _ => null,
    };
}
