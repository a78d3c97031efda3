namespace AgencyCMS.Presentation;

/// <summary>An entry that a module puts into a menu. Its address is made from the route's name, never written by hand.</summary>
/// <param name="Id">Unique and stable, as <c>contents.list</c>; pages name it in <see cref="PageInfo.CurrentNavigation"/>.</param>
/// <param name="Text">In the reader's language.</param>
/// <param name="RouteName">Name of the route to open. An entry whose route is not there or is switched off is left out.</param>
/// <param name="Group">The menu and group it stands in.</param>
/// <param name="Order">Smaller comes first within the group.</param>
public sealed record NavigationItem(string Id, string Text, string RouteName, NavigationGroup Group, int Order)
{
    public object? RouteValues { get; init; }

    /// <summary>Permission that the person needs; null for entries that everybody sees who sees the menu.</summary>
    public string? Permission { get; init; }

    /// <summary>Says whether there is anything behind the entry, where its route alone does not tell; null when the route does.</summary>
    public Func<CancellationToken, ValueTask<bool>>? IsThere { get; init; }

    /// <summary>Name of an icon of the icon tag helper.</summary>
    public string? Icon { get; init; }
}

/// <summary>The navigation and the footer of the public site, and the groups of the administration's menu in their order.</summary>
public enum NavigationGroup
{
    PublicSite,
    Footer,
    Overview,
    Content,
    Disclosure,
    Cases,
    Site,
    County,
}

/// <summary>Contributes menu entries for the current request. Asked only where its feature is on.</summary>
public interface INavigationProvider
{
    IEnumerable<NavigationItem> Items { get; }
}
