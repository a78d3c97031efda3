using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Disclosure.Import.Runs;

/// <summary>What the person may do beyond importing into the current tenant.</summary>
internal sealed class ImportRights(TenantContext tenants, IActorSource actors)
{
    /// <returns>True for who may import into the sites of others.</returns>
    public async Task<bool> ChooseSiteAsync() => tenants.Tenant.IsCounty && (await actors.GetAsync()).Can(DisclosurePermissions.ImportCountyId);
}
