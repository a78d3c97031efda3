using AgencyCMS.ContentManagement.Recipes;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Setup;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Presentation;
using AgencyCMS.Recipes.Reporting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Deployment.Transfer;

/// <summary>A recipe is uploaded, its dry run shows what each step would do, and then it is run.</summary>
[RequirePermission(RecipePermissions.Use)]
[Route("admin/recipes")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class RunRecipeEndpoint(UploadedRecipes uploads, TenantRecipes recipes, TenantContext tenants, GeneratedPasswords passwords, IStringLocalizer localizer) : Controller
{
    // Somewhat above what is taken, so that a file that is too large is refused with a sentence and not with a broken connection.
    private const long MaxFormBytes = 600L * 1024 * 1024;

    [HttpGet("", Name = RecipeRoutes.Recipes)]
    public IActionResult Show() => View("Recipes", new RecipesPage());

    [HttpPost("upload", Name = RecipeRoutes.Upload)]
    [RequestSizeLimit(MaxFormBytes)]
    [RequestFormLimits(MultipartBodyLengthLimit = MaxFormBytes)]
    public async Task<IActionResult> Upload([FromForm] IFormFile? file, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            return this.Again("Recipes", new RecipesPage(), [RecipeRefusals.FileNotChosen()], localizer);
        }
        await using var content = file.OpenReadStream();
        var taken = await uploads.TakeAsync(tenants.Tenant.Id, file.FileName, content, cancellationToken);
        return taken.TryGet(out var key)
            ? RedirectToRoute(RecipeRoutes.Run, new { key })
            : this.Again("Recipes", new RecipesPage(), taken.Problems, localizer);
    }

    /// <summary>The dry run: everything is done and undone, so a GET changes nothing.</summary>
    [HttpGet("{key}", Name = RecipeRoutes.Run)]
    public async Task<IActionResult> Rehearse([FromRoute] string key, CancellationToken cancellationToken)
    {
        var ran = await RunAsync(key, isDryRun: true, cancellationToken);
        return ran.TryGet(out var report) ? View("Recipes", ToPage(key, report)) : this.Again("Recipes", new RecipesPage(), ran.Problems, localizer);
    }

    [HttpPost("{key}")]
    public async Task<IActionResult> Run([FromRoute] string key, [FromForm] bool confirmed, CancellationToken cancellationToken)
    {
        var ran = await RunAsync(key, isDryRun: !confirmed, cancellationToken);
        if (!ran.TryGet(out var report))
        {
            return this.Again("Recipes", new RecipesPage(), ran.Problems, localizer);
        }
        if (!confirmed)
        {
            return this.Again("Recipes", ToPage(key, report), [RecipeRefusals.NotConfirmed()], localizer);
        }
        if (report.IsCommitted)
        {
            uploads.Remove(tenants.Tenant.Id, key);
        }
        Response.StatusCode = report.IsCommitted ? StatusCodes.Status200OK : StatusCodes.Status409Conflict;
        return View("Recipes", new RecipesPage { Report = report, Accounts = tenants.Tenant.IsCounty ? passwords.Take() : [] });
    }

    [HttpPost("{key}/discard", Name = RecipeRoutes.Discard)]
    public IActionResult Discard([FromRoute] string key)
    {
        uploads.Remove(tenants.Tenant.Id, key);
        return RedirectToRoute(RecipeRoutes.Recipes);
    }

    private static RecipesPage ToPage(string key, RecipeReport report) => new() { Report = report, Key = report.HasErrors ? null : key };

    private async Task<Outcome<RecipeReport>> RunAsync(string key, bool isDryRun, CancellationToken cancellationToken)
    {
        var opened = await uploads.OpenAsync(tenants.Tenant.Id, key, cancellationToken);
        if (!opened.TryGet(out var package))
        {
            return Outcome.Refused<RecipeReport>(opened.Problems);
        }
        using (package)
        {
            return await recipes.RunAsync(package.Source, isDryRun, null, cancellationToken);
        }
    }
}
