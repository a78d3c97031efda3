using AgencyCMS.Modularity.Localisation;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Presentation.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Routing;

namespace AgencyCMS.Presentation;

/// <summary>The agency's colours, and the reader's choices of view and language. They belong to every tenant, whatever its features.</summary>
internal static class PresentationEndpoints
{
    private const int ChoiceDays = 365;

    public static void MapPresentation(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/_theme").WithMetadata(new PublicAccessAttribute());
        group.MapGet("/colours.css", ColoursAsync).WithName(WellKnownRoutes.Colours);
        group.MapGet("/emblem.svg", EmblemAsync).WithName(WellKnownRoutes.Emblem);
        group.MapGet("/view", ChooseView).WithName(WellKnownRoutes.View);
        group.MapGet("/language", ChooseLanguage).WithName(WellKnownRoutes.Language);
    }

    private static async Task<ContentHttpResult> ColoursAsync(ISiteProfileSource profiles, HttpContext context, string? v) =>
        TypedResults.Text((await PaletteAsync(profiles, context, v)).ToCss(), "text/css; charset=utf-8");

    private static async Task<ContentHttpResult> EmblemAsync(ISiteProfileSource profiles, HttpContext context, string? v) =>
        TypedResults.Text((await PaletteAsync(profiles, context, v)).ToEmblem(), "image/svg+xml; charset=utf-8");

    private static async Task<BrandPalette> PaletteAsync(ISiteProfileSource profiles, HttpContext context, string? version)
    {
        var colour = (await profiles.GetAsync(context.RequestAborted)).PrimaryColour;
        // An outdated address is answered with today's colours, but not for ever.
        context.Response.Headers.CacheControl = version == BrandPalette.VersionOf(colour) ? "public, max-age=31536000, immutable" : "no-cache";
        return BrandPalette.From(colour);
    }

    // Choices of a reader, not changes of anything: links, so that they work without script and pages need no token.
    private static RedirectHttpResult ChooseView(HttpContext context, string? set, string? @return)
    {
        context.Response.Cookies.Append(ReadingViews.CookieName, ReadingViews.NameOf(ReadingViews.Parse(set)), Choice(context));
        return Back(context, @return);
    }

    private static RedirectHttpResult ChooseLanguage(HttpContext context, string? set, string? @return)
    {
        if (LocalisationHosting.Cultures.FirstOrDefault(culture => culture.Name == set) is { } chosen)
        {
            var value = CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(chosen));
            context.Response.Cookies.Append(LocalisationHosting.CookieName, value, Choice(context));
        }
        return Back(context, @return);
    }

    private static CookieOptions Choice(HttpContext context) => new()
    {
        MaxAge = TimeSpan.FromDays(ChoiceDays),
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        IsEssential = true,
    };

    private static RedirectHttpResult Back(HttpContext context, string? address)
    {
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.LocalRedirect(LocalAddress.Find(address) ?? NavigationMenus.HomeHref(context));
    }
}
