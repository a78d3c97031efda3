using System.Collections.Immutable;
using AgencyCMS.ContentManagement.Publishing;

namespace AgencyCMS.Search.Engine.Queries;

/// <summary>
/// What the caller of a search may see. There is no search without one. Staff and groups count in their own tenant only,
/// so a member of one agency sees of the others what the public sees.
/// </summary>
internal sealed class SearchAudience
{
    private const string PublicMark = "public";

    private SearchAudience(ImmutableHashSet<string> marks) => Marks = marks;

    public static SearchAudience Public { get; } = new([PublicMark]);

    /// <summary>The marks of documents that the caller may see; at least the public one.</summary>
    public ImmutableHashSet<string> Marks { get; }

    public SearchAudience WithStaffOf(int tenantId) => new(Marks.Add(MarkOf(tenantId, Audience.Staff, group: null)));

    public SearchAudience WithGroupOf(int tenantId, string group) => new(Marks.Add(MarkOf(tenantId, Audience.Group, group)));

    /// <summary>The mark of a document. A group without a name has a mark that nobody holds.</summary>
    public static string MarkOf(int tenantId, Audience audience, string? group) => audience switch
    {
        Audience.Public => PublicMark,
        Audience.Staff => FormattableString.Invariant($"staff@{tenantId}"),
        _ => FormattableString.Invariant($"group@{tenantId}:{group}"),
    };
}
