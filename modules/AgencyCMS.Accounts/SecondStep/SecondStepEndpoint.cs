using AgencyCMS.Accounts.Identification;
using AgencyCMS.Accounts.SignIn;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Presentation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Accounts.SecondStep;

[PublicAccess]
[ResponseCache(NoStore = true)]
internal sealed class SecondStepEndpoint(SecondStepHandler handler, DeviceCookie device, SignInCompletion completion, IStringLocalizer localizer) : Controller
{
    [HttpGet("account/second-step", Name = AccountRoutes.SecondStep)]
    public async Task<IActionResult> Show([FromQuery] string? returnUrl) => await HalfwayAsync() is null
        ? RedirectToRoute(WellKnownRoutes.SignIn, new { returnUrl })
        : View("SecondStep", new SecondStepForm { ReturnUrl = returnUrl });

    [HttpPost("account/second-step")]
    [EnableRateLimiting(SignInLimit.Policy)]
    public async Task<IActionResult> Send([FromForm] SecondStepForm form, CancellationToken cancellationToken)
    {
        if (await HalfwayAsync() is not var (accountId, version))
        {
            return RedirectToRoute(WellKnownRoutes.SignIn, new { form.ReturnUrl });
        }
        var outcome = await handler.HandleAsync(accountId, version, form.Code ?? "", device.SourceOf(Request, accountId), cancellationToken);
        if (!outcome.TryGet(out var account))
        {
            return this.Again("SecondStep", form with { Code = "" }, outcome.Problems, localizer);
        }
        await HttpContext.SignOutAsync(AccountTicket.HalfwayScheme);
        var completed = await completion.CompleteAsync(account, form.ReturnUrl, HttpContext);
        return completed.TryGet(out var address) ? LocalRedirect(address) : this.Again("SecondStep", form with { Code = "" }, completed.Problems, localizer);
    }

    private async Task<(int AccountId, int Version)?> HalfwayAsync()
    {
        var principal = (await HttpContext.AuthenticateAsync(AccountTicket.HalfwayScheme)).Principal;
        return (AccountTicket.AccountOf(principal), AccountTicket.VersionOf(principal)) is ({ } accountId, { } version) ? (accountId, version) : null;
    }
}
