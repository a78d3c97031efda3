using System.Globalization;
using AgencyCMS.Content.Items;
using AgencyCMS.Content.Publishing;
using AgencyCMS.Disclosure.Catalogue;
using AgencyCMS.Disclosure.Contracts;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Presentation;
using AgencyCMS.Modularity.Tenants;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Disclosure.DisclosureItem;

/// <summary>The page of a disclosed item.</summary>
[PublicAccess]
internal sealed class DisclosureItemEndpoint(
    ContentReader reader, DisclosurePageBuilder builder, CatalogueTree catalogue, IActorSource actors, TenantContext tenants, PageInfo page, LinkGenerator links, IStringLocalizer localizer) : Controller
{
    [HttpGet("info/{slug}", Name = DisclosureRoutes.Item)]
    public async Task<IActionResult> Show(string slug, CancellationToken cancellationToken)
    {
        if (await reader.FindRouteAsync("info/" + slug, cancellationToken) is not { } route)
        {
            return NotFound();
        }
        if (route.CurrentPath != ContentRoutes.Normalise("info/" + slug))
        {
            return LocalRedirectPermanent("~/" + route.CurrentPath);
        }
        if (await reader.FindPublishedAsync(route.ContentItemId, await actors.GetAsync(), cancellationToken) is not { } item)
        {
            return NotFound();
        }
        var model = await builder.BuildAsync(item, cancellationToken);
        await DescribeAsync(item, model, cancellationToken);
        return View("DisclosureItem", model);
    }

    private async Task DescribeAsync(ContentItem item, DisclosurePage model, CancellationToken cancellationToken)
    {
        var part = item.Part<DisclosurePart>();
        var culture = CultureInfo.CurrentUICulture;
        page.Title = model.Title;
        page.CurrentNavigation = "catalogue";
        page.Breadcrumbs.Add(new PageLink(localizer["Disclosure catalogue"], links.GetPathByName(HttpContext, DisclosureRoutes.Catalogue)));
        var entry = part?.Entry is null ? null : (await catalogue.GetAsync(cancellationToken)).Find(part.Entry);
        foreach (var node in entry?.Path ?? [])
        {
            page.Breadcrumbs.Add(new PageLink(node.TitleIn(culture), links.GetPathByName(HttpContext, DisclosureRoutes.Entry, new { entry = node.Code })));
        }
        page.Breadcrumbs.Add(new PageLink(localizer["Text"], null, IsCurrent: true));
        page.Column = entry is null ? null : new ColumnTags(entry.TitleIn(culture), entry.Description.Length > 0 ? entry.Description : entry.Title, entry.Title, "信息公开目录");
        page.Article = new ArticleTags(model.Title, LocalMinute(model.PublishedAt), model.Source)
        {
            Keywords = part is { Keywords.Count: > 0 } ? string.Join(',', part.Keywords) : null,
            Description = part?.Summary,
            Url = links.GetUriByName(HttpContext, DisclosureRoutes.Item, new { slug = ContentRoutes.PathOf(item)?["info/".Length..] }),
        };
    }

    private string LocalMinute(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(tenants.Tenant.TimeZone)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
