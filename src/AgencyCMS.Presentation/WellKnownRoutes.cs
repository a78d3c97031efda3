namespace AgencyCMS.Presentation;

/// <summary>Names of the routes that layouts link to. The module that has the page gives its route this name; without it the link is left out.</summary>
public static class WellKnownRoutes
{
    public const string Search = "search";

    /// <summary>The newest items as an Atom feed.</summary>
    public const string Feed = "contents.feed";

    /// <summary>The form by which citizens ask for information.</summary>
    public const string RequestInformation = "requests.new";

    public const string SignIn = "account.sign-in";

    /// <summary>Answers to POST.</summary>
    public const string SignOut = "account.sign-out";

    /// <summary>Tells the scripts of a page whether its session still holds.</summary>
    public const string Session = "account.session";

    /// <summary>First page of the administration.</summary>
    public const string Administration = "admin";

    internal const string Colours = "theme.colours";

    internal const string Emblem = "theme.emblem";

    internal const string View = "theme.view";

    internal const string Language = "theme.language";
}
