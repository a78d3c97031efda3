using System.Collections.Immutable;
using AgencyCMS.Accounts.Domain;
using AgencyCMS.Modularity.Localisation;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Accounts.Memberships;

/// <summary>What a person does on one site, for ticking.</summary>
internal sealed record MembershipPage(int AccountId, string UserName, string DisplayName, string Tenant, string TenantTitle, ImmutableArray<RoleChoice> Choices, bool IsMember)
{
    public string Groups { get; init; } = "";

    /// <summary>Number of the site.</summary>
    public int Site { get; init; }

    /// <summary>State of the membership that is shown, see <see cref="MembershipForm.Shown"/>.</summary>
    public string Shown { get; init; } = "";

    /// <summary>What is stored, when somebody else has changed it since the form was shown; null otherwise.</summary>
    public StoredMembership? Meanwhile { get; init; }

    /// <summary>Puts the page together.</summary>
    /// <param name="roles">Reads the roles of the tenant.</param>
    /// <param name="account">Whose membership it is.</param>
    /// <param name="tenant">The site.</param>
    /// <param name="membership">As stored; null when there is none.</param>
    /// <param name="typed">What was typed, when it could not be accepted; null otherwise.</param>
    /// <param name="actor">Who looks.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<MembershipPage> ReadAsync(
        RoleQuery roles, Account account, Tenant tenant, Membership? membership, MembershipForm? typed, Actor actor, CancellationToken cancellationToken)
    {
        IReadOnlyCollection<string> stored = membership?.RoleNames ?? [];
        // What the person cannot change is as it is stored, whatever an old form says.
        var choices = (await roles.ListAsync(tenant.Id, cancellationToken)).Select(role => (Role: role, MayChange: roles.MayGive(role, tenant.Id, actor)))
            .Select(pair => new RoleChoice(
                pair.Role.Name, pair.Role.Description, (pair.MayChange ? typed?.Roles ?? stored : stored).Contains(pair.Role.Name, StringComparer.Ordinal), pair.MayChange));
        var stamp = membership?.Stamp ?? "";
        return new MembershipPage(account.Id, account.UserName, account.DisplayName, tenant.Name, tenant.Title, [.. choices], membership is not null)
        {
            Groups = typed?.Groups ?? Punctuation.List(membership?.GroupNames ?? []),
            Shown = stamp,
            Site = tenant.Id.Value,
            Meanwhile = typed is null || (typed.Shown ?? "") == stamp ? null : new StoredMembership(membership is not null, membership?.RoleNames ?? [], membership?.GroupNames ?? []),
        };
    }
}

/// <summary>What the store says of a membership.</summary>
/// <param name="IsMember">False when there is none, or none any more.</param>
/// <param name="Roles">Names of the roles.</param>
/// <param name="Groups">Names of the staff groups.</param>
internal sealed record StoredMembership(bool IsMember, ImmutableArray<string> Roles, ImmutableArray<string> Groups);
