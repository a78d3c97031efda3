using AgencyCMS.Disclosure.Import.Reading;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Disclosure.Import;

/// <summary>Which tenant a line goes to: a fixed one, or the one a column names.</summary>
internal sealed record ImportRoute(string? TenantName, string? Column)
{
    /// <returns>The tenant, or why there is none.</returns>
    public (Tenant? Tenant, string? Fault) Find(TenantDirectory directory, ImportRecord record, ImportLine line, ImportMap map)
    {
        var name = TenantName ?? (map.PropertyOf(Column!) == "agency" ? line.Agency : record.Values[Column!]?.ToString());
        if (string.IsNullOrWhiteSpace(name))
        {
            return (null, $"The column {Column} that names the tenant is empty.");
        }
        var tenant = directory.FindByName(name) ?? directory.All.FirstOrDefault(other => other.Title == name);
        return tenant switch
        {
            null => (null, $"There is no tenant “{name}”."),
            { IsRunning: false } => (null, $"The tenant “{name}” is not running."),
            _ when !tenant.HasFeature("AgencyCMS.Disclosure") => (null, $"The tenant “{name}” has the disclosure catalogue switched off."),
            _ => (tenant, null),
        };
    }
}
