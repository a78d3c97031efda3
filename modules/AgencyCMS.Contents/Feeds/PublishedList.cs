using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Contents.Feeds;

/// <summary>What is public and has an address, newest first, for programs that follow the site. Always as everybody sees it, whoever asks.</summary>
internal sealed class PublishedList(TenantDb db)
{
    public Task<List<PublishedEntry>> ReadAsync(int skip, int take, CancellationToken cancellationToken) =>
        Entries().OrderByDescending(entry => entry.PublishedAt).ThenBy(entry => entry.ContentItemId).Skip(skip).Take(take).ToListAsync(cancellationToken);

    /// <summary>Addresses alone, in the order of their items' ids, so that a page stays the same page while others are published.</summary>
    public Task<List<PublishedAddress>> ReadAddressesAsync(int skip, int take, CancellationToken cancellationToken) =>
        Routed().OrderBy(pair => pair.Row.ContentItemId).Skip(skip).Take(take)
            .Select(pair => new PublishedAddress(pair.Route.Path, pair.Row.PublishedAt > pair.Row.ModifiedAt ? pair.Row.PublishedAt : pair.Row.ModifiedAt))
            .ToListAsync(cancellationToken);

    public Task<int> CountAsync(CancellationToken cancellationToken) => Routed().CountAsync(cancellationToken);

    private IQueryable<PublishedEntry> Entries() => Routed()
        .Join(db.Set<ContentVersionRow>(), pair => pair.Row.PublishedVersionId, version => version.ContentItemVersionId, (pair, version) => new PublishedEntry
        {
            ContentItemId = pair.Row.ContentItemId,
            Path = pair.Route.Path,
            PublishedAt = pair.Row.PublishedAt,
            ChangedAt = version.PublishedAt,
            Json = version.Json,
        });

    private IQueryable<RoutedRow> Routed() => db.Set<ContentItemRow>().AsNoTracking().Where(Visibility.ReadableBy(Actor.Anonymous))
        .Join(
            db.Set<ContentRouteRow>().Where(route => route.IsCurrent),
            row => row.ContentItemId,
            route => route.ContentItemId,
            (row, route) => new RoutedRow { Row = row, Route = route });

    private sealed class RoutedRow
    {
        public required ContentItemRow Row { get; init; }
        public required ContentRouteRow Route { get; init; }
    }
}

/// <summary>A public address and when what it shows last changed.</summary>
internal sealed record PublishedAddress(string Path, DateTimeOffset? ChangedAt);

/// <summary>A published item with its address.</summary>
internal sealed record PublishedEntry
{
    public required string ContentItemId { get; init; }
    public required string Path { get; init; }

    /// <summary>First publication.</summary>
    public required DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Publication of the version that is public now.</summary>
    public required DateTimeOffset? ChangedAt { get; init; }

    public required string Json { get; init; }
}
