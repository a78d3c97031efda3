using AgencyCMS.Content.Storage;
using AgencyCMS.Modularity.Permissions;

namespace AgencyCMS.Content.Publishing;

/// <summary>
/// Which items of the agency a member of staff who may read drafts opens in the administration: all but those for a group that the person is not in. What is kept
/// from colleagues on the site is kept from them here, too; only who began an item can always go on with it.
/// </summary>
public sealed class DraftAccess(ContentReader reader)
{
    /// <returns>True as well for an item that is not there yet.</returns>
    public async Task<bool> MayOpenAsync(string contentItemId, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (actor.IsSystem || await reader.FindRowAsync(contentItemId, cancellationToken) is not { } row || row.Owner == actor.Name)
        {
            return true;
        }
        var latest = (await reader.FindVersionAsync(row, row.LatestVersionId, cancellationToken))?.Part<AudiencePart>();
        return IsOpen(actor, row.Audience, row.AudienceGroup) && (latest is null || IsOpen(actor, latest.Audience, latest.Group));
    }

    /// <summary>The items of a list that the person may know of, by the audience they were published for.</summary>
    public static IQueryable<ContentItemRow> Known(IQueryable<ContentItemRow> rows, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var (groups, name) = (actor.Groups.ToList(), actor.Name);
        return actor.IsSystem ? rows : rows.Where(row =>
            row.Audience == Audience.Public || row.Audience == Audience.Staff || row.Owner == name || (row.AudienceGroup != null && groups.Contains(row.AudienceGroup)));
    }

    private static bool IsOpen(Actor actor, Audience audience, string? group) => audience is Audience.Public or Audience.Staff || Visibility.CanRead(actor, audience, group);
}
