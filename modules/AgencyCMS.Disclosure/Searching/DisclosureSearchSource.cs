using System.Globalization;
using AgencyCMS.ContentManagement.Searching;
using AgencyCMS.Disclosure.Catalogue;
using AgencyCMS.Disclosure.Contracts;

namespace AgencyCMS.Disclosure.Searching;

/// <summary>Says what is found of a disclosure beside title and text: where it stands in the catalogue, its numbers, genre and subject.</summary>
internal sealed class DisclosureSearchSource(CatalogueTree catalogue, Vocabularies vocabularies) : ISearchDocumentSource, ISearchNameSource
{
    // The index is the same for all readers; subjects are found by the name that stands on the document.
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    public async Task DescribeAsync(IReadOnlyList<SearchableItem> items, CancellationToken cancellationToken)
    {
        var disclosures = items.Select(item => (Item: item, Part: item.Item.Part<DisclosurePart>()!)).Where(pair => pair.Part is not null).ToList();
        if (disclosures.Count == 0)
        {
            return;
        }
        var tree = await catalogue.GetAsync(cancellationToken);
        var subjects = await vocabularies.GetAsync("subject", cancellationToken);
        foreach (var (item, part) in disclosures)
        {
            var entry = part.Entry is null ? null : tree.Find(part.Entry);
            item.Document = item.Document with
            {
                EntryPath = part.Entry is null ? [] : [.. entry?.Path.Select(node => node.Code) ?? [part.Entry]],
                IndexNumber = part.IndexNumber,
                DocumentNumber = part.DocumentNumber,
                Genre = part.Genre,
                Subject = string.Join('\n', [subjects.TitleOf(part.Subject, Chinese), entry?.Title ?? "", .. part.Keywords, part.Summary ?? ""]).Trim(),
                AgencyTitle = string.IsNullOrWhiteSpace(part.Publisher) ? item.Document.AgencyTitle : part.Publisher,
                FormedOn = part.FormedOn,
            };
        }
    }

    public async Task<IReadOnlyDictionary<string, string>> FindEntryNamesAsync(IReadOnlyCollection<string> codes, CancellationToken cancellationToken)
    {
        var tree = await catalogue.GetAsync(cancellationToken);
        return codes.Select(tree.Find).OfType<CatalogueNode>().ToDictionary(node => node.Code, node => node.TitleIn(CultureInfo.CurrentUICulture), StringComparer.Ordinal);
    }

    public async Task<IReadOnlyDictionary<string, string>> FindGenreNamesAsync(IReadOnlyCollection<string> codes, CancellationToken cancellationToken)
    {
        var genres = await vocabularies.GetAsync("genre", cancellationToken);
        return codes.ToDictionary(code => code, code => genres.TitleOf(code, CultureInfo.CurrentUICulture), StringComparer.Ordinal);
    }
}
