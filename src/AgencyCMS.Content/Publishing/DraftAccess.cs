using AgencyCMS.Content.Storage;
using AgencyCMS.Modularity.Permissions;

namespace AgencyCMS.Content.Publishing;

/// <summary>
/// Which items of the agency a member of staff who may read drafts knows of in the administration: all but those of which the newest or the published version is
/// for a group that the person is not in. The narrower of the two counts: lists name the newest version, and the history holds both. What is kept from colleagues
/// on the site is kept from them here, too, whatever rights they have; only who began an item can always go on with it.
/// </summary>
public sealed class DraftAccess(ContentReader reader)
{
    /// <returns>True as well for an item that is not there yet.</returns>
    public async Task<bool> MayOpenAsync(string contentItemId, Actor actor, CancellationToken cancellationToken) =>
        await reader.FindRowAsync(contentItemId, cancellationToken) is not { } row || Known(new[] { row }.AsQueryable(), actor).Any();

    /// <summary>The items of a list that the person may know of.</summary>
    public static IQueryable<ContentItemRow> Known(IQueryable<ContentItemRow> rows, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var (groups, name) = (actor.Groups.ToList(), actor.Name);
        return actor.IsSystem ? rows : rows.Where(row => row.Owner == name
            || ((row.Audience == Audience.Public || row.Audience == Audience.Staff || (row.AudienceGroup != null && groups.Contains(row.AudienceGroup)))
                && (row.DraftAudience == Audience.Public || row.DraftAudience == Audience.Staff || (row.DraftAudienceGroup != null && groups.Contains(row.DraftAudienceGroup)))));
    }
}
