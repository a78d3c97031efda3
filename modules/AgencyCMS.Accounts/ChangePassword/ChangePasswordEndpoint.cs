using AgencyCMS.Accounts.Identification;
using AgencyCMS.Accounts.SignIn;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Presentation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Accounts.ChangePassword;

[SignedIn(BeforeOwnPassword = true)]
[ResponseCache(NoStore = true)]
internal sealed class ChangePasswordEndpoint(ChangePasswordHandler handler, OwnAccount own, SignInCompletion completion, IStringLocalizer localizer) : Controller
{
    [HttpGet("account/password", Name = AccountRoutes.Password)]
    public IActionResult Show([FromQuery] string? returnUrl) => View("ChangePassword", Page(new ChangePasswordForm { ReturnUrl = returnUrl }));

    [HttpPost("account/password")]
    public async Task<IActionResult> Send([FromForm] ChangePasswordForm form, CancellationToken cancellationToken)
    {
        form = form with { CurrentPassword = form.CurrentPassword ?? "", NewPassword = form.NewPassword ?? "", RepeatedPassword = form.RepeatedPassword ?? "" };
        var outcome = await handler.HandleAsync(form, cancellationToken);
        if (outcome.IsRefused)
        {
            return this.Again("ChangePassword", Page(new ChangePasswordForm { ReturnUrl = form.ReturnUrl }), outcome.Problems, localizer);
        }
        TempData.AddAlert(AlertKind.Good, localizer["Your password was changed. Your other sessions were ended."]);
        return LocalRedirect(await completion.DestinationAsync(own.Session.AccountId, form.ReturnUrl, HttpContext));
    }

    private ChangePasswordForm Page(ChangePasswordForm form)
    {
        ViewData["MustChange"] = own.Session.MustChangePassword;
        return form;
    }
}
