using AgencyCMS.Accounts.Domain;
using AgencyCMS.Accounts.Memberships;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Presentation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Accounts.EditMember;

/// <summary>An agency's administrator says what a member of the own agency does. People who are not members are not to be found here.</summary>
[RequirePermission(AccountPermissions.ManageMembers)]
internal sealed class EditMemberEndpoint(
    CountyDb db, MembershipEditor editor, RoleQuery roles, TenantContext current, IActorSource actors, IStringLocalizer localizer) : Controller
{
    [HttpGet("admin/members/{id:int}", Name = AccountRoutes.Member)]
    public async Task<IActionResult> Show([FromRoute] int id, CancellationToken cancellationToken) =>
        await PageAsync(id, null, cancellationToken) is { } page ? View("EditMember", page) : NotFound();

    [HttpPost("admin/members/{id:int}")]
    public async Task<IActionResult> Send([FromRoute] int id, [FromForm] MembershipForm form, CancellationToken cancellationToken)
    {
        if (await PageAsync(id, form, cancellationToken) is not { } page)
        {
            return NotFound();
        }
        var outcome = await editor.SetAsync(id, current.Tenant, form, await actors.GetAsync(), cancellationToken);
        return Answer(page, outcome);
    }

    [HttpPost("admin/members/{id:int}/removal", Name = AccountRoutes.Member + ".remove")]
    public async Task<IActionResult> Remove([FromRoute] int id, CancellationToken cancellationToken)
    {
        if (await PageAsync(id, null, cancellationToken) is not { } page)
        {
            return NotFound();
        }
        return Answer(page, await editor.RemoveAsync(id, current.Tenant, await actors.GetAsync(), cancellationToken));
    }

    private IActionResult Answer(MembershipPage page, Outcome outcome)
    {
        if (outcome.IsRefused)
        {
            return this.Again("EditMember", page, outcome.Problems, localizer);
        }
        TempData.AddAlert(AlertKind.Good, localizer["Saved. It holds from the person's next page on."]);
        return RedirectToRoute(AccountRoutes.Members);
    }

    private async Task<MembershipPage?> PageAsync(int id, MembershipForm? typed, CancellationToken cancellationToken)
    {
        var membership = await editor.FindAsync(id, current.Tenant.Id, cancellationToken);
        var account = membership is null ? null : await db.Set<Account>().FindAsync([id], cancellationToken);
        return account is null ? null : await MembershipPage.ReadAsync(roles, account, current.Tenant, membership, typed, await actors.GetAsync(), cancellationToken);
    }
}
