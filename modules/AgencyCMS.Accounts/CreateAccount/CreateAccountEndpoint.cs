using AgencyCMS.Accounts.Domain;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Presentation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Accounts.CreateAccount;

[RequirePermission(AccountPermissions.Manage)]
internal sealed class CreateAccountEndpoint(CreateAccountHandler handler, IActorSource actors, IStringLocalizer localizer) : Controller
{
    [HttpGet("admin/accounts/new", Name = AccountRoutes.Create)]
    public IActionResult Show() => View("CreateAccount", new CreateAccountForm());

    [HttpPost("admin/accounts/new")]
    public async Task<IActionResult> Send([FromForm] CreateAccountForm form, CancellationToken cancellationToken)
    {
        var outcome = await handler.HandleAsync(form.UserName ?? "", form.DisplayName ?? "", await actors.GetAsync(), cancellationToken);
        if (!outcome.TryGet(out var created))
        {
            return this.Again("CreateAccount", form, outcome.Problems, localizer);
        }
        TempData[ShownOnce.Password] = created.Password;
        return RedirectToRoute(AccountRoutes.Account, new { id = created.AccountId });
    }
}
