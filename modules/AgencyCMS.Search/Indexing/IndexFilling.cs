using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Searching;
using AgencyCMS.Data.Changes;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Search.Engine.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Search.Indexing;

/// <summary>Brings a tenant's items from its store into an index, all of them or those that a change is about.</summary>
internal sealed class IndexFilling(TenantScopes scopes, ChangeLog log, SharedDocuments shared)
{
    /// <summary>Fewer documents are not worth sharing.</summary>
    private const int ManyItems = 20;

    /// <summary>Adds all documents, and at last the position that was read before the first of them: what changed meanwhile comes again.</summary>
    /// <param name="tenant">Whose documents.</param>
    /// <param name="publicOnly">Leave out what is for staff.</param>
    /// <param name="add">Takes the batches.</param>
    /// <param name="progress">Told how many are done.</param>
    /// <param name="cancellationToken">Stops between batches.</param>
    /// <returns>Ids of the items that were added.</returns>
    public async Task<HashSet<string>> AddAllAsync(
        Tenant tenant, bool publicOnly, Action<IndexBatch> add, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var position = await log.ReadHeadAsync(tenant.Id, cancellationToken);
        var added = new HashSet<string>(StringComparer.Ordinal);
        await using var scope = scopes.Open(tenant, Actor.Service("search"));
        await foreach (var documents in scope.ServiceProvider.GetRequiredService<SearchDocuments>().ReadAllAsync(cancellationToken))
        {
            var wanted = Wanted(documents, publicOnly);
            add(new IndexBatch { TenantId = tenant.Id.Value, Position = null, Published = wanted });
            added.UnionWith(wanted.Select(document => document.ItemId));
            progress?.Report(added.Count);
        }
        add(new IndexBatch { TenantId = tenant.Id.Value, Position = position });
        return added;
    }

    /// <summary>The batch that applies some changes: whatever they say, what counts is what the store holds now.</summary>
    public async Task<IndexBatch> ReadAsync(Tenant tenant, bool publicOnly, IReadOnlyList<Change> changes, long position, CancellationToken cancellationToken)
    {
        var affected = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var change in changes.Where(change => change.Kind is ContentChanges.Published or ContentChanges.Withdrawn or SearchChanges.ItemAffected))
        {
            affected[change.SubjectId] = change.Sequence;
        }
        var published = Wanted(await ReadAsync(tenant, affected, position, cancellationToken), publicOnly);
        return new IndexBatch
        {
            TenantId = tenant.Id.Value,
            Position = position,
            Follows = Math.Max(0, position - Math.Max(1, changes.Count)),
            Published = published,
            Withdrawn = [.. affected.Keys.Except(published.Select(document => document.ItemId))],
        };
    }

    /// <param name="tenant">Whose items.</param>
    /// <param name="affected">Number of the last change by item id.</param>
    /// <param name="position">Position that the log has reached at least.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    private async Task<List<SearchDocument>> ReadAsync(Tenant tenant, Dictionary<string, long> affected, long position, CancellationToken cancellationToken)
    {
        var documents = new List<SearchDocument>(affected.Count);
        var unread = new List<string>();
        foreach (var (itemId, sequence) in affected)
        {
            if (shared.TryTake(tenant.Id, itemId, sequence, out var document))
            {
                documents.Add(document);
            }
            else
            {
                unread.Add(itemId);
            }
        }
        if (unread.Count == 0)
        {
            return documents;
        }
        await using var scope = scopes.Open(tenant, Actor.Service("search"));
        var read = await scope.ServiceProvider.GetRequiredService<SearchDocuments>().ReadAsync(unread, cancellationToken);
        if (read.Count >= ManyItems)
        {
            shared.Offer(tenant.Id, position, read);
        }
        documents.AddRange(read);
        return documents;
    }

    private static List<SearchDocument> Wanted(IEnumerable<SearchDocument> documents, bool publicOnly) =>
        [.. documents.Where(document => !publicOnly || document.Audience == Audience.Public)];
}
