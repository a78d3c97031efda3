using AgencyCMS.ContentManagement.Definitions;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Contents.Contracts;
using AgencyCMS.Contents.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Permissions;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Contents.ListItems;

internal sealed class ListItemsQuery(
    TenantDb db, DefinitionStore definitions, Autosaves autosaves, ItemAddresses addresses, IFeatureServices<IItemColumns> columns, IPeople people, IActorSource actors)
{
    public const int PageSize = 20;

    public async Task<ListItemsPage> ReadAsync(ListItemsFilter filter, CancellationToken cancellationToken)
    {
        var actor = await actors.GetAsync();
        var rows = Filter(DraftAccess.Known(db.Set<ContentItemRow>().AsNoTracking(), actor), filter, actor);
        var total = await rows.CountAsync(cancellationToken);
        var page = Math.Clamp(filter.Page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        var shown = await Sort(rows, filter.Sort).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        var types = (await definitions.GetAsync(cancellationToken)).Types.Values.Where(type => type.Stereotype is null).ToList();
        return new ListItemsPage
        {
            Filter = filter with { Page = page },
            Rows = shown,
            Total = total,
            Columns = await ReadColumnsAsync(shown, cancellationToken),
            PublicHrefs = await ReadAddressesAsync(shown, cancellationToken),
            People = await people.NamesAsync(shown.SelectMany(row => new[] { row.Owner, row.ModifiedBy }), cancellationToken),
            Types = types,
            Unsaved = actor.Can(ContentPermissions.Edit) ? await autosaves.ListOfNewItemsAsync(actor, cancellationToken) : [],
            CanEdit = actor.Can(ContentPermissions.Edit),
        };
    }

    private async Task<IReadOnlyList<ItemColumn>> ReadColumnsAsync(IReadOnlyList<ContentItemRow> rows, CancellationToken cancellationToken)
    {
        var found = new List<ItemColumn>();
        foreach (var source in columns.All)
        {
            found.AddRange(await source.ReadAsync(rows, cancellationToken));
        }
        return [.. found.Where(column => column.Texts.Count > 0).OrderBy(column => column.Order)];
    }

    private async Task<IReadOnlyDictionary<string, string>> ReadAddressesAsync(IReadOnlyList<ContentItemRow> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Where(row => row.PublishedVersionId is not null).Select(row => row.ContentItemId).ToList();
        var routes = await db.Set<ContentRouteRow>().AsNoTracking().Where(route => route.IsCurrent && ids.Contains(route.ContentItemId))
            .Select(route => new { route.ContentItemId, route.Path }).ToListAsync(cancellationToken);
        return routes.Select(route => (route.ContentItemId, Href: addresses.OfPath(route.Path))).Where(route => route.Href is not null).DistinctBy(route => route.ContentItemId)
            .ToDictionary(route => route.ContentItemId, route => route.Href!); // those without were left out
    }

    private static IQueryable<ContentItemRow> Filter(IQueryable<ContentItemRow> rows, ListItemsFilter filter, Actor actor)
    {
        if (filter.Mine)
        {
            rows = rows.Where(row => row.Owner == actor.Name || row.ModifiedBy == actor.Name);
        }
        if (!string.IsNullOrEmpty(filter.Type))
        {
            rows = rows.Where(row => row.ContentType == filter.Type);
        }
        if (filter.Q?.Trim() is { Length: > 0 } text)
        {
            rows = rows.Where(row => row.DisplayText.Contains(text));
        }
        return filter.State switch
        {
            ItemStateFilter.Draft => rows.Where(row => row.PublishedVersionId != row.LatestVersionId && (row.WithdrawnAt == null || row.PublishedVersionId != null)),
            ItemStateFilter.Published => rows.Where(row => row.PublishedVersionId != null),
            ItemStateFilter.Withdrawn => rows.Where(row => row.PublishedVersionId == null && row.WithdrawnAt != null),
            ItemStateFilter.Scheduled => rows.Where(row => row.PublishAt != null || row.WithdrawAt != null),
            _ => rows,
        };
    }

    // The id comes last, so that no item stands on two pages.
    private static IOrderedQueryable<ContentItemRow> Sort(IQueryable<ContentItemRow> rows, string? sort) => (sort switch
    {
        "title" => rows.OrderBy(row => row.DisplayText),
        "-title" => rows.OrderByDescending(row => row.DisplayText),
        "type" => rows.OrderBy(row => row.ContentType),
        "-type" => rows.OrderByDescending(row => row.ContentType),
        "published" => rows.OrderBy(row => row.PublishedAt),
        "-published" => rows.OrderByDescending(row => row.PublishedAt),
        "modified" => rows.OrderBy(row => row.ModifiedAt),
        _ => rows.OrderByDescending(row => row.ModifiedAt),
    }).ThenBy(row => row.ContentItemId);
}

/// <summary>One page of the list.</summary>
internal sealed record ListItemsPage
{
    public required ListItemsFilter Filter { get; init; }
    public required IReadOnlyList<ContentItemRow> Rows { get; init; }
    public required int Total { get; init; }

    /// <summary>What modules add of the items of the page.</summary>
    public required IReadOnlyList<ItemColumn> Columns { get; init; }

    /// <summary>Where readers find those that are public, by item.</summary>
    public required IReadOnlyDictionary<string, string> PublicHrefs { get; init; }

    public required PeopleNames People { get; init; }
    public required IReadOnlyList<ContentTypeDefinition> Types { get; init; }

    /// <summary>Texts of items that this person began and never saved.</summary>
    public required IReadOnlyList<Autosave> Unsaved { get; init; }

    public required bool CanEdit { get; init; }

    public string NameOf(string type) => Types.FirstOrDefault(known => known.Name == type) is { DisplayName.Length: > 0 } found ? found.DisplayName : type;
}
