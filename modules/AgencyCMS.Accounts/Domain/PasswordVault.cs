using Microsoft.AspNetCore.Identity;

namespace AgencyCMS.Accounts.Domain;

/// <summary>Hashes and checks passwords with ASP.NET Core Identity's hasher.</summary>
internal sealed class PasswordVault(IPasswordHasher<Account> hasher)
{
    private static readonly Account Nobody = new() { UserName = "", NormalisedName = "", DisplayName = "", PasswordHash = "" };
    private readonly Lazy<string> _nobodysHash = new(() => hasher.HashPassword(Nobody, RandomText.Password()));

    public string Hash(string password) => hasher.HashPassword(Nobody, password);

    /// <summary>Takes as long for a name without an account, so that the time of the answer tells nothing.</summary>
    public PasswordVerificationResult Check(Account? account, string password)
    {
        var result = hasher.VerifyHashedPassword(Nobody, account?.PasswordHash ?? _nobodysHash.Value, password);
        return account is null ? PasswordVerificationResult.Failed : result;
    }
}
