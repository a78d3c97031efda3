using System.Collections.Immutable;

namespace AgencyCMS.Accounts.Memberships;

internal sealed record MembershipForm
{
    /// <summary>Names of the ticked roles.</summary>
    public string[] Roles { get; init; } = [];

    /// <summary>Names of staff groups, separated by commas of either kind.</summary>
    public string Groups { get; init; } = "";

    /// <summary>Number of the site that the form showed; its name may have become another's meanwhile.</summary>
    public int Site { get; init; }

    /// <summary>State of the membership that the form showed; empty when there was none.</summary>
    public string Shown { get; init; } = "";

    public ImmutableArray<string> GroupNames =>
        [.. (Groups ?? "").Split([',', '，', '、', '\r', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
}
