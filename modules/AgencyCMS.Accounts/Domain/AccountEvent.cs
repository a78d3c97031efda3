namespace AgencyCMS.Accounts.Domain;

/// <summary>An entry of the history of an account. Added with what it tells, never changed.</summary>
internal sealed class AccountEvent
{
    public long Id { get; private set; }
    public int AccountId { get; init; }
    public AccountEventKind Kind { get; init; }

    /// <summary>Sign-in name of who did it.</summary>
    public required string Actor { get; init; }

    /// <summary>What it was about, such as a tenant with the roles held there; empty when the kind says all.</summary>
    public required string Detail { get; init; }

    /// <summary>Number of the site that it was about, which is never used twice; null when it was about none, and in history from before it was noted.</summary>
    public int? Site { get; init; }

    public DateTimeOffset OccurredAt { get; init; }
}
