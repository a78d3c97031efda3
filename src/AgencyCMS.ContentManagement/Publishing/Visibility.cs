using System.Linq.Expressions;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Modularity.Permissions;

namespace AgencyCMS.ContentManagement.Publishing;

/// <summary>The one place that decides who may see what is published. Page, list, search, attachment, feed and export all ask here.</summary>
public static class Visibility
{
    /// <summary>Decides for one item.</summary>
    /// <param name="actor">Who reads.</param>
    /// <param name="audience">The item's audience.</param>
    /// <param name="group">The item's group; null unless its audience is one.</param>
    public static bool CanRead(Actor actor, Audience audience, string? group)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return audience switch
        {
            Audience.Public => true,
            Audience.Staff => actor.IsStaff || actor.IsSystem,
            _ => actor.IsSystem || (actor.IsStaff && group is not null && actor.Groups.Contains(group)),
        };
    }

    /// <summary>The same decision as a filter of published items.</summary>
    public static Expression<Func<ContentItemRow, bool>> ReadableBy(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (actor.IsSystem)
        {
            return row => row.PublishedVersionId != null;
        }
        if (!actor.IsStaff)
        {
            return row => row.PublishedVersionId != null && row.Audience == Audience.Public;
        }
        var groups = actor.Groups.ToList();
        return row => row.PublishedVersionId != null
            && (row.Audience == Audience.Public || row.Audience == Audience.Staff || (row.AudienceGroup != null && groups.Contains(row.AudienceGroup)));
    }
}
