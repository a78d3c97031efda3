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

    public static ClaimsPrincipal Of(int accountId, string sessionId) => Principal(Scheme, accountId, new Claim(SessionClaim, sessionId));

    public static ClaimsPrincipal Halfway(int accountId) => Principal(HalfwayScheme, accountId);

    /// <returns>Null when the principal carries no account.</returns>
    public static int? AccountOf(ClaimsPrincipal? principal) =>
        int.TryParse(principal?.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <returns>Null when the principal carries no session.</returns>
    public static string? SessionOf(ClaimsPrincipal? principal) => principal?.FindFirstValue(SessionClaim);

    private static ClaimsPrincipal Principal(string scheme, int accountId, params ReadOnlySpan<Claim> more) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, accountId.ToString(CultureInfo.InvariantCulture)), .. more], scheme));
}
