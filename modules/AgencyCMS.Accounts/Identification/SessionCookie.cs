using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Accounts.Identification;

/// <summary>How the cookies are set, and where a request without the needed rights is led.</summary>
internal static class SessionCookie
{
    private const int HalfwayMinutes = 5;

    public static AuthenticationBuilder AddSessionCookie(this IServiceCollection services) => services
        .AddAuthentication(AccountTicket.Scheme)
        .AddCookie(AccountTicket.Scheme, options =>
        {
            Harden(options.Cookie, "agencycms");
            options.ExpireTimeSpan = TimeSpan.FromHours(Domain.Session.IdleHours);
            options.SlidingExpiration = true;
            options.LoginPath = "/account/sign-in";
            options.ReturnUrlParameter = "returnUrl";
            options.Events.OnValidatePrincipal = ValidateAsync;
            options.Events.OnRedirectToLogin = LeadToSignIn;
            options.Events.OnRedirectToAccessDenied = Refuse;
        })
        .AddCookie(AccountTicket.HalfwayScheme, options =>
        {
            Harden(options.Cookie, "agencycms-halfway");
            options.ExpireTimeSpan = TimeSpan.FromMinutes(HalfwayMinutes);
            options.SlidingExpiration = false;
        });

    // Host-wide, not under the tenant's path: who works for several agencies on one host signs in once.
    private static void Harden(CookieBuilder cookie, string name)
    {
        cookie.Name = name;
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.IsEssential = true;
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var session = context.HttpContext.RequestServices.GetRequiredService<CurrentSession>();
        var (account, id) = (AccountTicket.AccountOf(context.Principal), AccountTicket.SessionOf(context.Principal));
        if (account is null || id is null || !await session.LoadAsync(account.Value, id, context.HttpContext.RequestAborted))
        {
            context.RejectPrincipal();
            context.Response.Cookies.Delete(context.Options.Cookie.Name!, context.Options.Cookie.Build(context.HttpContext)); // named above
        }
    }

    private static Task LeadToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (IsApi(context.Request) || !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            // A form that was sent after the session ended cannot be sent again by a redirect; the page says so.
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }
        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    private static Task Refuse(RedirectContext<CookieAuthenticationOptions> context)
    {
        var services = context.HttpContext.RequestServices;
        var mustChange = services.GetRequiredService<CurrentSession>().State?.MustChangePassword == true;
        if (mustChange && !IsApi(context.Request) && services.GetRequiredService<LinkGenerator>().GetPathByName(context.HttpContext, AccountRoutes.Password) is { } address)
        {
            context.Response.Redirect(address);
            return Task.CompletedTask;
        }
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static bool IsApi(HttpRequest request) => request.Path.StartsWithSegments("/api");
}
