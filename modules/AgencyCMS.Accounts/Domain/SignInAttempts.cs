namespace AgencyCMS.Accounts.Domain;

/// <summary>
/// Tries to sign in under a name since the last success. Kept by name and not by account, so that a name without an account locks just the same and tells nothing.
/// </summary>
internal sealed class SignInAttempts
{
    /// <summary>Tries before the name is locked.</summary>
    public const int Allowed = 5;

    /// <summary>How long a name stays locked, and how long tries are remembered, in minutes.</summary>
    public const int LockMinutes = 15;

    public required string Name { get; init; }
    public int Count { get; set; }
    public DateTimeOffset ForgottenAt { get; set; }
}
