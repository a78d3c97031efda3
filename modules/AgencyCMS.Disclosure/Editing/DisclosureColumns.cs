using System.Globalization;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Contents.Contracts;
using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Catalogue;
using AgencyCMS.Disclosure.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Disclosure.Editing;

/// <summary>Entry and number of each item in the list of items, of its newest version.</summary>
internal sealed class DisclosureColumns(TenantDb db, CatalogueTree catalogue, IStringLocalizer localizer) : IItemColumns
{
    public async Task<IReadOnlyList<ItemColumn>> ReadAsync(IReadOnlyList<ContentItemRow> items, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(items);
        var newest = items.Select(item => item.LatestVersionId).ToList();
        var versions = await db.Set<ContentVersionRow>().AsNoTracking().Where(version => newest.Contains(version.ContentItemVersionId)).ToListAsync(cancellationToken);
        var parts = versions.Select(version => (version.ContentItemId, Part: ContentItem.FromJson(version.Json).Part<DisclosurePart>())).Where(pair => pair.Part is not null).ToList();
        var tree = await catalogue.GetAsync(cancellationToken);
        return
        [
            Column(localizer["Catalogue entry"], 10, part => string.IsNullOrEmpty(part.Entry) ? null : tree.Find(part.Entry)?.TitleIn(CultureInfo.CurrentUICulture) ?? part.Entry),
            Column(localizer["Document or index number"], 20, part => string.IsNullOrEmpty(part.DocumentNumber) ? part.IndexNumber : part.DocumentNumber),
        ];

        ItemColumn Column(string heading, int order, Func<DisclosurePart, string?> text) => new(heading, order, parts
            .Select(pair => (pair.ContentItemId, Text: text(pair.Part!))).Where(pair => !string.IsNullOrEmpty(pair.Text)) // those without the part were left out
            .ToDictionary(pair => pair.ContentItemId, pair => pair.Text!));
    }
}
