using AgencyCMS.Accounts.Domain;
using AgencyCMS.Accounts.Memberships;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Presentation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Accounts.EditMembership;

/// <summary>The county says what a person does on one site.</summary>
[RequirePermission(AccountPermissions.Manage)]
internal sealed class EditMembershipEndpoint(
    CountyDb db, MembershipEditor editor, RoleQuery roles, TenantDirectory directory, IActorSource actors, IStringLocalizer localizer) : Controller
{
    [HttpGet("admin/accounts/{id:int}/memberships/{tenant}", Name = AccountRoutes.Membership)]
    public async Task<IActionResult> Show([FromRoute] int id, [FromRoute] string tenant, CancellationToken cancellationToken) =>
        await PageAsync(id, tenant, null, cancellationToken) is { } page ? View("EditMembership", page) : NotFound();

    /// <summary>Opens the page of the site that was named in the account's form.</summary>
    [HttpGet("admin/accounts/{id:int}/memberships", Name = AccountRoutes.Membership + ".open")]
    public IActionResult Open([FromRoute] int id, [FromQuery] string? tenant)
    {
        if (tenant is not null && directory.FindByName(tenant) is { } found)
        {
            return RedirectToRoute(AccountRoutes.Membership, new { id, tenant = found.Name });
        }
        // Without the name: whoever sends somebody a link would put words of their own into the platform's mouth.
        TempData.AddAlert(AlertKind.Bad, localizer["There is no such site. Choose one from the list."]);
        return RedirectToRoute(AccountRoutes.Account, new { id });
    }

    [HttpPost("admin/accounts/{id:int}/memberships/{tenant}")]
    public async Task<IActionResult> Send([FromRoute] int id, [FromRoute] string tenant, [FromForm] MembershipForm form, CancellationToken cancellationToken)
    {
        if (await PageAsync(id, tenant, form, cancellationToken) is not { } page || directory.FindByName(tenant) is not { } found)
        {
            return NotFound();
        }
        if (form.Site != found.Id.Value)
        {
            return this.Again("EditMembership", page, [AccountProblems.SiteNotShown()], localizer);
        }
        var outcome = await editor.SetAsync(id, found, form, await actors.GetAsync(), cancellationToken);
        return outcome.IsRefused ? this.Again("EditMembership", page, outcome.Problems, localizer) : Back(id);
    }

    [HttpPost("admin/accounts/{id:int}/memberships/{tenant}/removal", Name = AccountRoutes.Membership + ".remove")]
    public async Task<IActionResult> Remove([FromRoute] int id, [FromRoute] string tenant, [FromForm] int site, CancellationToken cancellationToken)
    {
        if (await PageAsync(id, tenant, null, cancellationToken) is not { } page || directory.FindByName(tenant) is not { } found)
        {
            return NotFound();
        }
        if (site != found.Id.Value)
        {
            return this.Again("EditMembership", page, [AccountProblems.SiteNotShown()], localizer);
        }
        var outcome = await editor.RemoveAsync(id, found, await actors.GetAsync(), cancellationToken);
        return outcome.IsRefused ? this.Again("EditMembership", page, outcome.Problems, localizer) : Back(id);
    }

    private RedirectToRouteResult Back(int id)
    {
        TempData.AddAlert(AlertKind.Good, localizer["Saved. It holds from the person's next page on."]);
        return RedirectToRoute(AccountRoutes.Account, new { id });
    }

    private async Task<MembershipPage?> PageAsync(int id, string tenant, MembershipForm? typed, CancellationToken cancellationToken)
    {
        var account = await db.Set<Account>().FindAsync([id], cancellationToken);
        return account is null || directory.FindByName(tenant) is not { } found
            ? null
            : await MembershipPage.ReadAsync(roles, account, found, await editor.FindAsync(id, found.Id, cancellationToken), typed, await actors.GetAsync(), cancellationToken);
    }
}
