using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace AgencyCMS.Accounts.Identification;

/// <summary>What the cookie says: which account and which session, nothing else. Everything more is read anew for every request.</summary>
internal static class AccountTicket
{
    public const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    /// <summary>Between the password and the code of the second factor: the account is known, but nobody has signed in.</summary>
    public const string HalfwayScheme = "Halfway";

    private const string SessionClaim = "session";
    private const string VersionClaim = "version";

    public static ClaimsPrincipal Of(int accountId, string sessionId) => Principal(Scheme, accountId, new Claim(SessionClaim, sessionId));

    /// <param name="accountId">Whose password was right.</param>
    /// <param name="version">The account's version at that moment: with the next password, lock or end of all sessions this ticket is worth nothing.</param>
    public static ClaimsPrincipal Halfway(int accountId, int version) =>
        Principal(HalfwayScheme, accountId, new Claim(VersionClaim, version.ToString(CultureInfo.InvariantCulture)));

    /// <returns>Null when the principal carries no account.</returns>
    public static int? AccountOf(ClaimsPrincipal? principal) => Number(principal, ClaimTypes.NameIdentifier);

    /// <returns>Null when the principal carries no version of the account.</returns>
    public static int? VersionOf(ClaimsPrincipal? principal) => Number(principal, VersionClaim);

    /// <returns>Null when the principal carries no session.</returns>
    public static string? SessionOf(ClaimsPrincipal? principal) => principal?.FindFirstValue(SessionClaim);

    private static int? Number(ClaimsPrincipal? principal, string claim) =>
        int.TryParse(principal?.FindFirstValue(claim), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static ClaimsPrincipal Principal(string scheme, int accountId, params ReadOnlySpan<Claim> more) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, accountId.ToString(CultureInfo.InvariantCulture)), .. more], scheme));
}
