using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.ContentManagement.Searching;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Search.Storage;

namespace AgencyCMS.Search.Indexing;

/// <summary>Makes the search documents of the current tenant's published items: the common part here, the rest by the modules that know it.</summary>
internal sealed class SearchDocuments(TenantDb db, TenantContext context, IFeatureServices<ISearchDocumentSource> sources)
{
    private const int PageSize = 200;

    /// <summary>Documents of those of the items that are published.</summary>
    public async Task<IReadOnlyList<SearchDocument>> ReadAsync(IReadOnlyCollection<string> itemIds, CancellationToken cancellationToken) =>
        itemIds.Count == 0 ? [] : await DescribeAsync(await PublishedItems.ReadAsync(db, itemIds, cancellationToken), cancellationToken);

    /// <summary>Documents of all published items, in portions.</summary>
    public async IAsyncEnumerable<IReadOnlyList<SearchDocument>> ReadAllAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var items = await PublishedItems.ReadAfterAsync(db, "", PageSize, cancellationToken);
        while (items.Count > 0)
        {
            yield return await DescribeAsync(items, cancellationToken);
            items = await PublishedItems.ReadAfterAsync(db, items[^1].Row.ContentItemId, PageSize, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<SearchDocument>> DescribeAsync(IReadOnlyList<PublishedItem> items, CancellationToken cancellationToken)
    {
        var described = items.Select(Describe).ToList();
        foreach (var source in sources.All)
        {
            await source.DescribeAsync(described, cancellationToken);
        }
        return [.. described.Select(item => item.Document)];
    }

    private SearchableItem Describe(PublishedItem published)
    {
        var item = published.Version.ToItem(published.Row);
        var publishedAt = published.Row.PublishedAt ?? published.Version.SavedAt;
        var local = context.Tenant.ToLocal(publishedAt);
        return new SearchableItem(item, new SearchDocument
        {
            Tenant = context.Tenant.Id,
            ItemId = published.Row.ContentItemId,
            VersionId = published.Version.ContentItemVersionId,
            Path = published.Path,
            Title = item.Part<TitlePart>()?.Title ?? item.DisplayText ?? "",
            Body = BodyOf(item),
            AgencyTitle = context.Tenant.Title,
            PublishedAt = publishedAt,
            PublishedOn = DateOnly.FromDateTime(local.DateTime),
            Audience = published.Row.Audience,
            AudienceGroup = published.Row.AudienceGroup,
        });
    }

    private static string BodyOf(ContentItem item) =>
        item.Part<HtmlBodyPart>()?.Html is { } html ? PlainText.FromHtml(html) : item.Part<MarkdownBodyPart>()?.Markdown ?? "";
}
