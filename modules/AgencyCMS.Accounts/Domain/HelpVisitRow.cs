namespace AgencyCMS.Accounts.Domain;

/// <summary>That somebody of the county office works in an agency for a limited time. Kept as long as the agency.</summary>
internal sealed class HelpVisitRow
{
    public long Id { get; set; }
    public int TenantId { get; init; }
    public int AccountId { get; init; }

    /// <summary>JSON array of the roles held meanwhile.</summary>
    public required string Roles { get; init; }

    public required string Reason { get; init; }
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ends by itself; earlier when somebody has ended it.</summary>
    public DateTimeOffset EndsAt { get; set; }

    /// <summary>Sign-in name of who ended it; null when its time was or will be over.</summary>
    public string? EndedBy { get; set; }
}
