namespace AgencyCMS.Accounts.Domain;

/// <summary>
/// Tries to sign in under a name from one source since the last success. Kept by name and not by account, so that a name without an account locks just the same and tells
/// nothing; and by source, so that nobody can lock the owner out from elsewhere.
/// </summary>
internal sealed class SignInTries
{
    /// <summary>Tries before the name is locked for the source.</summary>
    public const int Allowed = 5;

    /// <summary>Tries from all networks together before the name is locked for every network; known devices and sessions go on.</summary>
    public const int AllowedFromNetworks = 100;

    /// <summary>How long a name stays locked, and how long tries are remembered, in minutes.</summary>
    public const int LockMinutes = 15;

    public required string Name { get; init; }

    /// <summary>See <see cref="TrySource"/>.</summary>
    public required string Source { get; init; }

    public int Count { get; set; }
    public DateTimeOffset ForgottenAt { get; set; }
}
