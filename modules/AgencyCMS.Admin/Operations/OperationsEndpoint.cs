using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Presentation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Admin.Operations;

[RequirePermission(AdminPermissions.ViewOperations)]
internal sealed class OperationsEndpoint(OperationsQuery operations, RetryFailuresHandler retry, IStringLocalizer localizer) : Controller
{
    public const string RouteName = "admin.operations";

    [HttpGet("admin/operations", Name = RouteName)]
    public async Task<IActionResult> Show([FromQuery] int page, CancellationToken cancellationToken) =>
        View("Operations", await operations.ReadAsync(Paging.Read(page), cancellationToken));

    [HttpPost("admin/operations/retry", Name = RouteName + ".retry")]
    public async Task<IActionResult> Retry([FromForm] string? subjectId, CancellationToken cancellationToken)
    {
        var count = await retry.HandleAsync(string.IsNullOrEmpty(subjectId) ? null : subjectId, cancellationToken);
        TempData.AddAlert(AlertKind.Info, localizer["Tried again: {0}. Load the page again in a moment to see what came of it.", count]);
        return RedirectToRoute(RouteName);
    }
}
