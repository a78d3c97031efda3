using System.Collections.Immutable;
using AgencyCMS.Modularity.Permissions;

namespace AgencyCMS.Admin.Contracts;

/// <summary>Cards that a module puts on the first page of the administration. Contributed; asked where its feature is on.</summary>
public interface IDashboardCards
{
    /// <summary>The cards this person should see: those with something to do first of all. Must cost no more than a few small queries.</summary>
    Task<IReadOnlyList<DashboardCard>> GetAsync(Actor actor, CancellationToken cancellationToken);
}

/// <summary>A card: what it is about, what waits, and where to go on. Texts are in the reader's language.</summary>
/// <param name="Title">A few words.</param>
/// <param name="Order">Smaller stands first.</param>
public sealed record DashboardCard(string Title, int Order)
{
    /// <summary>Number of things that wait; null when the card counts nothing.</summary>
    public int? Count { get; init; }

    /// <summary>One sentence; empty for none.</summary>
    public string Text { get; init; } = "";

    /// <summary>True when something is wrong or late.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>Name of an icon of the icon tag helper.</summary>
    public string Icon { get; init; } = "info";

    public ImmutableArray<DashboardLink> Links { get; init; } = [];
}

/// <summary>A link on a card. One whose route is not there or is switched off is left out.</summary>
public sealed record DashboardLink(string Text, string RouteName, object? RouteValues = null)
{
    /// <summary>A few words beside it, such as a day; empty for none.</summary>
    public string Note { get; init; } = "";
}
