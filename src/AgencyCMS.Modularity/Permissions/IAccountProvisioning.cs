using System.Collections.Immutable;
using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Modularity.Permissions;

/// <summary>Makes accounts for first set-up, recipes and the operator. The accounts module implements it; a singleton.</summary>
public interface IAccountProvisioning
{
    /// <summary>
    /// Creates the accounts that are missing, each with a generated password unless the request brings one, and gives every named account the memberships it lacks.
    /// Nothing is taken away: an account that exists keeps its name, its password and its other memberships.
    /// </summary>
    /// <returns>One entry for each request, in their order; refused as a whole with every reason.</returns>
    Task<Outcome<ImmutableArray<ProvisionedAccount>>> ProvisionAsync(IReadOnlyCollection<AccountRequest> accounts, CancellationToken cancellationToken);

    /// <summary>Every reason against an account, its memberships apart, before anything is made.</summary>
    Task<IReadOnlyList<Problem>> CheckAsync(AccountRequest account, CancellationToken cancellationToken);

    /// <summary>A password that meets the rules, for a caller that shows it itself.</summary>
    string GeneratePassword();
}

/// <summary>An account that shall exist.</summary>
/// <param name="UserName">Sign-in name, 2 to 64 letters (of any script), digits and <c>. _ - @</c>; unique in the county whatever the case.</param>
/// <param name="DisplayName">The person's name; empty for none.</param>
/// <param name="Memberships">Where the person works.</param>
public sealed record AccountRequest(string UserName, string DisplayName, ImmutableArray<MembershipRequest> Memberships)
{
    /// <summary>The password that the person chose at first set-up; null to generate one.</summary>
    public string? Password { get; init; }

    /// <summary>True when an account with this name must not be there yet; otherwise the one that is there gets the memberships.</summary>
    public bool MustBeNew { get; init; }

    /// <summary>Who asks for it; the history names them. What somebody has taken from an account is given back by the platform and the operator alone.</summary>
    public Actor By { get; init; } = Actor.System;

    /// <summary>True when the generated password serves for the first sign-in only.</summary>
    public bool MustChangePassword { get; init; } = true;
}

/// <summary>That a person works in a tenant.</summary>
/// <param name="Tenant">Name of the tenant; it must exist.</param>
/// <param name="Roles">Names of roles of that tenant.</param>
public sealed record MembershipRequest(string Tenant, ImmutableArray<string> Roles)
{
    /// <summary>Names of staff groups, for items that only a group may see.</summary>
    public ImmutableArray<string> Groups { get; init; } = [];
}

/// <summary>What became of an <see cref="AccountRequest"/>.</summary>
/// <param name="AccountId">Number of the account.</param>
/// <param name="UserName">Sign-in name as it is stored.</param>
/// <param name="Password">The generated password, known nowhere else; null when the account was there already or the request brought one.</param>
public sealed record ProvisionedAccount(int AccountId, string UserName, string? Password);
