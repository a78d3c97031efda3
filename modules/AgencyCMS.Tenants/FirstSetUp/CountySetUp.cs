using System.Collections.Immutable;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Setup;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Tenants.Contracts;
using AgencyCMS.Tenants.Lifecycle;

namespace AgencyCMS.Tenants.FirstSetUp;

/// <summary>Makes the county office's tenant and its first administrator. Both stand afterwards, or neither.</summary>
internal sealed class CountySetUp(ITenantLifecycle lifecycle, TenantRemover remover, GeneratedPasswords passwords, IAccountProvisioning? accounts = null)
{
    public const string TenantName = "county-office";

    private static readonly ImmutableArray<string> AdministratorRoles = ["CountyAdministrator", "SiteAdministrator"];

    /// <param name="title">Full name of the county's disclosure office.</param>
    /// <param name="recipe">Name of the set-up recipe.</param>
    /// <param name="administrator">The first account; null when the recipe brings its own.</param>
    /// <param name="cancellationToken">Takes back what was made.</param>
    public async Task<Outcome<Tenant>> RunAsync(string title, string recipe, AccountRequest? administrator, CancellationToken cancellationToken)
    {
        var made = await lifecycle.CreateAsync(
            new NewTenant { Name = TenantName, Title = title, Kind = TenantKind.CountyOffice, Recipe = recipe }, Actor.System, null, cancellationToken);
        if (accounts is null || administrator is null || !made.TryGet(out var county))
        {
            return made;
        }
        var provisioned = await accounts.ProvisionAsync(
            [administrator with { Memberships = [new MembershipRequest(TenantName, AdministratorRoles)] }], cancellationToken);
        if (provisioned.TryGet(out var done))
        {
            passwords.Add(done);
            return county;
        }
        await remover.RemoveAsync(county, CancellationToken.None);
        return Outcome.Refused<Tenant>(provisioned.Problems);
    }
}
