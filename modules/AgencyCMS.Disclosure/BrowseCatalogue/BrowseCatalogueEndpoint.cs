using System.Globalization;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Disclosure.Catalogue;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Presentation;
using AgencyCMS.Presentation.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Disclosure.BrowseCatalogue;

/// <summary>The public catalogue: tree, entries and their items.</summary>
[PublicAccess]
[PublicPage]
internal sealed class BrowseCatalogueEndpoint(
    CatalogueTree catalogue, CatalogueCounts counts, DisclosureList list, StandingPages pages, IActorSource actors, PageInfo page, LinkGenerator links, IStringLocalizer localizer) : Controller
{
    private const int PageSize = 20;

    [HttpGet("catalogue", Name = DisclosureRoutes.Catalogue)]
    public Task<IActionResult> Overview([FromQuery(Name = "page")] int number, CancellationToken cancellationToken) => ShowAsync(null, number, cancellationToken);

    [HttpGet("catalogue/{entry}", Name = DisclosureRoutes.Entry)]
    public async Task<IActionResult> Entry([FromRoute] string entry, [FromQuery(Name = "page")] int number, CancellationToken cancellationToken)
    {
        var node = (await catalogue.GetAsync(cancellationToken)).Find(entry);
        return node is null ? NotFound() : await ShowAsync(node, number, cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(CatalogueNode? entry, int number, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return NotFound();
        }
        number = Math.Max(number, 1);
        var actor = await actors.GetAsync();
        var snapshot = await catalogue.GetAsync(cancellationToken);
        var totals = await counts.ReadAsync(actor, cancellationToken);
        var entries = entry?.Branch.Where(node => node.Children.Count == 0).Select(node => node.Code).ToList();
        var total = entries is null ? totals.All : entries.Sum(totals.Of);
        if (number > 1 && total <= (number - 1L) * PageSize)
        {
            return NotFound();
        }
        Describe(entry);
        return View("BrowseCatalogue", new CataloguePage
        {
            Tree = [.. snapshot.Roots.Select(root => TreeItem(root, entry, totals))],
            Entry = entry,
            PageHref = entry is { Page.Length: > 0 } && await pages.IsThereAsync(entry.Page, cancellationToken) ? Url.Content("~/" + entry.Page) : null,
            Items = await list.ReadAsync(actor, entries, (number - 1) * PageSize, PageSize, cancellationToken),
            Total = total,
            Page = number,
            PageSize = PageSize,
        });
    }

    private void Describe(CatalogueNode? entry)
    {
        var culture = CultureInfo.CurrentUICulture;
        page.CurrentNavigation = entry?.Code == CatalogueCodes.AnnualReports ? "annual-reports" : "catalogue";
        page.Title = entry?.TitleIn(culture) ?? localizer["Disclosure catalogue"];
        page.Column = new ColumnTags(page.Title, entry?.Description is { Length: > 0 } description ? description : page.Title, page.Title, "信息公开目录");
        page.Breadcrumbs.Add(new PageLink(localizer["Disclosure catalogue"], links.GetPathByName(HttpContext, DisclosureRoutes.Catalogue), entry is null));
        foreach (var node in entry?.Path ?? [])
        {
            page.Breadcrumbs.Add(new PageLink(node.TitleIn(culture), links.GetPathByName(HttpContext, DisclosureRoutes.Entry, new { entry = node.Code }), node == entry));
        }
    }

    private static CatalogueTreeItem TreeItem(CatalogueNode node, CatalogueNode? current, CatalogueTotals totals)
    {
        var children = node.Children.Select(child => TreeItem(child, current, totals)).ToList();
        return new CatalogueTreeItem(
            node.Code,
            node.TitleIn(CultureInfo.CurrentUICulture),
            totals.OfBranch(node.Code),
            node == current,
            current is null ? node.Code == CatalogueCodes.Statutory : current.Path.Contains(node),
            node.Page.Length > 0,
            children);
    }
}
