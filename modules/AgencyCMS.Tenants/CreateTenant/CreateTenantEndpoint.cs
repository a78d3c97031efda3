using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Presentation;
using AgencyCMS.Tenants.Contracts;
using AgencyCMS.Tenants.Lifecycle;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Tenants.CreateTenant;

[RequirePermission(TenantPermissions.Manage)]
internal sealed class CreateTenantEndpoint(
    ITenantLifecycle lifecycle, SetupRecipes recipes, IAccountProvisioning accounts, IActorSource actors, IStringLocalizer localizer) : Controller
{
    [HttpGet("/admin/tenants/new", Name = TenantRoutes.Create)]
    public async Task<IActionResult> Show(CancellationToken cancellationToken) => View("CreateTenant", await WithRecipesAsync(new CreateTenantForm(), cancellationToken));

    [HttpPost("/admin/tenants/new")]
    public async Task<IActionResult> Create([FromForm] CreateTenantForm form, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return this.Again("CreateTenant", await WithRecipesAsync(form, cancellationToken), [], localizer);
        }
        var wanted = form.ToNewTenant(accounts.GeneratePassword());
        var made = await lifecycle.CreateAsync(wanted, await actors.GetAsync(), null, cancellationToken);
        if (!made.TryGet(out var tenant))
        {
            return this.Again("CreateTenant", await WithRecipesAsync(form, cancellationToken), made.Problems, localizer);
        }
        TempData.AddAlert(AlertKind.Good, localizer["“{0}” is set up and open.", tenant.Title]);
        if (wanted.Administrator is { } administrator)
        {
            TempData[FirstAdministrator.Key] = new[] { administrator.UserName, administrator.Password };
        }
        return RedirectToRoute(TenantRoutes.Show, new { id = tenant.Id });
    }

    private async Task<CreateTenantForm> WithRecipesAsync(CreateTenantForm form, CancellationToken cancellationToken) =>
        form with { Recipes = [.. (await recipes.ListAsync(cancellationToken)).Where(recipe => !recipe.Tags.Contains("county") && !recipe.Tags.Contains("demo"))] };
}
