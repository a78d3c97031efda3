using AgencyCMS.Accounts.Domain;
using AgencyCMS.Accounts.Storage;
using AgencyCMS.Modularity.Localisation;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Presentation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Accounts.EditAccount;

[RequirePermission(AccountPermissions.Manage)]
[ResponseCache(NoStore = true)]
internal sealed class EditAccountEndpoint(AccountQuery accounts, AccountHandler handler, SessionStore sessions, IActorSource actors, IStringLocalizer localizer) : Controller
{
    [HttpGet("admin/accounts/{id:int}", Name = AccountRoutes.Account)]
    public async Task<IActionResult> Show([FromRoute] int id, CancellationToken cancellationToken) =>
        await accounts.FindAsync(id, TempData[ShownOnce.Password] as string, cancellationToken) is { } page ? View("EditAccount", page) : NotFound();

    [HttpPost("admin/accounts/{id:int}")]
    public async Task<IActionResult> Rename([FromRoute] int id, [FromForm] string? displayName, CancellationToken cancellationToken) =>
        Answer(id, await handler.RenameAsync(id, displayName ?? "", await actors.GetAsync(), cancellationToken));

    [HttpPost("admin/accounts/{id:int}/reset", Name = AccountRoutes.Account + ".reset")]
    public async Task<IActionResult> Reset([FromRoute] int id, [FromForm] bool withSecondFactor, CancellationToken cancellationToken)
    {
        var outcome = await handler.ResetAsync(id, withSecondFactor, await actors.GetAsync(), cancellationToken);
        if (outcome.TryGet(out var password))
        {
            TempData[ShownOnce.Password] = password;
        }
        return Answer(id, outcome.WithoutValue());
    }

    [HttpPost("admin/accounts/{id:int}/lock", Name = AccountRoutes.Account + ".lock")]
    public async Task<IActionResult> Lock([FromRoute] int id, CancellationToken cancellationToken) =>
        Answer(id, await handler.SetEnabledAsync(id, isEnabled: false, await actors.GetAsync(), cancellationToken));

    [HttpPost("admin/accounts/{id:int}/opening", Name = AccountRoutes.Account + ".open")]
    public async Task<IActionResult> Open([FromRoute] int id, CancellationToken cancellationToken) =>
        Answer(id, await handler.SetEnabledAsync(id, isEnabled: true, await actors.GetAsync(), cancellationToken));

    [HttpPost("admin/accounts/{id:int}/unlock", Name = AccountRoutes.Account + ".unlock")]
    public async Task<IActionResult> Unlock([FromRoute] int id, CancellationToken cancellationToken) =>
        Answer(id, await handler.UnlockAsync(id, await actors.GetAsync(), cancellationToken));

    [HttpPost("admin/accounts/{id:int}/sessions/{session}/revocation", Name = AccountRoutes.Account + ".revoke")]
    public async Task<IActionResult> Revoke([FromRoute] int id, [FromRoute] string session, CancellationToken cancellationToken)
    {
        await sessions.RevokeAsync(id, session, (await actors.GetAsync()).Name, cancellationToken);
        return Answer(id, Outcome.Done);
    }

    private IActionResult Answer(int id, Outcome outcome)
    {
        if (outcome.Problems.Any(problem => problem.Kind == ProblemKind.NotFound))
        {
            return NotFound();
        }
        foreach (var problem in outcome.Problems)
        {
            TempData.AddAlert(AlertKind.Bad, localizer.Show(problem));
        }
        if (!outcome.IsRefused)
        {
            TempData.AddAlert(AlertKind.Good, localizer["Saved."]);
        }
        return RedirectToRoute(AccountRoutes.Account, new { id });
    }
}
