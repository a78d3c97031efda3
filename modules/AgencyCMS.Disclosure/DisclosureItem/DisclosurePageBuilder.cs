using System.Globalization;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Contents.Contracts;
using AgencyCMS.Disclosure.BrowseCatalogue;
using AgencyCMS.Disclosure.Catalogue;
using AgencyCMS.Disclosure.Contracts;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Disclosure.DisclosureItem;

/// <summary>Makes the page of a disclosed item: its title, the metadata table of the platform standard, the text, and what stands around it.</summary>
/// <remarks>Source: platform standard and metadata elements; domain reference 4.1 and 4.3.</remarks>
internal sealed class DisclosurePageBuilder(
    CatalogueTree catalogue, Vocabularies vocabularies, DisclosureList list, ContentReader reader, ItemSections sections, IActorSource actors, PublisherNames publishers, TenantContext tenants, TimeProvider clock, IStringLocalizer localizer)
{
    private const int OtherItems = 5;

    public async Task<DisclosurePage> BuildAsync(ShownItem shown, CancellationToken cancellationToken)
    {
        var item = shown.Item;
        var part = item.Part<DisclosurePart>() ?? new DisclosurePart();
        var publishedAt = shown.PublishedAt ?? clock.GetUtcNow();
        var entry = part.Entry is null ? null : (await catalogue.GetAsync(cancellationToken)).Find(part.Entry);
        return new DisclosurePage
        {
            Title = item.DisplayText ?? "",
            Source = await publishers.ReadAsync(First(part.Source, part.Section, part.Publisher), cancellationToken),
            PublishedAt = publishedAt,
            ImportedAt = item.Part<ImportedPart>()?.ImportedUtc,
            Metadata = [.. (await MetadataAsync(item, part, entry, publishedAt, shown.UpdatedAt, cancellationToken)).Where(line => line.Value.Length > 0)],
            Sections = await sections.BuildAsync(shown, cancellationToken),
            Related = await RelatedAsync(part, cancellationToken),
            Neighbours = entry is null ? null : await list.ReadNeighboursAsync(await actors.GetAsync(), entry.Code, item.ContentItemId, publishedAt, OtherItems, cancellationToken),
            EntryTitle = entry?.TitleIn(CultureInfo.CurrentUICulture) ?? "",
        };
    }

    private async Task<IEnumerable<MetadataLine>> MetadataAsync(
        ContentItem item, DisclosurePart part, CatalogueNode? entry, DateTimeOffset publishedAt, DateTimeOffset? updatedAt, CancellationToken cancellationToken)
    {
        var culture = CultureInfo.CurrentUICulture;
        return
        [
            new(localizer["Index number"], part.IndexNumber ?? ""),
            new(localizer["Subject class"], await TitleAsync("subject", part.Subject)),
            new(localizer["Publishing agency"], await publishers.ReadAsync(part.Publisher, cancellationToken)),
            new(localizer["Formed on"], Day(part.FormedOn)),
            new(localizer["Name of the information"], item.DisplayText ?? "", IsWide: true),
            new(localizer["Document number"], part.DocumentNumber ?? ""),
            new(localizer["Published on"], Day(LocalDay(publishedAt))),
            new(localizer["Updated on"], updatedAt is { } updated && LocalDay(updated) > LocalDay(publishedAt) ? Day(LocalDay(updated)) : ""),
            new(localizer["Validity"], await TitleAsync("validity", part.Validity)),
            new(localizer["Genre"], await TitleAsync("genre", part.Genre)),
            new(localizer["Effective on"], Day(part.EffectiveOn)),
            new(localizer["Abolished on"], Day(part.AbolishedOn)),
            new(localizer["Catalogue entry"], entry?.TitleIn(culture) ?? ""),
            new(localizer["Disclosure mode"], await TitleAsync("disclosure_mode", part.DisclosureMode)),
            new(localizer["Summary"], part.Summary ?? "", IsWide: true),
        ];

        async Task<string> TitleAsync(string vocabulary, string? code) => (await vocabularies.GetAsync(vocabulary, cancellationToken)).TitleOf(code, culture);
    }

    private async Task<IReadOnlyList<RelatedItem>> RelatedAsync(DisclosurePart part, CancellationToken cancellationToken)
    {
        if (part.Related.Count == 0)
        {
            return [];
        }
        var items = await reader.ListPublishedAsync([.. part.Related], await actors.GetAsync(), cancellationToken);
        return [.. part.Related.Select(id => items.FirstOrDefault(item => item.ContentItemId == id)).OfType<ContentItem>()
            .Select(item => new RelatedItem(item.DisplayText ?? "", ContentRoutes.PathOf(item) ?? "")).Where(related => related.Path.Length > 0)];
    }

    private DateOnly LocalDay(DateTimeOffset instant) => DateOnly.FromDateTime(tenants.Tenant.ToLocal(instant).DateTime);

    private static string Day(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string First(params ReadOnlySpan<string?> candidates)
    {
        foreach (var candidate in candidates)
        {
            if (!string.IsNullOrWhiteSpace(candidate))
            {
                return candidate;
            }
        }
        return "";
    }
}
