using System.Collections.Immutable;
using AgencyCMS.Presentation;

namespace AgencyCMS.Accounts.Profile;

/// <summary>What the page of one's own account shows.</summary>
internal sealed record ProfilePage(
    string UserName, DateTimeOffset? LastSignInAt, bool HasSecondFactor, int RecoveryCodesLeft, int SessionCount, ImmutableArray<PageLink> Workplaces)
{
    /// <summary>The person's name, which they may correct.</summary>
    public string DisplayName { get; init; } = "";
}
