using System.Globalization;
using AgencyCMS.Disclosure.BrowseCatalogue;
using AgencyCMS.Disclosure.Catalogue;
using AgencyCMS.Modularity.Localisation;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Presentation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Disclosure.EditCatalogue;

/// <summary>The catalogue in the administration: gaps, own entries, declarations.</summary>
[RequirePermission(DisclosurePermissions.EditCatalogueId)]
[Route("admin/catalogue")]
internal sealed class EditCatalogueEndpoint(
    CatalogueTree catalogue, CatalogueEditor editor, CatalogueCounts counts, PageInfo page, LinkGenerator links, IStringLocalizer localizer) : Controller
{
    [HttpGet("", Name = DisclosureRoutes.EditCatalogue)]
    public async Task<IActionResult> Show([FromQuery] bool empty, CancellationToken cancellationToken)
    {
        Describe(localizer["Catalogue"]);
        var tree = await catalogue.GetAsync(cancellationToken);
        var totals = await counts.ReadAsync(Actor.System, cancellationToken);
        return View("EditCatalogue", CatalogueConsole.Build(tree, totals, empty));
    }

    [HttpGet("new", Name = DisclosureRoutes.AddEntry)]
    public Task<IActionResult> Add([FromQuery] string? parent, CancellationToken cancellationToken) => ShowFormAsync(new EntryForm { Parent = parent }, cancellationToken);

    [HttpPost("new")]
    public async Task<IActionResult> Add([FromForm] EntryForm form, CancellationToken cancellationToken)
    {
        var outcome = await editor.AddOwnAsync(form.Code ?? "", form.Parent, form.Title ?? "", form.TitleEn ?? "", form.Description ?? "", cancellationToken);
        if (outcome.IsRefused)
        {
            Refuse(outcome.Problems);
            return await ShowFormAsync(form, cancellationToken);
        }
        TempData.AddAlert(AlertKind.Good, localizer["The entry “{0}” was added.", form.Title!]); // AddOwnAsync refuses an entry without title
        return RedirectToRoute(DisclosureRoutes.EditCatalogue);
    }

    [HttpGet("{code}", Name = DisclosureRoutes.EditEntry)]
    public async Task<IActionResult> Edit([FromRoute] string code, CancellationToken cancellationToken)
    {
        var node = (await catalogue.GetAsync(cancellationToken)).Find(code);
        return node is null ? NotFound() : ShowDeclaration(new DeclarationForm { Reason = node.NoneReason, Shown = node.NoneReason }, node);
    }

    [HttpPost("{code}")]
    public async Task<IActionResult> Edit([FromRoute] string code, [FromForm] DeclarationForm form, [FromForm] bool takeBack, CancellationToken cancellationToken)
    {
        if ((await catalogue.GetAsync(cancellationToken)).Find(code) is not { } node)
        {
            return NotFound();
        }
        var outcome = await editor.DeclareAsync(code, takeBack ? null : form.Reason ?? "", form.Shown ?? "", cancellationToken);
        if (outcome.IsRefused)
        {
            Refuse(outcome.Problems);
            var now = (await catalogue.GetAsync(cancellationToken)).Find(code) ?? node;
            // Who is told what is stored now has seen it; after any other refusal the form still is what it was.
            form.Shown = outcome.Problems.Any(problem => problem.Kind is ProblemKind.Conflict) ? now.NoneReason : form.Shown;
            return ShowDeclaration(form, now);
        }
        TempData.AddAlert(AlertKind.Good, takeBack ? localizer["The declaration was taken back."] : localizer["Declared: the agency has no such matter."]);
        return RedirectToRoute(DisclosureRoutes.EditCatalogue);
    }

    [HttpPost("{code}/remove", Name = DisclosureRoutes.RemoveEntry)]
    public async Task<IActionResult> Remove([FromRoute] string code, CancellationToken cancellationToken)
    {
        var outcome = await editor.RemoveOwnAsync(code, cancellationToken);
        TempData.AddAlert(outcome.IsRefused ? AlertKind.Bad : AlertKind.Good, outcome.IsRefused ? localizer.Show(outcome.Problems[0]) : localizer["The entry was removed."]);
        return RedirectToRoute(DisclosureRoutes.EditCatalogue);
    }

    private async Task<IActionResult> ShowFormAsync(EntryForm form, CancellationToken cancellationToken)
    {
        Describe(localizer["Add an entry"]);
        form.Parents = [.. (await catalogue.GetAsync(cancellationToken)).All];
        return View("AddCatalogueEntry", form);
    }

    private ViewResult ShowDeclaration(DeclarationForm form, CatalogueNode node)
    {
        Describe(node.TitleIn(CultureInfo.CurrentUICulture));
        form.Node = node;
        return View("EditCatalogueEntry", form);
    }

    private void Refuse(IReadOnlyCollection<Problem> problems)
    {
        foreach (var problem in problems)
        {
            ModelState.AddModelError(problem.Field ?? "", localizer.Show(problem));
        }
        Response.StatusCode = problems.Any(problem => problem.Kind is ProblemKind.Conflict) ? StatusCodes.Status412PreconditionFailed : StatusCodes.Status422UnprocessableEntity;
    }

    private void Describe(string title)
    {
        page.Title = title;
        page.CurrentNavigation = "disclosure.edit-catalogue";
        if (title != localizer["Catalogue"])
        {
            page.Breadcrumbs.Add(new PageLink(localizer["Catalogue"], links.GetPathByName(HttpContext, DisclosureRoutes.EditCatalogue)));
        }
        page.Breadcrumbs.Add(new PageLink(title, null, IsCurrent: true));
    }
}
