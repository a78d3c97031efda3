using System.Collections.Immutable;
using AgencyCMS.Accounts.Domain;
using AgencyCMS.Presentation;

namespace AgencyCMS.Accounts.EditAccount;

/// <summary>Everything the county sees of an account. It never holds a password, but for the one shown once after it was made.</summary>
internal sealed record AccountPage
{
    public required Account Account { get; init; }

    /// <summary>For the form; the same as the account's unless something else was typed.</summary>
    public string DisplayName { get; init; } = "";

    /// <summary>A password that was made just now; null otherwise.</summary>
    public string? NewPassword { get; init; }

    public DateTimeOffset? LockedUntil { get; init; }

    /// <summary>Where the person works: the site, and the roles as text.</summary>
    public ImmutableArray<(string Tenant, string Title, string Roles)> Memberships { get; init; } = [];

    /// <summary>Sites that can be named when a membership is added.</summary>
    public ImmutableArray<PageLink> Tenants { get; init; } = [];

    public IReadOnlyList<Session> Sessions { get; init; } = [];

    /// <summary>The latest first.</summary>
    public IReadOnlyList<AccountEvent> Events { get; init; } = [];
}
