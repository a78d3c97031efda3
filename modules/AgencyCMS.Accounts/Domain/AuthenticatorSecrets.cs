using System.Globalization;
using Microsoft.AspNetCore.DataProtection;

namespace AgencyCMS.Accounts.Domain;

/// <summary>Keeps the shared secrets of authenticator apps unreadable in the store; each is bound to its account.</summary>
internal sealed class AuthenticatorSecrets(IDataProtectionProvider protection)
{
    public string Protect(int accountId, string secret) => For(accountId).Protect(secret);

    public string Unprotect(int accountId, string stored) => For(accountId).Unprotect(stored);

    private IDataProtector For(int accountId) => protection.CreateProtector("AgencyCMS.Accounts.Authenticator", accountId.ToString(CultureInfo.InvariantCulture));
}
