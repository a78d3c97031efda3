using System.Collections.Immutable;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Tenants.Domain;

namespace AgencyCMS.Tenants.ConfirmTenantAction;

/// <summary>An action that the console asks to confirm.</summary>
/// <param name="Name">In the address.</param>
/// <param name="Action">What it does.</param>
/// <param name="Label">On the button, English source.</param>
/// <param name="Explanation">What will happen, English source.</param>
/// <param name="Done">What has happened, English source; <c>{0}</c> is the title.</param>
internal sealed record TenantVerb(string Name, TenantAction Action, string Label, string Explanation, string Done)
{
    /// <summary>True when the person must write the tenant's name.</summary>
    public bool NeedsName => Action == TenantAction.Deleted;

    /// <summary>True when a text for visitors can be given.</summary>
    public bool TakesNotice => Action == TenantAction.Suspended;

    public bool IsDangerous => Action is TenantAction.Deleted or TenantAction.Archived;

    private static readonly ImmutableArray<TenantVerb> All =
    [
        new("suspend", TenantAction.Suspended, "Suspend", "Visitors and staff see a notice instead of the site, at once. The data stay, and the site can be resumed at any time.", "“{0}” is suspended."),
        new("resume", TenantAction.Resumed, "Resume", "The site is open again, at once.", "“{0}” is open again."),
        new("archive", TenantAction.Archived, "Archive", "The site is closed for good: its addresses answer that it is gone. The data are kept. An archived site cannot be opened again.", "“{0}” is archived."),
        new("delete", TenantAction.Deleted, "Delete", "The site disappears at once. For 30 days the deletion can be taken back; then the data are removed for good.", "“{0}” is deleted. Its data are removed in 30 days."),
        new("restore", TenantAction.Restored, "Take the deletion back", "The site is again as it was before the deletion.", "The deletion of “{0}” is taken back."),
    ];

    /// <returns>Null when there is no such verb.</returns>
    public static TenantVerb? Find(string name) => All.FirstOrDefault(verb => verb.Name == name);

    public static ImmutableArray<TenantVerb> AllowedFor(Tenant tenant) => [.. All.Where(verb => TenantStates.Check(tenant, verb.Action) is null)];
}
