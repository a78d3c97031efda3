using AgencyCMS.ContentManagement.Recipes;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Presentation;
using AgencyCMS.Recipes;
using AgencyCMS.Recipes.Exporting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;

namespace AgencyCMS.Deployment.Transfer;

/// <summary>The site as a package. A POST, because it carries all that the site has, drafts included.</summary>
[RequirePermission(RecipePermissions.Use)]
internal sealed class ExportRecipeEndpoint(RecipeExporter exporter, TenantContext tenants, IStringLocalizer localizer) : Controller
{
    [HttpPost("admin/recipes/export", Name = RecipeRoutes.Export)]
    public async Task<IActionResult> Export([FromForm] RecipeExportPart[] parts, CancellationToken cancellationToken)
    {
        if (parts is not { Length: > 0 })
        {
            return this.Again("Recipes", new RecipesPage { Parts = new HashSet<RecipeExportPart>() }, [RecipeRefusals.NothingChosen()], localizer);
        }
        var tenant = tenants.Tenant;
        Response.ContentType = "application/zip";
        Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = tenant.Name + ".zip" }.ToString();
        Response.Headers.CacheControl = "private, no-store";
        // The packer writes small pieces of its directory synchronously.
        HttpContext.Features.Get<IHttpBodyControlFeature>()?.AllowSynchronousIO = true;
        var options = new RecipeExportOptions(new RecipeDescriptor { Name = tenant.Name, DisplayName = tenant.Title }) { Parts = parts.ToHashSet() };
        await exporter.ExportPackageAsync(Response.Body, options, cancellationToken);
        return new EmptyResult();
    }
}
