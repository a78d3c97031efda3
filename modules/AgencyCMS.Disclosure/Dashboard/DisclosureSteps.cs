using AgencyCMS.Admin.Contracts;
using AgencyCMS.Contents.Contracts;
using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Storage;
using AgencyCMS.Modularity.Permissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Disclosure.Dashboard;

/// <summary>A new site has a catalogue and something in it.</summary>
internal sealed class DisclosureSteps(TenantDb db, IStringLocalizer localizer) : IFirstSteps
{
    public async Task<IReadOnlyList<FirstStep>> GetAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Can(DisclosurePermissions.EditCatalogueId))
        {
            return [];
        }
        var looked = await db.Set<CatalogueEntryRow>().AnyAsync(row => row.IsOwn || row.NoneReason != null, cancellationToken);
        var published = await db.Set<DisclosureRow>().AnyAsync(cancellationToken);
        return
        [
            new FirstStep(localizer["Go through the catalogue: declare what the agency does not have, add what it has besides"], 40, looked, DisclosureRoutes.EditCatalogue),
            new FirstStep(localizer["Publish the first item"], 50, published, ItemRoutes.New, new { contentType = "Disclosure" }),
        ];
    }
}
