using System.Globalization;
using AgencyCMS.Contents.Contracts;
using AgencyCMS.Disclosure.Catalogue;
using AgencyCMS.Disclosure.Contracts;
using AgencyCMS.Presentation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Disclosure.DisclosureItem;

/// <summary>The public page of a disclosed item.</summary>
internal sealed class DisclosureItemPage(
    DisclosurePageBuilder builder, CatalogueTree catalogue, PageInfo page, LinkGenerator links, IHttpContextAccessor http, IStringLocalizer localizer) : IItemPage
{
    public bool Shows(string contentType) => contentType == "Disclosure";

    public async Task<ItemView> BuildAsync(ShownItem shown, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(shown);
        var model = await builder.BuildAsync(shown, cancellationToken);
        await DescribeAsync(shown.Item.Part<DisclosurePart>(), model, cancellationToken);
        return new ItemView("DisclosureItem", model);
    }

    private async Task DescribeAsync(DisclosurePart? part, DisclosurePage model, CancellationToken cancellationToken)
    {
        var context = http.HttpContext!; // pages are built for requests only
        var culture = CultureInfo.CurrentUICulture;
        page.CurrentNavigation = "catalogue";
        page.Breadcrumbs.Clear();
        page.Breadcrumbs.Add(new PageLink(localizer["Disclosure catalogue"], links.GetPathByName(context, DisclosureRoutes.Catalogue)));
        var entry = part?.Entry is null ? null : (await catalogue.GetAsync(cancellationToken)).Find(part.Entry);
        foreach (var node in entry?.Path ?? [])
        {
            page.Breadcrumbs.Add(new PageLink(node.TitleIn(culture), links.GetPathByName(context, DisclosureRoutes.Entry, new { entry = node.Code })));
        }
        page.Breadcrumbs.Add(new PageLink(localizer["Text"], null, IsCurrent: true));
        page.Column = entry is null ? null : new ColumnTags(entry.TitleIn(culture), entry.Description.Length > 0 ? entry.Description : entry.Title, entry.Title, "信息公开目录");
        page.Article = page.Article is null ? null : page.Article with
        {
            Source = model.Source,
            Keywords = part is { Keywords.Count: > 0 } ? string.Join(',', part.Keywords) : null,
            Description = string.IsNullOrWhiteSpace(part?.Summary) ? page.Article.Description : part.Summary,
        };
    }
}
