using AgencyCMS.Data.County;
using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Modularity.Texts;
using AgencyCMS.Presentation.Http;
using AgencyCMS.Tenants.Contracts;
using AgencyCMS.Tenants.Domain;
using AgencyCMS.Tenants.Storage;

namespace AgencyCMS.Tenants.Lifecycle;

internal sealed class TenantLifecycle(
    TenantProvisioning provisioning, TenantRecords records, TenantDirectory directory, FeatureCatalogue features, DefaultHosts defaultHosts, TenantHistory history, TimeProvider clock)
    : ITenantLifecycle
{
    private const int Attempts = 3;

    public Task<Outcome<Tenant>> CreateAsync(NewTenant wanted, Actor actor, IProgress<ProvisioningStage>? progress, CancellationToken cancellationToken) =>
        provisioning.CreateAsync(wanted, actor, progress, cancellationToken);

    public async Task<Outcome<Tenant>> SuspendAsync(TenantId id, string notice, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notice);
        var text = StorableText.Tidy(notice).Trim();
        if (Characters.Exceeds(text, TenantRefusals.MaxNoticeLength))
        {
            return TenantRefusals.NoticeTooLong();
        }
        if (TextProblems.CheckSeen("Text", text) is { } unseen)
        {
            return unseen;
        }
        var shown = text.Length == 0 ? null : text;
        return await MoveAsync(id, TenantAction.Suspended, tenant => tenant with { State = TenantState.Suspended, Notice = shown }, text, actor, cancellationToken);
    }

    public Task<Outcome<Tenant>> ResumeAsync(TenantId id, string? notice, Actor actor, CancellationToken cancellationToken) => MoveAsync(
        id,
        TenantAction.Resumed,
        tenant => notice is null || notice == tenant.Notice ? tenant with { State = TenantState.Running, Notice = null } : TenantProblems.ChangedMeanwhile(tenant.Name),
        "",
        actor,
        cancellationToken);

    public Task<Outcome<Tenant>> ArchiveAsync(TenantId id, Actor actor, CancellationToken cancellationToken) =>
        MoveAsync(id, TenantAction.Archived, tenant => tenant with { State = TenantState.Archived, Notice = null }, "", actor, cancellationToken);

    public Task<Outcome<Tenant>> DeleteAsync(TenantId id, Actor actor, CancellationToken cancellationToken) => MoveAsync(
        id, TenantAction.Deleted, tenant => tenant with { State = TenantState.Deleted, RemoveAfter = clock.GetUtcNow() + TenantStates.Grace }, "", actor, cancellationToken);

    public async Task<Outcome<Tenant>> RestoreAsync(TenantId id, Actor actor, CancellationToken cancellationToken)
    {
        var before = await history.FindStateBeforeDeletionAsync(id, cancellationToken) ?? TenantState.Running;
        return await MoveAsync(id, TenantAction.Restored, tenant => tenant with { State = before, RemoveAfter = null }, "", actor, cancellationToken);
    }

    public async Task<Outcome<Tenant>> DescribeAsync(TenantId id, TenantDescription description, int? version, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(description);
        var wanted = TenantRules.Tidy(description);
        return await ChangeAsync(
            id,
            TenantAction.Described,
            tenant =>
            {
                if (version is not null && version != tenant.Version)
                {
                    return TenantProblems.ChangedMeanwhile(tenant.Name);
                }
                var problems = TenantRules.Check(wanted, tenant.Kind, defaultHosts);
                return problems.Length > 0
                    ? Outcome.Refused<Tenant>(problems)
                    : tenant with { Name = wanted.Name, Title = wanted.Title, Prefix = wanted.Prefix, Hosts = wanted.Hosts, SiteCode = wanted.SiteCode };
            },
            before => TenantDifference.Describe(before, wanted),
            actor,
            cancellationToken);
    }

    public Task<Outcome<Tenant>> EnableFeatureAsync(TenantId id, string featureId, Actor actor, CancellationToken cancellationToken) => ChangeAsync(
        id,
        TenantAction.FeatureEnabled,
        tenant =>
        {
            var enabled = features.Enable(tenant.Kind, tenant.Features, [featureId]);
            if (!enabled.TryGet(out var set))
            {
                return Outcome.Refused<Tenant>(enabled.Problems);
            }
            var core = IsCounty(actor) ? [] : set.Except(tenant.Features).Where(id => features.Find(id)!.IsCore).Select(FeatureProblems.Core).ToList(); // found just now
            return core.Count > 0 ? Outcome.Refused<Tenant>(core) : tenant with { Features = set };
        },
        _ => featureId,
        actor,
        cancellationToken);

    public Task<Outcome<Tenant>> DisableFeatureAsync(TenantId id, string featureId, Actor actor, CancellationToken cancellationToken) => ChangeAsync(
        id,
        TenantAction.FeatureDisabled,
        tenant =>
        {
            if (tenant.Theme == featureId)
            {
                return TenantRefusals.ThemeInUse(featureId);
            }
            var disabled = features.Disable(tenant.Features, [featureId], IsCounty(actor));
            return disabled.TryGet(out var set) ? tenant with { Features = set } : Outcome.Refused<Tenant>(disabled.Problems);
        },
        _ => featureId,
        actor,
        cancellationToken);

    // The permission counts in the county office's tenant alone.
    private static bool IsCounty(Actor actor) => actor.Can(TenantPermissions.Manage);

    private Task<Outcome<Tenant>> MoveAsync(TenantId id, TenantAction action, Func<Tenant, Outcome<Tenant>> move, string detail, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(id, action, tenant => TenantStates.Check(tenant, action) is { } problem ? problem : move(tenant), _ => detail, actor, cancellationToken);

    // The directory may be a moment behind another process. Then the record is read anew and the question asked again.
    private async Task<Outcome<Tenant>> ChangeAsync(
        TenantId id, TenantAction action, Func<Tenant, Outcome<Tenant>> change, Func<Tenant, string> detail, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        for (var attempt = 1; ; attempt++)
        {
            if (directory.Find(id) is not { } tenant)
            {
                return TenantProblems.NotFound(id.ToString());
            }
            var changed = change(tenant);
            if (!changed.TryGet(out var record) || IsSame(record, tenant))
            {
                return changed;
            }
            var written = await records.UpdateAsync(
                record, (db, after) => history.Add(db, after, action, tenant.State, after.State, detail(tenant), actor), cancellationToken);
            if (attempt == Attempts || !written.IsRefused || written.Problems[0].Code != TenantProblems.ChangedMeanwhileCode)
            {
                return written;
            }
            await records.LoadAsync(cancellationToken);
        }
    }

    // Sets and arrays compare by reference in records; what has not changed must not be written into the history.
    private static bool IsSame(Tenant one, Tenant other) =>
        one.Features.SetEquals(other.Features) && one.Hosts.Order().SequenceEqual(other.Hosts.Order()) && (one with { Features = other.Features, Hosts = other.Hosts }) == other;
}
