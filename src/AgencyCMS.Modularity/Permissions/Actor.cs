using System.Collections.Frozen;

namespace AgencyCMS.Modularity.Permissions;

/// <summary>Who acts, and what they may do in the current tenant. Read anew for every request, so that a change of rights works at once.</summary>
public sealed record Actor
{
    /// <summary>A reader who has not signed in.</summary>
    public static Actor Anonymous { get; } = new() { AccountId = null, Name = "" };

    /// <summary>The platform itself: set-up and commands of the operator. Work in the background is a <see cref="Service"/>.</summary>
    public static Actor System { get; } = new() { AccountId = null, Name = "system", IsSystem = true };

    /// <summary>A part of the platform that works without a person, with all rights. The history names it, so that nobody takes its work for a person's.</summary>
    /// <param name="name">What works, such as <c>schedule</c>.</param>
    public static Actor Service(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return System with { Name = "system:" + name };
    }

    /// <summary>Account number; null for a reader and for the platform itself.</summary>
    public required int? AccountId { get; init; }

    /// <summary>Sign-in name, written into history.</summary>
    public required string Name { get; init; }

    public string DisplayName { get; init; } = "";

    /// <summary>Ids of the permissions held in the current tenant.</summary>
    public FrozenSet<string> Permissions { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Names of the staff groups the person is in, in the current tenant.</summary>
    public FrozenSet<string> Groups { get; init; } = FrozenSet<string>.Empty;

    /// <summary>True while somebody else knows the person's password: nothing counts until it is replaced.</summary>
    public bool MustChangePassword { get; init; }

    /// <summary>True for a member of the current tenant's staff.</summary>
    public bool IsStaff { get; init; }

    public bool IsSystem { get; init; }

    public bool IsSignedIn => AccountId is not null;

    public bool Can(string permissionId) => IsSystem || Permissions.Contains(permissionId);
}
