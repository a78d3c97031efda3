using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Contents.Contracts;
using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Presentation;
using AgencyCMS.Presentation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace AgencyCMS.Contents.ShowItem;

/// <summary>Answers whatever no other page does: the items at their addresses.</summary>
[PublicAccess]
[PublicPage]
[YieldsToFeatures]
internal sealed class ShowItemEndpoint(ContentReader reader, IActorSource actors, ItemAddresses addresses, ItemPages pages, StandingPages standing) : Controller
{
    [AcceptVerbs("GET", "HEAD", Route = "/{**path}", Name = ContentRouteNames.Item, Order = int.MaxValue)]
    public async Task<IActionResult> ShowAsync([FromRoute] string? path, CancellationToken cancellationToken)
    {
        var actor = await actors.GetAsync();
        if (path is null || await reader.FindRouteAsync(path, cancellationToken) is not { } route)
        {
            return NotFound();
        }
        var item = await reader.FindPublishedAsync(route.ContentItemId, actor, cancellationToken);
        if (item is null)
        {
            return await ShowWithdrawalAsync(route.ContentItemId, actor, cancellationToken);
        }
        if (route.CurrentPath != path)
        {
            return RedirectPermanent(addresses.OfPath(route.CurrentPath) + Request.QueryString);
        }
        var (first, last) = await reader.FindMomentsAsync(route.ContentItemId, cancellationToken);
        var view = await pages.BuildAsync(new ShownItem(item, first, last, IsPreview: false), cancellationToken);
        return View(view.Name, view.Model);
    }

    private async Task<IActionResult> ShowWithdrawalAsync(string contentItemId, Actor actor, CancellationToken cancellationToken)
    {
        var row = await reader.FindRowAsync(contentItemId, cancellationToken);
        if (row is not { PublishedVersionId: null, WithdrawnAt: { } withdrawnAt } || !Visibility.CanRead(actor, row.Audience, row.AudienceGroup))
        {
            return NotFound();
        }
        Response.StatusCode = StatusCodes.Status410Gone;
        var guide = await standing.IsThereAsync(StandingPages.Guide, cancellationToken) ? addresses.OfPath(StandingPages.Guide) : null;
        return View("ItemWithdrawn", new WithdrawalNotice(withdrawnAt, row.WithdrawalReason ?? "", Url.RouteUrl(WellKnownRoutes.RequestInformation), guide));
    }
}
