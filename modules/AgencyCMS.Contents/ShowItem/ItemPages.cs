using System.Globalization;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.Contents.Contracts;
using AgencyCMS.Contents.Feeds;
using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Presentation;

namespace AgencyCMS.Contents.ShowItem;

/// <summary>The renderer of items: the same for readers and for previews.</summary>
internal sealed class ItemPages(IFeatureServices<IItemPage> pages, ItemSections sections, ItemAddresses addresses, PageInfo page, TenantContext tenants)
{
    private const int DescriptionCharacters = 150;

    public async Task<ItemView> BuildAsync(ShownItem shown, CancellationToken cancellationToken)
    {
        Describe(shown.Item, shown.PublishedAt);
        var own = pages.All.FirstOrDefault(candidate => candidate.Shows(shown.Item.ContentType));
        return own is not null
            ? await own.BuildAsync(shown, cancellationToken)
            : new ItemView("StandardItem", new StandardItemPage(shown.Item.DisplayText ?? "", shown.PublishedAt, await sections.BuildAsync(shown, cancellationToken)));
    }

    private void Describe(ContentItem item, DateTimeOffset? published)
    {
        var title = item.DisplayText ?? "";
        page.Title = title;
        page.Breadcrumbs.Add(new PageLink(title, addresses.Of(item), IsCurrent: true));
        if (published is { } publishedAt)
        {
            var local = tenants.Tenant.ToLocal(publishedAt).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
            page.Article = new ArticleTags(title, local, tenants.Tenant.Title) { Description = PlainText.Of(item.Part<HtmlBodyPart>()?.Html ?? "", DescriptionCharacters) };
        }
    }
}
