using System.Globalization;
using AgencyCMS.Modularity.Localisation;
using AgencyCMS.Modularity.Tenants;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;

namespace AgencyCMS.Modularity.Http;

/// <summary>What public pages differ by.</summary>
internal static class PublicPages
{
    public const string Brotli = "br";
    public const string Gzip = "gzip";

    public static string TagOf(TenantId tenant) => string.Create(CultureInfo.InvariantCulture, $"tenant-{tenant.Value}");

    /// <summary>
    /// True for a reader of whom nothing is known but the choice of view and language. The framework's cookies (tokens of forms, messages shown once) begin with
    /// a dot, those of sign-in with the platform's name; whoever brings one gets a page of their own.
    /// </summary>
    public static bool IsForEverybody(HttpRequest request)
    {
        if (!(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) || request.Headers.Authorization.Count > 0)
        {
            return false;
        }
        if (request.Headers.Cookie.Count == 0)
        {
            return true;
        }
        foreach (var name in request.Cookies.Keys)
        {
            if (name.StartsWith('.') || name.StartsWith("__", StringComparison.Ordinal) || name.StartsWith("agencycms", StringComparison.Ordinal))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>The language the page will be in, decided as the localisation does.</summary>
    public static string LanguageOf(HttpRequest request, Tenant tenant)
    {
        if (request.Headers.Cookie.Count == 0 || CookieRequestCultureProvider.ParseCookieValue(request.Cookies[LocalisationHosting.CookieName] ?? "") is not { } chosen)
        {
            return tenant.Culture;
        }
        var name = chosen.UICultures.Count > 0 ? chosen.UICultures[0].Value : null;
        return LocalisationHosting.Cultures.FirstOrDefault(culture => culture.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Name ?? tenant.Culture;
    }

    /// <summary>The best encoding the reader's program takes; empty for none.</summary>
    public static string EncodingOf(HttpRequest request)
    {
        var accepted = request.Headers.AcceptEncoding.ToString();
        return Takes(accepted, Brotli) ? Brotli : Takes(accepted, Gzip) ? Gzip : "";
    }

    private static bool Takes(string accepted, string encoding)
    {
        var at = accepted.IndexOf(encoding, StringComparison.OrdinalIgnoreCase);
        // “br;q=0” means: not this one.
        return at >= 0 && !accepted.AsSpan(at + encoding.Length).TrimStart().StartsWith(";q=0", StringComparison.OrdinalIgnoreCase);
    }
}
