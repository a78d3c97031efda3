using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Presentation.Http;
using Microsoft.AspNetCore.Antiforgery;

namespace AgencyCMS.Web.Hosting;

/// <summary>Tells browsers what a page of ours never does, so that a text that slipped in cannot do it either. An endpoint may set a stricter rule of its own.</summary>
internal static class SecurityHeaders
{
    private const string Policy = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

    private const string OneYear = "max-age=31536000";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // Set at the last moment: an error page begins by clearing all headers.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            // What names its own version is the same for everybody: the colours of the site.
            if (context.User.Identity?.IsAuthenticated == true && !headers.CacheControl.ToString().Contains("immutable", StringComparison.Ordinal))
            {
                // Whatever the answer is: it was made for this person, and a page about to be shown by the button “back” after signing out was, too.
                headers.CacheControl = "private, no-store";
            }
            if (context.Request.IsHttps && !IsThisMachine(context.Request.Host.Host))
            {
                headers.TryAdd("Strict-Transport-Security", OneYear);
            }
            headers.TryAdd("Content-Security-Policy", Policy);
            headers.TryAdd("X-Content-Type-Options", "nosniff");
            headers.TryAdd("Referrer-Policy", "strict-origin-when-cross-origin");
            headers.TryAdd("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
            headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
            headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
            return Task.CompletedTask;
        });
        return next(context);
    });

    // A browser that once was told so would refuse whatever else is tried out on the machine.
    private static bool IsThisMachine(string host) => host is "localhost" or "127.0.0.1" or "[::1]";

    /// <summary>One cookie for the whole host, since a person moves between tenants on it; the token itself holds for one tenant only.</summary>
    public static void AddFormProtection(this IServiceCollection services)
    {
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = OwnCookies.Form;
            options.Cookie.Path = "/";
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true; // frame-ancestors says it
        });
        services.AddSingleton<IAntiforgeryAdditionalDataProvider, TenantInToken>();
    }

    private sealed class TenantInToken : IAntiforgeryAdditionalDataProvider
    {
        public string GetAdditionalData(HttpContext context) => context.Features.Get<Tenant>()?.Id.ToString() ?? "";

        public bool ValidateAdditionalData(HttpContext context, string additionalData) => additionalData == GetAdditionalData(context);
    }
}
