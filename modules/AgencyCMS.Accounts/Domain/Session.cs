namespace AgencyCMS.Accounts.Domain;

/// <summary>One sign-in on one device. The cookie names it; the row decides whether it still holds.</summary>
internal sealed class Session
{
    /// <summary>Hours without a request after which a session is over.</summary>
    public const int IdleHours = 12;

    /// <summary>Random, 26 characters; known to the person's own cookie and to the store.</summary>
    public required string Id { get; init; }

    public int AccountId { get; init; }

    /// <summary>Browser and system, as <c>Chrome, Windows</c>.</summary>
    public required string Device { get; init; }

    /// <summary>Network the person came from, without the part that names a single machine.</summary>
    public required string Network { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset LastSeenAt { get; set; }
    public DateTimeOffset? RevokedAt { get; set; }
}
