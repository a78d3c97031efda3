using System.Collections.Immutable;
using AgencyCMS.Admin.Contracts;
using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Presentation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AgencyCMS.Admin.Dashboard;

/// <summary>Puts the first page together from what the modules have for this person.</summary>
internal sealed class DashboardQuery(
    IFeatureServices<IDashboardCards> cards, IFeatureServices<IFirstSteps> steps, NavigationMenus menus, PageInfo page, IActorSource actors, LinkGenerator links)
{
    public async Task<DashboardPage> ReadAsync(HttpContext http, CancellationToken cancellationToken)
    {
        page.CurrentNavigation = "admin.dashboard";
        var actor = await actors.GetAsync();
        var found = new List<DashboardCard>();
        foreach (var source in cards.All)
        {
            found.AddRange(await source.GetAsync(actor, cancellationToken));
        }
        var todo = new List<FirstStep>();
        foreach (var source in steps.All)
        {
            todo.AddRange(await source.GetAsync(actor, cancellationToken));
        }
        return new DashboardPage(
            [.. found.OrderByDescending(card => card.IsUrgent).ThenBy(card => card.Order).Select(card => Link(card, http))],
            todo.TrueForAll(step => step.IsDone) ? [] : [.. todo.OrderBy(step => step.Order).Select(step => new FirstStepView(step, links.GetPathByName(http, step.RouteName, step.RouteValues)))],
            [.. (await menus.AdministrationAsync(http, actor, page)).SelectMany(section => section.Links).Where(link => !link.IsCurrent)]);
    }

    private DashboardCardView Link(DashboardCard card, HttpContext http) => new(card,
        [.. card.Links.Select(link => new DashboardLinkView(link, links.GetPathByName(http, link.RouteName, link.RouteValues))).Where(link => link.Href is not null)]);
}

/// <summary>The first page.</summary>
/// <param name="Cards">In the order in which they are shown.</param>
/// <param name="Steps">What is to be done on a new site; empty when all is done.</param>
/// <param name="Places">Where this person can go, so that nobody finds an empty page.</param>
internal sealed record DashboardPage(ImmutableArray<DashboardCardView> Cards, ImmutableArray<FirstStepView> Steps, ImmutableArray<NavigationLink> Places);

/// <summary>A card with the addresses of its links.</summary>
internal sealed record DashboardCardView(DashboardCard Card, ImmutableArray<DashboardLinkView> Links);

/// <summary>A link with its address; null when its route is not there.</summary>
internal sealed record DashboardLinkView(DashboardLink Link, string? Href);

/// <summary>A step with the address at which it is done.</summary>
internal sealed record FirstStepView(FirstStep Step, string? Href);
