using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace AgencyCMS.Accounts.Domain;

/// <summary>That an account works in a tenant, in which roles and in which staff groups.</summary>
internal sealed class Membership
{
    public int AccountId { get; init; }
    public int TenantId { get; init; }

    /// <summary>JSON array of role names.</summary>
    public string Roles { get; private set; } = "[]";

    /// <summary>JSON array of group names.</summary>
    public string Groups { get; private set; } = "[]";

    /// <summary>What it says in short: two that are alike have the same, whoever made them so.</summary>
    public string Stamp => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Roles + Groups)), 0, 8);

    /// <summary>Whether it says this already.</summary>
    public bool Says(ImmutableArray<string> roleNames, ImmutableArray<string> groupNames) => (Roles, Groups) == (Write(roleNames), Write(groupNames));

    public ImmutableArray<string> RoleNames
    {
        get => Read(Roles);
        set => Roles = Write(value);
    }

    public ImmutableArray<string> GroupNames
    {
        get => Read(Groups);
        set => Groups = Write(value);
    }

    public static ImmutableArray<string> Read(string json) => JsonSerializer.Deserialize<ImmutableArray<string>>(json);

    private static string Write(ImmutableArray<string> names) =>
        JsonSerializer.Serialize(names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), JsonFormat.Readable);
}
