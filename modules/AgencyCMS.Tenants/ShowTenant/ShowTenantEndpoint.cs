using AgencyCMS.Accounts.Contracts;
using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Presentation;
using AgencyCMS.Tenants.ConfirmTenantAction;
using AgencyCMS.Tenants.CreateTenant;
using AgencyCMS.Tenants.Lifecycle;
using AgencyCMS.Tenants.Storage;
using Microsoft.AspNetCore.Mvc;

namespace AgencyCMS.Tenants.ShowTenant;

[RequirePermission(TenantPermissions.Manage)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ShowTenantEndpoint(
    TenantDirectory directory, TenantAddresses addresses, FeatureCatalogue features, SetupRecipes recipes, TenantHistory history, IHelpVisits visits, IPeople people, IActorSource actors) : Controller
{
    private const int HistoryLines = 50;
    private const int Visits = 5;

    [HttpGet("/admin/tenants/{id:int}", Name = TenantRoutes.Show)]
    public async Task<IActionResult> Show([FromRoute] int id, CancellationToken cancellationToken)
    {
        if (directory.Find(new TenantId(id)) is not { } tenant)
        {
            return NotFound();
        }
        var lines = await history.ReadAsync(tenant.Id, HistoryLines, cancellationToken);
        var theme = features.Find(tenant.Theme)?.Name ?? tenant.Theme;
        var mayHelp = !tenant.IsCounty && tenant.IsRunning && (await actors.GetAsync()).Can(TenantPermissions.Help);
        var help = mayHelp ? await visits.ListAsync(tenant.Id, Visits, cancellationToken) : null;
        return View("ShowTenant", new TenantPage(tenant, tenant.IsRunning ? addresses.HomeOf(tenant) : null, theme, TenantVerb.AllowedFor(tenant), lines, help)
        {
            People = await people.NamesAsync(lines.Select(line => line.Actor), cancellationToken),
            Words = await WordsAsync(lines, cancellationToken),
            Administrator = TempData[FirstAdministrator.Key] is string[] { Length: 2 } made ? new FirstAdministrator(made[0], made[1]) : null,
        });
    }

    private async Task<IReadOnlyDictionary<string, string>> WordsAsync(IReadOnlyList<TenantEventRow> lines, CancellationToken cancellationToken)
    {
        var words = (await recipes.ListAsync(cancellationToken)).ToDictionary(recipe => recipe.Name, recipe => recipe.DisplayName, StringComparer.Ordinal);
        foreach (var feature in lines.Select(line => features.Find(line.Detail)).OfType<FeatureDescriptor>())
        {
            words[feature.Id] = feature.Name;
        }
        return words;
    }
}
