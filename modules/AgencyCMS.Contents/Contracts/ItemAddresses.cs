using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Publishing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AgencyCMS.Contents.Contracts;

/// <summary>Addresses of items in the current request's site, with whatever prefix it lies under.</summary>
public sealed class ItemAddresses(LinkGenerator links, IHttpContextAccessor http)
{
    /// <returns>Null for an item that has no address of its own.</returns>
    public string? Of(ContentItem item) => ContentRoutes.PathOf(item) is { } path ? OfPath(path) : null;

    /// <param name="path">Path below the tenant, as routes are kept.</param>
    public string? OfPath(string path) => links.GetPathByName(Context, ContentRouteNames.Item, new { path });

    /// <summary>The whole address with scheme and host.</summary>
    /// <param name="path">Path below the tenant, as routes are kept.</param>
    public string? AbsoluteOfPath(string path) => links.GetUriByName(Context, ContentRouteNames.Item, new { path });

    /// <summary>Where staff write on an item.</summary>
    public string? Editor(string contentItemId) => links.GetPathByName(Context, ContentRouteNames.Edit, new { contentItemId });

    private HttpContext Context => http.HttpContext ?? throw new InvalidOperationException("Addresses are made for a request.");
}
