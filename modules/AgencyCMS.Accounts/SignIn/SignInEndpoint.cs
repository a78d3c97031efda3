using AgencyCMS.Accounts.Demonstration;
using AgencyCMS.Accounts.Identification;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Presentation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Accounts.SignIn;

[PublicAccess]
[ResponseCache(NoStore = true)]
internal sealed class SignInEndpoint(SignInHandler handler, DeviceCookie device, SignInCompletion completion, CurrentSession session, DemoAccounts demonstration, IStringLocalizer localizer) : Controller
{
    [HttpGet("account/sign-in", Name = WellKnownRoutes.SignIn)]
    public async Task<IActionResult> Show([FromQuery] string? returnUrl, CancellationToken cancellationToken) => session.State is null
        ? View("SignIn", await WithNamesAsync(new SignInForm { ReturnUrl = returnUrl }, cancellationToken))
        : LocalRedirect(await completion.DestinationAsync(session.State.AccountId, returnUrl, HttpContext));

    [HttpPost("account/sign-in")]
    [EnableRateLimiting(SignInLimit.Policy)]
    public async Task<IActionResult> Send([FromForm] SignInForm form, CancellationToken cancellationToken)
    {
        var outcome = await handler.HandleAsync(form.UserName ?? "", form.Password ?? "", accountId => device.SourceOf(Request, accountId), cancellationToken);
        if (!outcome.TryGet(out var account))
        {
            return this.Again("SignIn", await WithNamesAsync(form with { Password = "" }, cancellationToken), outcome.Problems, localizer);
        }
        if (account.HasSecondFactor)
        {
            await HttpContext.SignInAsync(AccountTicket.HalfwayScheme, AccountTicket.Halfway(account.Id, account.Version));
            return RedirectToRoute(AccountRoutes.SecondStep, new { form.ReturnUrl });
        }
        var completed = await completion.CompleteAsync(account, form.ReturnUrl, HttpContext);
        return completed.TryGet(out var address)
            ? LocalRedirect(address)
            : this.Again("SignIn", await WithNamesAsync(form with { Password = "" }, cancellationToken), completed.Problems, localizer);
    }

    private async Task<SignInForm> WithNamesAsync(SignInForm form, CancellationToken cancellationToken)
    {
        ViewData["Demonstration"] = await demonstration.ReadAsync(cancellationToken);
        return form;
    }
}
