using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Tenants.Contracts;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace AgencyCMS.Tenants.ExportTenant;

// A POST, because an export is recorded in the history and carries all that the agency has.
[RequirePermission(TenantPermissions.Manage)]
internal sealed class ExportTenantEndpoint(ITenantExport export, TenantDirectory directory, IActorSource actors) : Controller
{
    [HttpPost("/admin/tenants/{id:int}/export", Name = TenantRoutes.Export)]
    public async Task<IActionResult> Export([FromRoute] int id, CancellationToken cancellationToken)
    {
        if (directory.Find(new TenantId(id)) is not { } tenant)
        {
            return NotFound();
        }
        var actor = await actors.GetAsync();
        Response.ContentType = "application/zip";
        Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = tenant.Name + ".zip" }.ToString();
        Response.Headers.CacheControl = "no-store";
        // The packer writes small pieces of its directory synchronously.
        HttpContext.Features.Get<IHttpBodyControlFeature>()?.AllowSynchronousIO = true;
        await export.WriteAsync(tenant, Response.Body, actor, cancellationToken);
        return new EmptyResult();
    }
}
