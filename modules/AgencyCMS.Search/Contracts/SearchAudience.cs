using System.Collections.Immutable;

namespace AgencyCMS.Search.Contracts;

/// <summary>
/// What the caller of a search may see. There is no search without one. Staff and groups count in their own tenant only,
/// so a member of one agency sees of the others what the public sees.
/// </summary>
public sealed class SearchAudience
{
    private const string PublicMark = "public";

    private SearchAudience(ImmutableHashSet<string> marks) => Marks = marks;

    public static SearchAudience Public { get; } = new([PublicMark]);

    /// <summary>The marks of documents that the caller may see; at least the public one.</summary>
    internal ImmutableHashSet<string> Marks { get; }

    public SearchAudience WithStaffOf(int tenantId) => new(Marks.Add(MarkOf(tenantId, DocumentAudience.Staff)));

    public SearchAudience WithGroupOf(int tenantId, string group) =>
        new(Marks.Add(MarkOf(tenantId, DocumentAudience.ForGroup(group))));

    internal static string MarkOf(int tenantId, DocumentAudience audience) => audience switch
    {
        { IsPublic: true } => PublicMark,
        { Group: null } => FormattableString.Invariant($"staff@{tenantId}"),
        _ => FormattableString.Invariant($"group@{tenantId}:{audience.Group}"),
    };
}
