namespace AgencyCMS.Accounts.Domain;

/// <summary>A person who works for agencies of the county. Signs in once, whatever the tenant.</summary>
internal sealed class Account
{
    public int Id { get; private set; }

    /// <summary>Sign-in name as it was written when the account was made.</summary>
    public required string UserName { get; init; }

    /// <summary>What makes two spellings the same name; see <see cref="UserNames.Normalise"/>.</summary>
    public required string NormalisedName { get; init; }

    public required string DisplayName { get; set; }

    public required string PasswordHash { get; set; }

    /// <summary>True until the person has replaced a password that somebody else has seen. Until then no permission counts.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>False for a person who has left; the account stays for the sake of history.</summary>
    public bool IsEnabled { get; set; } = true;

    /// <summary>Shared secret of the second factor, protected; null when there is none, also while it is being set up.</summary>
    public string? AuthenticatorSecret { get; set; }

    /// <summary>Number of the last 30-second step whose code was accepted; a code is good only once.</summary>
    public long LastCodeStep { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LastSignInAt { get; set; }

    /// <summary>Concurrency token; grows with every change of the account's own fields.</summary>
    public int Version { get; set; }

    public bool HasSecondFactor => AuthenticatorSecret is not null;
}
