using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Modularity.Permissions;

namespace AgencyCMS.ContentManagement.Publishing;

/// <summary>
/// Which items of the agency a member of staff who may read drafts knows of in the administration: all but those of which the newest, the published or the
/// scheduled version is for a group that the person is not in. The narrowest of them counts: lists name the newest version, and the item's page offers all three. Older
/// versions each ask for themselves. What is kept from colleagues
/// on the site is kept from them here, too, whatever rights they have; only who began an item can always go on with it.
/// </summary>
public sealed class DraftAccess(ContentReader reader)
{
    /// <returns>True as well for an item that is not there yet.</returns>
    public async Task<bool> MayOpenAsync(string contentItemId, Actor actor, CancellationToken cancellationToken) =>
        await reader.FindRowAsync(contentItemId, cancellationToken) is not { } row || Known(new[] { row }.AsQueryable(), actor).Any();

    /// <summary>Whether the person may have what versions of an item name, such as an attachment: one of those versions must be theirs to read. What no version names yet goes with the item.</summary>
    /// <param name="contentItemId">The item.</param>
    /// <param name="name">As it stands in the document of a version that names it.</param>
    /// <param name="names">Whether a version that holds the name does name the thing: anybody can write a name into a text.</param>
    /// <param name="actor">Who reads.</param>
    /// <param name="cancellationToken">Stops the question.</param>
    public async Task<bool> MayReadNamedAsync(string contentItemId, string name, Func<ContentItem, bool> names, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (await reader.FindRowAsync(contentItemId, cancellationToken) is not { } row)
        {
            return true;
        }
        if (!Known(new[] { row }.AsQueryable(), actor).Any())
        {
            return false;
        }
        var naming = (await reader.ListVersionsAsync(contentItemId, cancellationToken))
            .Where(version => version.Json.Contains(name, StringComparison.Ordinal) && names(ContentItem.FromJson(version.Json))).ToList();
        return naming.Count == 0 || naming.Exists(version => MayRead(row, version, actor));
    }

    /// <summary>Whether the person may open an item and read one version of it.</summary>
    /// <returns>False as well when the item has no such version.</returns>
    public async Task<bool> MayReadVersionAsync(ContentItemRow row, string versionId, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Known(new[] { row }.AsQueryable(), actor).Any()
            && (await reader.ListVersionsAsync(row.ContentItemId, cancellationToken)).FirstOrDefault(version => version.ContentItemVersionId == versionId) is { } version
            && MayRead(row, version, actor);
    }

    /// <summary>Whether one version of an item that the person may open is theirs to read, too. Every page that shows a version asks for the very one that it shows.</summary>
    public static bool MayRead(ContentItemRow row, ContentVersionRow version, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(version);
        ArgumentNullException.ThrowIfNull(actor);
        var (audience, group) = AudiencePart.Of(ContentItem.FromJson(version.Json));
        return row.Owner == actor.Name || Visibility.CanRead(actor, audience, group);
    }

    /// <summary>The items of a list that the person may know of.</summary>
    public static IQueryable<ContentItemRow> Known(IQueryable<ContentItemRow> rows, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var (groups, name) = (actor.Groups.ToList(), actor.Name);
        return actor.IsSystem ? rows : rows.Where(row => row.Owner == name
            || ((row.Audience == Audience.Public || row.Audience == Audience.Staff || (row.AudienceGroup != null && groups.Contains(row.AudienceGroup)))
                && (row.DraftAudience == Audience.Public || row.DraftAudience == Audience.Staff || (row.DraftAudienceGroup != null && groups.Contains(row.DraftAudienceGroup)))
                && (row.ScheduledAudience == Audience.Public || row.ScheduledAudience == Audience.Staff || (row.ScheduledAudienceGroup != null && groups.Contains(row.ScheduledAudienceGroup)))));
    }
}
