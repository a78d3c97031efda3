using System.Collections.Concurrent;
using System.Collections.Immutable;
using AgencyCMS.ContentManagement.Searching;
using AgencyCMS.Data.Changes;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Presentation;
using AgencyCMS.Search.Engine.Queries;
using AgencyCMS.Search.Engine.Results;
using AgencyCMS.Search.Engine.Storage;
using AgencyCMS.Search.Storage;
using Microsoft.AspNetCore.Http;

namespace AgencyCMS.Search.FindDocuments;

/// <summary>
/// Searches the current tenant's site, or all running tenants' from the county portal. What the index says may be seen is asked of the store once more before
/// it is shown: an index that lags must not show what was withdrawn.
/// </summary>
internal sealed class FindDocumentsQuery(
    SearchIndexes indexes,
    TenantContext context,
    TenantDirectory directory,
    TenantAddresses addresses,
    IAgencyTitles agencyTitles,
    IFeatureServices<ISearchNameSource> nameSources,
    StoreSessions stores,
    ChangeSignal signal,
    TimeProvider clock)
{
    /// <summary>Stores that are asked at once whether hits may still be read: those of one page lie in up to as many stores as it has hits.</summary>
    private const int MaxStoresAtOnce = 4;

    private const int MaxRounds = 40;
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(50);

    /// <summary>Searches, for a few seconds at most.</summary>
    public async Task<Outcome<FoundPage>> RunAsync(SearchForm form, Actor actor, CancellationToken cancellationToken)
    {
        using var time = new CancellationTokenSource(Budget, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellationToken);
        try
        {
            return await FindAsync(form, actor, either.Token);
        }
        catch (OperationCanceledException) when (time.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return SearchProblems.TooLong();
        }
    }

    /// <summary>Says which filters of a search that found nothing name what is not there.</summary>
    public async Task<ImmutableArray<Problem>> FindUnknownAsync(SearchForm form, CancellationToken cancellationToken)
    {
        var unknown = ImmutableArray.CreateBuilder<Problem>();
        if (!string.IsNullOrWhiteSpace(form.Entry) && (await NamesAsync([form.Entry], (source, codes) => source.FindEntryNamesAsync(codes, cancellationToken))).Count == 0)
        {
            unknown.Add(SearchProblems.EntryUnknown(form.Entry));
        }
        // A genre that is in no list is called by its code.
        if (!string.IsNullOrWhiteSpace(form.Genre)
            && (await NamesAsync([form.Genre], (source, codes) => source.FindGenreNamesAsync(codes, cancellationToken))).All(genre => genre.Key == genre.Value))
        {
            unknown.Add(SearchProblems.GenreUnknown(form.Genre));
        }
        if (context.Tenant.IsCounty && !string.IsNullOrWhiteSpace(form.Agency) && directory.FindByName(form.Agency) is null)
        {
            unknown.Add(SearchProblems.AgencyUnknown(form.Agency));
        }
        return unknown.DrainToImmutable();
    }

    private async Task<Outcome<FoundPage>> FindAsync(SearchForm form, Actor actor, CancellationToken cancellationToken)
    {
        var tenant = context.Tenant;
        using var lease = indexes.Rent(tenant.IsCounty ? IndexName.County : IndexName.Of(tenant.Id.Value));
        if (await SearchAsync(lease.Index, RequestOf(form, tenant, actor), cancellationToken) is not { } result)
        {
            return SearchProblems.NotReady();
        }
        var hits = await StillReadableAsync(result.Hits, actor, cancellationToken);
        var entries = await NamesAsync(
            result.Entries.Select(entry => entry.Code).Concat(hits.SelectMany(hit => hit.EntryPath)),
            (source, codes) => source.FindEntryNamesAsync(codes, cancellationToken));
        var genres = await NamesAsync(result.Genres.Select(genre => genre.Value), (source, codes) => source.FindGenreNamesAsync(codes, cancellationToken));
        var titles = await agencyTitles.GetAsync(cancellationToken);
        var chosen = string.IsNullOrEmpty(form.Entry) ? null : form.Entry;
        return new FoundPage
        {
            Hits = [.. hits.Select(hit => Row(hit, entries, titles))],
            Total = result.Total,
            Page = result.Page,
            PageSize = result.PageSize,
            Reachable = Math.Min(result.Total, result.LastPage * result.PageSize),
            IsLoose = result.IsLoose,
            IsQueryCut = result.IsQueryCut,
            Entries = [.. result.Entries.Where(entry => entry.Parent == chosen && entries.ContainsKey(entry.Code)).Select(entry => new FoundCount(entry.Code, entries[entry.Code], entry.Count))],
            Agencies = tenant.IsCounty ? [.. result.Agencies.Select(agency => AgencyCount(agency, titles))] : [],
            Genres = [.. result.Genres.Select(genre => new FoundCount(genre.Value, genres.GetValueOrDefault(genre.Value, genre.Value), genre.Count))],
            Years = [.. result.Years.Select(year => new FoundYear(year.Value, year.Count))],
        };
    }

    /// <summary>Has an index built that is not there, such as that of a new tenant, and waits a little for it.</summary>
    private async Task<SearchResult?> SearchAsync(SearchIndex index, SearchRequest request, CancellationToken cancellationToken)
    {
        var result = index.Search(request, cancellationToken);
        if (result is not null)
        {
            return result;
        }
        signal.Wake(context.Tenant.Id);
        for (var round = 0; result is null && round < MaxRounds; round++)
        {
            await Task.Delay(Round, cancellationToken);
            result = index.Search(request, cancellationToken);
        }
        return result;
    }

    private SearchRequest RequestOf(SearchForm form, Tenant tenant, Actor actor) => new()
    {
        Audience = AudienceOf(actor, tenant.Id.Value),
        Tenants = tenant.IsCounty
            ? new TenantScope(directory.All.Where(other => other.IsRunning).Select(other => other.Id.Value))
            : TenantScope.Of(tenant.Id.Value),
        AsOf = clock.GetUtcNow(),
        Text = form.Text,
        Entry = form.Entry,
        // An unknown agency finds nothing, rather than everything.
        Agency = tenant.IsCounty && !string.IsNullOrWhiteSpace(form.Agency) ? directory.FindByName(form.Agency)?.Id.Value ?? 0 : null,
        Genre = form.Genre,
        From = form.FirstDay,
        To = form.LastDay,
        Order = form.Order,
        Page = form.PageNumber,
    };

    private static SearchAudience AudienceOf(Actor actor, int tenantId)
    {
        if (!actor.IsStaff)
        {
            return SearchAudience.Public;
        }
        return actor.Groups.Aggregate(SearchAudience.Public.WithStaffOf(tenantId), (audience, group) => audience.WithGroupOf(tenantId, group));
    }

    private async Task<List<SearchHit>> StillReadableAsync(IEnumerable<SearchHit> hits, Actor actor, CancellationToken cancellationToken)
    {
        var readable = new ConcurrentDictionary<(int, string), string>();
        var all = hits.ToList();
        var options = new ParallelOptions { MaxDegreeOfParallelism = MaxStoresAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(all.GroupBy(hit => hit.TenantId), options, async (group, cancellation) =>
        {
            // Rights of the person who reads are those in the current tenant; elsewhere everybody is the public.
            var reader = group.Key == context.Tenant.Id.Value ? actor : Actor.Anonymous;
            await using var db = stores.Open(new TenantId(group.Key));
            foreach (var (itemId, versionId) in await PublishedItems.ReadableAsync(db, [.. group.Select(hit => hit.ItemId)], reader, cancellation))
            {
                readable[(group.Key, itemId)] = versionId;
            }
        });
        return all.FindAll(hit => readable.GetValueOrDefault((hit.TenantId, hit.ItemId)) == hit.VersionId);
    }

    private async Task<Dictionary<string, string>> NamesAsync(
        IEnumerable<string> wanted, Func<ISearchNameSource, IReadOnlyCollection<string>, Task<IReadOnlyDictionary<string, string>>> find)
    {
        var codes = wanted.ToHashSet(StringComparer.Ordinal);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var source in codes.Count == 0 ? [] : nameSources.All)
        {
            foreach (var (code, name) in await find(source, codes))
            {
                names.TryAdd(code, name);
            }
        }
        return names;
    }

    private FoundRow Row(SearchHit hit, Dictionary<string, string> names, AgencyTitles titles) => new()
    {
        Href = HrefOf(hit),
        Title = hit.Title,
        Snippet = hit.Snippet,
        Agency = directory.Find(new TenantId(hit.TenantId)) is { } agency ? titles.Of(agency) : hit.AgencyTitle,
        PublishedOn = hit.PublishedOn,
        Entry = hit.EntryPath.Length > 0 ? names.GetValueOrDefault(hit.EntryPath[^1]) : null,
        IndexNumber = hit.IndexNumber,
        DocumentNumber = hit.DocumentNumber,
        Genre = hit.Genre,
    };

    private string? HrefOf(SearchHit hit) =>
        directory.Find(new TenantId(hit.TenantId)) is { } tenant && addresses.HomeOf(tenant) is { } home
            ? home + new PathString($"/{hit.Path}").ToUriComponent()[1..]
            : null;

    private FoundCount AgencyCount(FacetCount<int> agency, AgencyTitles titles)
    {
        // Only running tenants were searched, and they are in the directory; one removed this instant keeps its number.
        var tenant = directory.Find(new TenantId(agency.Value));
        return new FoundCount(tenant?.Name ?? "", tenant is null ? "" : titles.Of(tenant), agency.Count);
    }
}
