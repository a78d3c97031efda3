using System.Collections.Frozen;
using System.Collections.Immutable;
using AgencyCMS.Data.County;
using AgencyCMS.Data.Schema;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Modularity.Texts;
using AgencyCMS.Presentation.Http;
using AgencyCMS.Recipes;
using AgencyCMS.Tenants.Contracts;
using AgencyCMS.Tenants.Domain;
using AgencyCMS.Tenants.Storage;

namespace AgencyCMS.Tenants.Lifecycle;

/// <summary>Makes tenants: record, store, recipe, open. What fails half-way is taken away again.</summary>
internal sealed class TenantProvisioning(
    TenantRecords records,
    SchemaSteps schema,
    ProvisioningLock provisioning,
    SetupRecipes recipes,
    RecipeRuns runs,
    FeatureCatalogue features,
    DefaultHosts defaultHosts,
    TenantHistory history,
    TenantRemover remover,
    IAccountProvisioning? accounts = null)
{
    private const string AdministratorRole = "SiteAdministrator";


    public async Task<Outcome<Tenant>> CreateAsync(NewTenant wanted, Actor actor, IProgress<ProvisioningStage>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(actor);
        progress?.Report(ProvisioningStage.Checking);
        var description = TenantRules.Tidy(Describe(wanted));
        var record = ToRecord(description, wanted.Kind);
        var sources = await recipes.FindAsync(wanted, cancellationToken);
        List<Problem> problems =
        [
            .. TenantRules.Check(description, wanted.Kind, defaultHosts),
            .. await records.FindClashesAsync(record, cancellationToken),
            .. TextProblems.CheckSeen(nameof(wanted.TitleEn), StorableText.Tidy(wanted.TitleEn)) is { } unseen ? [unseen] : Array.Empty<Problem>(),
            .. sources.Problems,
            .. wanted.Administrator is null || accounts is null ? [] : await accounts.CheckAsync(wanted.Administrator, cancellationToken),
        ];
        if (problems.Count > 0)
        {
            return Outcome.Refused<Tenant>(problems);
        }
        await using var entered = await provisioning.EnterAsync(cancellationToken);
        var added = await records.AddAsync(
            record, (db, tenant) => history.Add(db, tenant, TenantAction.Created, TenantState.Draft, TenantState.Running, wanted.Recipe, actor), cancellationToken);
        return added.TryGet(out var tenant) ? await SetUpAsync(tenant, wanted with { Administrator = wanted.Administrator is { } first ? first with { By = actor } : null }, sources.Value, progress, cancellationToken) : added;
    }

    private async Task<Outcome<Tenant>> SetUpAsync(
        Tenant tenant, NewTenant wanted, ImmutableArray<RecipeSource> sources, IProgress<ProvisioningStage>? progress, CancellationToken cancellationToken)
    {
        var (isRunning, isOurs) = (false, true);
        try
        {
            progress?.Report(ProvisioningStage.PreparingStore);
            await schema.CreateTenantAsync(tenant.Id, cancellationToken);
            progress?.Report(ProvisioningStage.RunningRecipe);
            var ready = await runs.RunAsync(tenant, sources, Parameters(tenant, wanted), cancellationToken);
            if (!ready.TryGet(out var changed))
            {
                return ready;
            }
            if (wanted.Administrator is not null && accounts is not null)
            {
                var membership = new MembershipRequest(tenant.Name, [AdministratorRole]);
                var appointed = await accounts.ProvisionAsync([wanted.Administrator with { Memberships = [membership] }], cancellationToken);
                if (appointed.IsRefused)
                {
                    return Outcome.Refused<Tenant>(appointed.Problems);
                }
            }
            progress?.Report(ProvisioningStage.Opening);
            var opened = await records.UpdateAsync(changed with { State = TenantState.Running }, CancellationToken.None);
            isRunning = !opened.IsRefused;
            return opened;
        }
        catch (StoreInTheWayException)
        {
            isOurs = false;
            await records.RemoveAsync(tenant.Id, null, CancellationToken.None);
            throw;
        }
        finally
        {
            if (!isRunning && isOurs)
            {
                await remover.RemoveAsync(tenant, CancellationToken.None);
            }
        }
    }

    /// <summary>What recipes may ask for beside what the platform tells them of every tenant.</summary>
    private static Dictionary<string, string> Parameters(Tenant tenant, NewTenant wanted) => new()
    {
        ["SiteNameEn"] = StorableText.Tidy(wanted.TitleEn).Trim(),
        ["SiteCode"] = tenant.SiteCode,
    };

    private static TenantDescription Describe(NewTenant wanted) => new(
        wanted.Name, wanted.Title, wanted.Prefix ?? (wanted.Kind == TenantKind.CountyOffice ? null : wanted.Name), wanted.Hosts, wanted.SiteCode);

    private Tenant ToRecord(TenantDescription description, TenantKind kind) => new()
    {
        Id = default,
        Name = description.Name,
        Title = description.Title,
        Kind = kind,
        State = TenantState.Provisioning,
        Prefix = description.Prefix,
        Hosts = description.Hosts,
        SiteCode = description.SiteCode,
        Features = features.AlwaysEnabled.ToFrozenSet(StringComparer.Ordinal),
    };
}
