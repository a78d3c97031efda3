using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Accounts.Contracts;

/// <summary>
/// Visits in which somebody of the county office works inside an agency with its administrator's rights: for a limited time, for a reason that the agency
/// reads. A person has at most one open in an agency. Scoped; what is staged is written with the next save of the scope's county session, within a transaction of it that the
/// caller has begun and commits: those who press twice come one after the other.
/// </summary>
public interface IHelpVisits
{
    /// <summary>Begins a visit, in the place of one that lasts.</summary>
    /// <param name="tenant">The agency.</param>
    /// <param name="helper">Who helps; must have an account.</param>
    /// <param name="reason">What the agency reads, 5 to 300 characters.</param>
    /// <param name="minutes">How long, 15 to 480.</param>
    /// <param name="cancellationToken">Stops before it is staged.</param>
    Task<Outcome<HelpVisit>> StageStartAsync(Tenant tenant, Actor helper, string reason, int minutes, CancellationToken cancellationToken);

    /// <summary>Ends a visit before its time; afterwards its helper has none in the agency.</summary>
    /// <returns>Null when there is no such visit, or it is over.</returns>
    Task<HelpVisit?> StageEndAsync(Tenant tenant, long visit, Actor actor, CancellationToken cancellationToken);

    /// <returns>The newest first.</returns>
    Task<IReadOnlyList<HelpVisit>> ListAsync(TenantId tenant, int limit, CancellationToken cancellationToken);
}

/// <summary>One visit.</summary>
/// <param name="Id">Number of the visit.</param>
/// <param name="Helper">Name of who helps, as people read it.</param>
/// <param name="Reason">Why.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndsAt">When it ended, or will end by itself.</param>
/// <param name="IsOpen">True while it lasts.</param>
public sealed record HelpVisit(long Id, string Helper, string Reason, DateTimeOffset StartedAt, DateTimeOffset EndsAt, bool IsOpen);
