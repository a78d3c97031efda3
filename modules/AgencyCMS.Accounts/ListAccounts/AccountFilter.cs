namespace AgencyCMS.Accounts.ListAccounts;

/// <summary>Filter, order and page of the list, as they stand in the address.</summary>
internal sealed record AccountFilter
{
    /// <summary>Part of the sign-in name or the name.</summary>
    public string? Q { get; init; }

    /// <summary>Name of a tenant for which the people work.</summary>
    public string? Tenant { get; init; }

    /// <summary><c>enabled</c>, <c>disabled</c>, <c>without-second-factor</c>, or nothing for all.</summary>
    public string? State { get; init; }

    /// <summary><c>name</c>, <c>created</c> or <c>last</c>, with a minus for descending.</summary>
    public string? Sort { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;
}
