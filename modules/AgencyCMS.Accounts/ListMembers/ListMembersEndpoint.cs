using System.Collections.Immutable;
using AgencyCMS.Accounts.Domain;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Presentation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Accounts.ListMembers;

/// <summary>Who works for this agency.</summary>
[RequirePermission(AccountPermissions.ManageMembers)]
internal sealed class ListMembersEndpoint(CountyDb db, TenantContext current) : Controller
{
    private const int PageSize = 50;

    [HttpGet("admin/members", Name = AccountRoutes.Members)]
    public async Task<IActionResult> Show([FromQuery] int page, CancellationToken cancellationToken)
    {
        page = Paging.Read(page);
        var tenant = current.Tenant.Id.Value;
        var members = from membership in db.Set<Membership>().AsNoTracking()
                      join account in db.Set<Account>() on membership.AccountId equals account.Id
                      where membership.TenantId == tenant
                      orderby account.NormalisedName
                      select new { account.Id, account.UserName, account.DisplayName, account.IsEnabled, membership.Roles, account.LastSignInAt };
        var rows = await members.Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        return View("ListMembers", new MemberList(
            [.. rows.Select(row => new MemberRow(row.Id, row.UserName, row.DisplayName, row.IsEnabled, Membership.Read(row.Roles), row.LastSignInAt))],
            page, PageSize, await members.CountAsync(cancellationToken)));
    }
}

/// <summary>A page of members.</summary>
internal sealed record MemberList(ImmutableArray<MemberRow> Rows, int Page, int PageSize, int Total);

/// <summary>A member in the list.</summary>
internal sealed record MemberRow(int Id, string UserName, string DisplayName, bool IsEnabled, ImmutableArray<string> Roles, DateTimeOffset? LastSignInAt);
