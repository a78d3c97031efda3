using System.Collections.Frozen;
using System.Text.Json;
using AgencyCMS.Data.Changes;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Data.County;

/// <summary>
/// The features and the theme of a tenant as a change in its own store left them. They stand in the county's record, so whoever decides about them within a
/// transaction of the tenant's store appends this to its log: when the process ends between the two commits, <see cref="RecordConsumer"/> does the second.
/// </summary>
public static class RecordChange
{
    internal const string Kind = "tenant.record-decided";

    /// <param name="before">The record on which the decision was made.</param>
    /// <param name="after">The record as it is to be.</param>
    /// <param name="actor">Sign-in name of who decided.</param>
    /// <param name="now">When.</param>
    public static Change Of(Tenant before, Tenant after, string actor, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var data = new Decision(before.Version, [.. after.Features.Order(StringComparer.Ordinal)], after.Theme);
        return new Change { Kind = Kind, SubjectId = "record", Data = JsonSerializer.Serialize(data), Actor = actor, OccurredAt = now };
    }

    /// <returns>False when the record has been written since: by whoever decided this, or by somebody who came later.</returns>
    internal static bool Apply(Change change, TenantRow row)
    {
        var decision = JsonSerializer.Deserialize<Decision>(change.Data)!; // written above
        if (row.Version != decision.Version)
        {
            return false;
        }
        row.Take(row.ToTenant() with { Features = decision.Features.ToFrozenSet(StringComparer.Ordinal), Theme = decision.Theme });
        row.Version++;
        return true;
    }

    private sealed record Decision(int Version, string[] Features, string Theme);
}
