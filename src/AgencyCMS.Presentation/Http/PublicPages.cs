using System.Globalization;
using AgencyCMS.Modularity.Tenants;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace AgencyCMS.Presentation.Http;

/// <summary>What public pages differ by.</summary>
internal static class PublicPages
{
    public const string Brotli = "br";
    public const string Gzip = "gzip";

    public static string TagOf(TenantId tenant) => string.Create(CultureInfo.InvariantCulture, $"tenant-{tenant.Value}");

    /// <summary>
    /// True for a reader of whom nothing is known but the choice of view and language, and who sends nothing. Whoever brings a cookie of sign-in or a message that is
    /// shown once gets a page of their own; cookies of others say nothing to us.
    /// </summary>
    public static bool IsForEverybody(HttpRequest request)
    {
        if (!(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) || request.Headers.Authorization.Count > 0)
        {
            return false;
        }
        // Without this a form sent by GET could have a say in what others are shown.
        if (request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true })
        {
            return false;
        }
        return request.Headers.Cookie.Count == 0 || !request.Cookies.Keys.Any(OwnCookies.IsPersonal);
    }

    /// <summary>The encoding the reader's program likes best of those we have; the smaller one when it has no preference; empty for none.</summary>
    public static string EncodingOf(HttpRequest request)
    {
        if (!StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var accepted))
        {
            return "";
        }
        var (brotli, gzip) = (QualityOf(accepted, Brotli), QualityOf(accepted, Gzip));
        var plain = accepted.FirstOrDefault(value => value.Value.Equals("identity", StringComparison.OrdinalIgnoreCase)) is { } named ? named.Quality ?? 1 : 0;
        return Math.Max(brotli, gzip) <= plain ? "" : brotli >= gzip ? Brotli : Gzip;
    }

    // “gzip;q=0” means: not this one; “*” means whatever is not named.
    private static double QualityOf(IList<StringWithQualityHeaderValue> accepted, string encoding)
    {
        var found = accepted.FirstOrDefault(value => value.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase)) ?? accepted.FirstOrDefault(value => value.Value == "*");
        return found is null ? 0 : found.Quality ?? 1;
    }
}
