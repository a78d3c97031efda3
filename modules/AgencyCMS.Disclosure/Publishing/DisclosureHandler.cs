using System.Text.RegularExpressions;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Catalogue;
using AgencyCMS.Disclosure.Contracts;
using AgencyCMS.Disclosure.Domain;
using AgencyCMS.Disclosure.Storage;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Disclosure.Publishing;

/// <summary>Checks the metadata, gives the index number and the address at first publication, and keeps the rows that lists are read from.</summary>
internal sealed partial class DisclosureHandler(
    TenantDb db, TenantContext context, IndexNumbers numbers, ContentRoutes routes, CatalogueTree catalogue, Vocabularies vocabularies, TimeProvider clock) : IContentHandler
{
    private const string Root = "info/";

    public void Prepare(ContentItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        SeenTexts.TidyAll(item.Document[nameof(DisclosurePart)]);
    }

    public async Task<IEnumerable<Problem>> CheckAsync(ContentItem item, bool isPublishing, CancellationToken cancellationToken)
    {
        if (item.Part<DisclosurePart>() is not { } part)
        {
            return [];
        }
        var problems = DisclosureLimits.Check(part).ToList();
        if (!string.IsNullOrEmpty(part.IndexNumber))
        {
            problems.AddRange(await CheckNumberAsync(item, part, cancellationToken));
        }
        if (isPublishing)
        {
            problems.AddRange(await CheckCompleteAsync(item, part, cancellationToken));
            problems.AddRange(DisclosureWords.Check(part, AudiencePart.Of(item).Audience, await TermsAsync(cancellationToken)));
        }
        return problems;
    }

    public DateTimeOffset? PublicUntil(ContentItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Part<DisclosurePart>() is { DisclosureLimit: "until_date", DisclosureUntil: { } day } && day < DateOnly.MaxValue
            ? context.Tenant.StartOf(day.AddDays(1))
            : null;
    }

    public IEnumerable<UniqueName> NamesOf(ContentItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Part<DisclosurePart>()?.IndexNumber is { Length: > 0 } number ? [new UniqueName("index-number", IndexNumberRow.Normalise(number), DisclosureProblems.IndexNumberTaken(number))] : [];
    }

    public async Task PublishingAsync(IReadOnlyList<Publication> publications, CancellationToken cancellationToken)
    {
        var disclosures = publications.Select(publication => (publication, part: publication.Item.Part<DisclosurePart>()!)).Where(pair => pair.part is not null).ToList();
        var before = disclosures.Where(pair => !pair.publication.IsFirst).Select(pair => pair.publication.Item.ContentItemId).ToList();
        // A version from before the first publication does not know the number that the item has since.
        var owned = await numbers.FindOwnedAsync(before, cancellationToken);
        foreach (var (publication, part) in disclosures.Where(pair => string.IsNullOrEmpty(pair.part.IndexNumber)))
        {
            part.IndexNumber = owned.GetValueOrDefault(publication.Item.ContentItemId);
        }
        var unnumbered = disclosures.Where(pair => string.IsNullOrEmpty(pair.part.IndexNumber)).ToList();
        // What items bring with them goes first, so that it is given to nobody else of the batch.
        await numbers.ClaimAsync([.. disclosures.Except(unnumbered).Select(pair => (pair.part.IndexNumber!, pair.publication.Item.ContentItemId))], cancellationToken);
        var given = await numbers.GiveAsync([.. unnumbered.Select(pair => (pair.publication.Item.ContentItemId, pair.publication.Row.PublishedAt!.Value))], cancellationToken);
        for (var i = 0; i < unnumbered.Count; i++)
        {
            unnumbered[i].part.IndexNumber = given[i];
        }
        await GiveAddressesAsync(disclosures, before, cancellationToken);
    }

    public async Task PublishedAsync(IReadOnlyList<Publication> publications, CancellationToken cancellationToken)
    {
        var ids = publications.Select(publication => publication.Item.ContentItemId).ToList();
        var known = await db.Set<DisclosureRow>().Where(row => ids.Contains(row.ContentItemId)).ToDictionaryAsync(row => row.ContentItemId, cancellationToken);
        foreach (var publication in publications)
        {
            var row = known.GetValueOrDefault(publication.Item.ContentItemId);
            if (publication.Item.Part<DisclosurePart>() is { } part)
            {
                row ??= db.Add(new DisclosureRow { ContentItemId = publication.Item.ContentItemId }).Entity;
                row.Fill(publication.Item, part, publication.Row);
            }
            else if (row is not null)
            {
                db.Remove(row); // it was a disclosure up to this version
            }
        }
    }

    public async Task WithdrawnAsync(IReadOnlyList<string> contentItemIds, CancellationToken cancellationToken)
    {
        var ids = contentItemIds.ToList();
        db.RemoveRange(await db.Set<DisclosureRow>().Where(row => ids.Contains(row.ContentItemId)).ToListAsync(cancellationToken));
    }

    // Numbers that differ in signs alone, such as A/1 and A-1, would have one address; and an address once given stays.
    private async Task GiveAddressesAsync(IReadOnlyList<(Publication Publication, DisclosurePart Part)> disclosures, IReadOnlyCollection<string> before, CancellationToken cancellationToken)
    {
        var current = await routes.FindCurrentAsync(before, cancellationToken);
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (publication, part) in disclosures)
        {
            var item = publication.Item;
            var slug = Slug(part.IndexNumber!); // given above
            var wanted = Root + (slug.Length > 0 ? slug : item.ContentItemId);
            string?[] own = [current.GetValueOrDefault(item.ContentItemId), ContentRoutes.PathOf(item)];
            var path = own.FirstOrDefault(known => known is not null && (known == wanted || IsNumbered(known, wanted)) && !given.Contains(known))
                ?? await routes.FreeAsync(wanted, item.ContentItemId, given, cancellationToken);
            given.Add(path);
            item.Alter<AutoroutePart>(route => route.Path = path);
        }
    }

    private static bool IsNumbered(string path, string wanted) => path.StartsWith(wanted + "-", StringComparison.Ordinal) && path[(wanted.Length + 1)..].All(char.IsAsciiDigit);

    /// <summary>The last segment of an item's address: the index number with everything that does not belong into an address turned into hyphens.</summary>
    internal static string Slug(string indexNumber) => NotInAddress().Replace(indexNumber.ToLowerInvariant(), "-").Trim('-');

    private async Task<IEnumerable<Problem>> CheckNumberAsync(ContentItem item, DisclosurePart part, CancellationToken cancellationToken)
    {
        var owners = await numbers.FindOwnersAsync(part.IndexNumber!, cancellationToken); // the caller looked
        if (owners.Contains((item.ContentItemId, part.IndexNumber!)))
        {
            return [];
        }
        if (owners.Any(owner => owner.ContentItemId != item.ContentItemId))
        {
            return [DisclosureProblems.IndexNumberTaken(part.IndexNumber!)];
        }
        // The number of an item never changes, whatever a form, an import or an old version says.
        if ((await numbers.FindOwnedAsync([item.ContentItemId], cancellationToken)).TryGetValue(item.ContentItemId, out var own))
        {
            part.IndexNumber = own;
        }
        return [];
    }

    private async Task<IEnumerable<Problem>> CheckCompleteAsync(ContentItem item, DisclosurePart part, CancellationToken cancellationToken)
    {
        var problems = new List<Problem>();
        if (string.IsNullOrEmpty(part.Entry))
        {
            problems.Add(DisclosureProblems.EntryMissing());
        }
        else if ((await catalogue.GetAsync(cancellationToken)).Find(part.Entry) is not { } entry)
        {
            problems.Add(DisclosureProblems.EntryUnknown(part.Entry));
        }
        else if (entry.Children.Count > 0)
        {
            problems.Add(DisclosureProblems.EntryNotLeaf(entry.Title));
        }
        if (part.FormedOn is null)
        {
            problems.Add(DisclosureProblems.FormedOnMissing());
        }
        else if (part.FormedOn > context.Tenant.Today(clock))
        {
            problems.Add(DisclosureProblems.FormedInFuture());
        }
        else if (await FindPublicationAsync(item, cancellationToken) is { } publishedAt && context.Tenant.DayOf(publishedAt) is var publishedOn && part.FormedOn > publishedOn)
        {
            problems.Add(DisclosureProblems.FormedAfterPublication(publishedOn));
        }
        if (part.DisclosureLimit == "until_date" && part.DisclosureUntil is null)
        {
            problems.Add(DisclosureProblems.UntilMissing());
        }
        else if (PublicUntil(item) <= clock.GetUtcNow())
        {
            problems.Add(DisclosureProblems.UntilPassed());
        }
        return problems;
    }

    // As the records say where it was brought in; else as it was here. Asked for only where the document says that there was one.
    private async Task<DateTimeOffset?> FindPublicationAsync(ContentItem item, CancellationToken cancellationToken) =>
        item.PublishedUtc is null ? null
        : item.Part<ImportedPart>()?.StatedPublishedUtc ?? (await db.Set<ContentItemRow>().FindAsync([db.CurrentTenantId, item.ContentItemId], cancellationToken))?.PublishedAt ?? item.PublishedUtc;

    private async Task<ILookup<string, string>> TermsAsync(CancellationToken cancellationToken)
    {
        var terms = new List<(string Vocabulary, string Code)>();
        foreach (var name in DisclosureWords.Vocabularies)
        {
            terms.AddRange((await vocabularies.GetAsync(name, cancellationToken)).Terms.Select(term => (name, term.Code)));
        }
        return terms.ToLookup(term => term.Vocabulary, term => term.Code, StringComparer.Ordinal);
    }

    [GeneratedRegex(@"[^\p{L}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex NotInAddress();
}
