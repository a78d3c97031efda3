using System.Linq.Expressions;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Modularity.Permissions;

namespace AgencyCMS.Disclosure.Storage;

/// <summary>The decision of <see cref="Visibility"/> over the rows that lists are read from.</summary>
internal static class DisclosureVisibility
{
    public static Expression<Func<DisclosureRow, bool>> ReadableBy(Actor actor)
    {
        if (actor.IsSystem)
        {
            return row => true;
        }
        if (!actor.IsStaff)
        {
            return row => row.Audience == Audience.Public;
        }
        var groups = actor.Groups.ToList();
        return row => row.Audience == Audience.Public || row.Audience == Audience.Staff || (row.AudienceGroup != null && groups.Contains(row.AudienceGroup));
    }
}
