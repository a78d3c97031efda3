using System.Collections.Immutable;
using System.Globalization;
using AgencyCMS.Modularity.Localisation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Presentation;

/// <summary>Links that stand on every page: the reader's choices, search, signing in and out.</summary>
public sealed class PlatformLinks(LinkGenerator links, IStringLocalizer localizer)
{
    /// <summary>Adds them to the chrome of the current request.</summary>
    public PageChrome AddTo(PageChrome chrome, HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(chrome);
        ArgumentNullException.ThrowIfNull(context);
        return chrome with
        {
            View = ReadingViews.Of(context.Request),
            Views = Views(context),
            Languages = [.. LocalisationHosting.Cultures.Select(culture => Language(context, culture))],
            FeedHref = links.GetPathByName(context, WellKnownRoutes.Feed),
            SearchHref = links.GetPathByName(context, WellKnownRoutes.Search),
            SignInHref = links.GetPathByName(context, WellKnownRoutes.SignIn),
            SignOutHref = links.GetPathByName(context, WellKnownRoutes.SignOut),
            AdministrationHref = links.GetPathByName(context, WellKnownRoutes.Administration),
        };
    }

    /// <summary>The whole address of the current page with nothing in its query but the page of a list. Null on errors, which have no address of their own.</summary>
    internal static string? CanonicalOf(HttpContext context)
    {
        if (context.Response.StatusCode != StatusCodes.Status200OK)
        {
            return null;
        }
        var request = context.Request;
        var query = int.TryParse(request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 1
            ? QueryString.Create("page", page.ToString(CultureInfo.InvariantCulture))
            : QueryString.Empty;
        return UriHelper.BuildAbsolute(request.Scheme, request.Host, request.PathBase, request.Path, query);
    }

    /// <summary>Address of the style sheet with the agency's colours.</summary>
    public string Colours(HttpContext context, string primaryColour) =>
        links.GetPathByName(context, WellKnownRoutes.Colours, new { v = BrandPalette.VersionOf(primaryColour) })!; // the platform maps it itself

    /// <summary>Address of the drawing for agencies without an emblem.</summary>
    public string DefaultEmblem(HttpContext context, string primaryColour) =>
        links.GetPathByName(context, WellKnownRoutes.Emblem, new { v = BrandPalette.VersionOf(primaryColour) })!; // the platform maps it itself

    private ImmutableArray<PageLink> Views(HttpContext context)
    {
        var current = ReadingViews.Of(context.Request);
        return
        [
            View(ReadingView.Standard, localizer["Standard view"]),
            View(ReadingView.Elder, localizer["Elder view"]),
            View(ReadingView.Contrast, localizer["High contrast"]),
        ];

        PageLink View(ReadingView view, string text) => new(
            text,
            links.GetPathByName(context, WellKnownRoutes.View, new { set = ReadingViews.NameOf(view), @return = Here(context) }),
            view == current);
    }

    private LanguageLink Language(HttpContext context, CultureInfo culture) => new(
        culture.TwoLetterISOLanguageName == "zh" ? "中文" : "English",
        culture.Name,
        links.GetPathByName(context, WellKnownRoutes.Language, new { set = culture.Name, @return = Here(context) })!, // the platform maps it itself
        culture.Equals(CultureInfo.CurrentUICulture));

    private static string Here(HttpContext context) => context.Request.PathBase.Add(context.Request.Path) + context.Request.QueryString;
}
