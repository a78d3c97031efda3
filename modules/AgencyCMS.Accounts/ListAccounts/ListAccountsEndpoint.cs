using AgencyCMS.Modularity.Permissions;
using Microsoft.AspNetCore.Mvc;

namespace AgencyCMS.Accounts.ListAccounts;

[RequirePermission(AccountPermissions.Manage)]
internal sealed class ListAccountsEndpoint(AccountListQuery accounts) : Controller
{
    [HttpGet("admin/accounts", Name = AccountRoutes.Accounts)]
    public async Task<IActionResult> Show([FromQuery] AccountFilter filter, CancellationToken cancellationToken) =>
        View("ListAccounts", await accounts.ReadAsync(filter, cancellationToken));
}
