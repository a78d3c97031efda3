using System.Collections.Immutable;
using AgencyCMS.Admin.Contracts;
using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Presentation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace AgencyCMS.Admin.Dashboard;

/// <summary>The first page of the administration: what waits for this person on this site.</summary>
[StaffOnly]
internal sealed class DashboardEndpoint(IFeatureServices<IDashboardCards> cards, IActorSource actors, LinkGenerator links) : Controller
{
    [HttpGet("admin", Name = WellKnownRoutes.Administration)]
    public async Task<IActionResult> Show(CancellationToken cancellationToken)
    {
        var actor = await actors.GetAsync();
        var found = new List<DashboardCard>();
        foreach (var source in cards.All)
        {
            found.AddRange(await source.GetAsync(actor, cancellationToken));
        }
        return View("Dashboard", new DashboardPage([.. found.OrderByDescending(card => card.IsUrgent).ThenBy(card => card.Order).Select(Link)]));
    }

    private DashboardCardView Link(DashboardCard card) => new(card,
        [.. card.Links.Select(link => new PageLink(link.Text, links.GetPathByName(HttpContext, link.RouteName, link.RouteValues))).Where(link => link.Href is not null)]);
}

/// <summary>The cards in the order in which they are shown.</summary>
internal sealed record DashboardPage(ImmutableArray<DashboardCardView> Cards);

/// <summary>A card with the addresses of its links.</summary>
internal sealed record DashboardCardView(DashboardCard Card, ImmutableArray<PageLink> Links);
