using Microsoft.AspNetCore.Http;

namespace AgencyCMS.Presentation;

/// <summary>How the reader wants the pages to look. Kept in a cookie; works without script.</summary>
public enum ReadingView
{
    Standard,

    /// <summary>For older readers: larger text, stronger lines, one column, nothing beside the point.</summary>
    Elder,

    /// <summary>Yellow and white on black.</summary>
    Contrast,
}

/// <summary>The reader's choice of view. Pages differ by it: a cache of whole pages must keep them apart.</summary>
public static class ReadingViews
{
    public const string CookieName = "view";

    public static ReadingView Of(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Parse(request.Cookies[CookieName]);
    }

    /// <summary>The standard view for everything that is not the name of another.</summary>
    public static ReadingView Parse(string? name) => name switch
    {
        "elder" => ReadingView.Elder,
        "contrast" => ReadingView.Contrast,
        _ => ReadingView.Standard,
    };

    /// <summary>The name in cookies, addresses and the <c>data-view</c> attribute of a page.</summary>
    public static string NameOf(ReadingView view) => view switch
    {
        ReadingView.Elder => "elder",
        ReadingView.Contrast => "contrast",
        _ => "standard",
    };
}
