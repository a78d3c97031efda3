using System.Globalization;
using AgencyCMS.Modularity.Tenants;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;

namespace AgencyCMS.Modularity.Localisation;

/// <summary>
/// The language of a reader's page: the choice in the cookie, else the tenant's. Decided here alone, for the page and for the memory that keeps it; were it decided
/// twice, a cookie that is read in two ways would put one language where readers of the other look.
/// </summary>
public static class ReaderLanguage
{
    /// <returns>One of <see cref="LocalisationHosting.Cultures"/>.</returns>
    public static CultureInfo Of(HttpContext context) => Of(context, context.Features.Get<Tenant>());

    /// <param name="context">Of the request.</param>
    /// <param name="tenant">Whose page it is, where the request does not know it yet; null when it is nobody's.</param>
    public static CultureInfo Of(HttpContext context, Tenant? tenant)
    {
        var chosen = context.Request.Headers.Cookie.Count == 0 ? null : CookieRequestCultureProvider.ParseCookieValue(context.Request.Cookies[LocalisationHosting.CookieName] ?? "");
        return Find(chosen is { UICultures: [var first, ..] } ? first.Value : null) ?? Find(tenant?.Culture) ?? LocalisationHosting.Cultures[0];
    }

    // “en-US” is answered with “en”, “zh-Hans” with “zh-CN”: the text is the same.
    private static CultureInfo? Find(string? name)
    {
        if (string.IsNullOrEmpty(name))
        {
            return null;
        }
        var language = name.AsSpan(0, name.IndexOf('-', StringComparison.Ordinal) is var at && at >= 0 ? at : name.Length);
        foreach (var culture in LocalisationHosting.Cultures)
        {
            if (language.Equals(culture.TwoLetterISOLanguageName, StringComparison.OrdinalIgnoreCase))
            {
                return culture;
            }
        }
        return null;
    }
}
