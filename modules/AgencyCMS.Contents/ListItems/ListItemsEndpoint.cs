using AgencyCMS.Modularity.Permissions;
using Microsoft.AspNetCore.Mvc;

namespace AgencyCMS.Contents.ListItems;

[RequirePermission(ContentPermissions.ViewDrafts)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ListItemsEndpoint(ListItemsQuery query) : Controller
{
    [HttpGet("/admin/contents", Name = ContentRouteNames.List)]
    public async Task<IActionResult> ListAsync([FromQuery] ListItemsFilter filter, CancellationToken cancellationToken)
    {
        // An address with a value that is no filter any more shows what the rest of it asks for.
        ModelState.Clear();
        return View("ListItems", await query.ReadAsync(filter, cancellationToken));
    }
}
