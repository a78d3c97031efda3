using System.Security.Cryptography;
using AgencyCMS.Accounts.Domain;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace AgencyCMS.Accounts.Identification;

/// <summary>Lets a browser show that somebody has signed in with it before. The name begins unlike the session's: public pages from memory are for its owner, too.</summary>
internal sealed class DeviceCookie(IDataProtectionProvider protection)
{
    private const string Name = "known-device";
    private const int KeptDays = 180;
    private const int MaxCharacters = 1024;
    private readonly IDataProtector _protector = protection.CreateProtector("AgencyCMS.Accounts.KnownDevice");

    /// <returns>Null when there is none that the platform wrote.</returns>
    public KnownDevice? Read(HttpRequest request)
    {
        if (request.Cookies[Name] is not { Length: > 0 and <= MaxCharacters } text)
        {
            return null;
        }
        try
        {
            return KnownDevice.Parse(_protector.Unprotect(text));
        }
        catch (CryptographicException)
        {
            // Written under keys that are gone, or by somebody else.
            return null;
        }
    }

    /// <summary>Where a try of the request to sign in to an account comes from.</summary>
    /// <param name="request">The request.</param>
    /// <param name="accountId">Null for a name without an account.</param>
    public TrySource SourceOf(HttpRequest request, int? accountId) => accountId is { } id && Read(request) is { } device && device.Knows(id)
        ? TrySource.Device(device.Id)
        : TrySource.Network(ClientTrace.Of("", request.HttpContext.Connection.RemoteIpAddress).Network);

    /// <summary>Remembers that a person has signed in.</summary>
    public void Remember(HttpContext http, int accountId) => http.Response.Cookies.Append(
        Name,
        _protector.Protect((Read(http.Request) ?? KnownDevice.New()).With(accountId).ToString()),
        new CookieOptions { Path = "/", HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, MaxAge = TimeSpan.FromDays(KeptDays), IsEssential = true });
}
