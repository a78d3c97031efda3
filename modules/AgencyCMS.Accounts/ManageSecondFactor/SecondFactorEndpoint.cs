using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Presentation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Accounts.ManageSecondFactor;

[SignedIn]
[ResponseCache(NoStore = true)]
internal sealed class SecondFactorEndpoint(SecondFactorHandler handler, IStringLocalizer localizer) : Controller
{
    [HttpGet("account/second-factor", Name = AccountRoutes.SecondFactor)]
    public async Task<IActionResult> Show(CancellationToken cancellationToken) => View("SecondFactor", await handler.ShowAsync("", cancellationToken));

    [HttpPost("account/second-factor")]
    public async Task<IActionResult> Enrol([FromForm] SecondFactorForm form, CancellationToken cancellationToken)
    {
        form = Complete(form);
        var outcome = await handler.EnrolAsync(form, cancellationToken);
        // Shown in the answer itself, not after a redirect: nothing keeps the codes.
        return outcome.TryGet(out var codes) ? View("RecoveryCodes", codes) : await AgainAsync(form, outcome.Problems, cancellationToken);
    }

    [HttpPost("account/second-factor/recovery-codes", Name = AccountRoutes.SecondFactor + ".codes")]
    public async Task<IActionResult> RenewCodes([FromForm] SecondFactorForm form, CancellationToken cancellationToken)
    {
        form = Complete(form);
        var outcome = await handler.RenewCodesAsync(form, cancellationToken);
        return outcome.TryGet(out var codes) ? View("RecoveryCodes", codes) : await AgainAsync(form, outcome.Problems, cancellationToken);
    }

    [HttpPost("account/second-factor/removal", Name = AccountRoutes.SecondFactor + ".remove")]
    public async Task<IActionResult> Remove([FromForm] SecondFactorForm form, CancellationToken cancellationToken)
    {
        form = Complete(form);
        var outcome = await handler.RemoveAsync(form, cancellationToken);
        if (outcome.IsRefused)
        {
            return await AgainAsync(form, outcome.Problems, cancellationToken);
        }
        TempData.AddAlert(AlertKind.Warn, localizer["The second factor was removed. Only your password protects the account now."]);
        return RedirectToRoute(AccountRoutes.Profile);
    }

    private async Task<IActionResult> AgainAsync(SecondFactorForm form, IReadOnlyCollection<Problem> problems, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return this.Again("SecondFactor", await handler.ShowAsync(form.Setup, cancellationToken), problems, localizer);
    }

    private static SecondFactorForm Complete(SecondFactorForm form) =>
        new() { Setup = form.Setup ?? "", Code = form.Code ?? "", Password = form.Password ?? "" };
}
