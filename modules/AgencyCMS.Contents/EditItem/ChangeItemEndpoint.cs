using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Contents.Storage;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Presentation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Contents.EditItem;

/// <summary>What is done to an item without its text: publish, schedule, withdraw, discard the draft, restore a version.</summary>
[OpensItem]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ChangeItemEndpoint(
    ContentManager manager, ContentSchedule schedule, ContentReader reader, FormReceipts receipts, EditItemQuery query, TenantContext tenants, IActorSource actors, IStringLocalizer localizer) : Controller
{
    [HttpPost("/admin/contents/{contentItemId}/publish", Name = ContentRouteNames.Publish)]
    [RequirePermission(ContentPermissions.Publish)]
    public async Task<IActionResult> PublishAsync([FromRoute] string contentItemId, [FromForm] int expectedVersion, CancellationToken cancellationToken)
    {
        var outcome = await OnceAsync("publish", contentItemId, expectedVersion, [], () => manager.PublishAsync(contentItemId, expectedVersion, cancellationToken), cancellationToken);
        return await AnswerAsync(contentItemId, outcome, localizer["Published."], page => page, cancellationToken);
    }

    [HttpPost("/admin/contents/{contentItemId}/schedule", Name = ContentRouteNames.Schedule)]
    [RequirePermission(ContentPermissions.Publish)]
    public async Task<IActionResult> ScheduleAsync(
        [FromRoute] string contentItemId,
        [FromForm] int expectedVersion,
        [FromForm] string? versionId,
        [FromForm] string? publishAt,
        [FromForm] string? withdrawAt,
        CancellationToken cancellationToken)
    {
        // Who may not withdraw is not asked about it: what stands stays.
        var kept = withdrawAt is null && !(await actors.GetAsync()).Can(ContentPermissions.Withdraw) ? await query.FindWithdrawalAsync(contentItemId, cancellationToken) : null;
        var (publish, withdraw) = (tenants.Tenant.FromInput(publishAt), kept ?? tenants.Tenant.FromInput(withdrawAt));
        Problem?[] unreadable =
        [
            publish is null && !string.IsNullOrWhiteSpace(publishAt) ? EditorProblems.NotAMoment("PublishAt") : null,
            withdraw is null && !string.IsNullOrWhiteSpace(withdrawAt) ? EditorProblems.NotAMoment("WithdrawAt") : null,
        ];
        var problems = unreadable.OfType<Problem>().ToList();
        var outcome = problems.Count > 0
            ? Outcome.Refused<ContentItemRow>(problems)
            : await OnceAsync(
                "schedule",
                contentItemId,
                expectedVersion,
                [versionId, publishAt, withdrawAt],
                () => schedule.ScheduleAsync(contentItemId, expectedVersion, versionId, publish, withdraw, cancellationToken),
                cancellationToken);
        return await AnswerAsync(
            contentItemId,
            outcome,
            publish is null && withdraw is null ? localizer["Nothing is scheduled any more."] : localizer["The moments are saved."],
            page => page with { PublishAt = publishAt ?? "", WithdrawAt = withdrawAt ?? "" },
            cancellationToken);
    }

    [HttpPost("/admin/contents/{contentItemId}/withdraw", Name = ContentRouteNames.Withdraw)]
    [RequirePermission(ContentPermissions.Withdraw)]
    public async Task<IActionResult> WithdrawAsync([FromRoute] string contentItemId, [FromForm] int expectedVersion, [FromForm] string? reason, CancellationToken cancellationToken)
    {
        var outcome = await OnceAsync(
            "withdraw", contentItemId, expectedVersion, [reason], () => manager.WithdrawAsync(contentItemId, expectedVersion, reason ?? "", cancellationToken), cancellationToken);
        return await AnswerAsync(contentItemId, outcome, localizer["Withdrawn. Readers see the reason at its address."], page => page with { Reason = reason ?? "" }, cancellationToken);
    }

    [HttpPost("/admin/contents/{contentItemId}/discard", Name = ContentRouteNames.Discard)]
    [RequirePermission(ContentPermissions.Edit)]
    public async Task<IActionResult> DiscardAsync([FromRoute] string contentItemId, [FromForm] int expectedVersion, CancellationToken cancellationToken)
    {
        var outcome = await OnceAsync("discard", contentItemId, expectedVersion, [], () => manager.DiscardDraftAsync(contentItemId, expectedVersion, cancellationToken), cancellationToken);
        return await AnswerAsync(contentItemId, outcome, localizer["The draft is discarded; it stays among the versions."], page => page, cancellationToken);
    }

    [HttpPost("/admin/contents/{contentItemId}/restore", Name = ContentRouteNames.Restore)]
    [RequirePermission(ContentPermissions.Edit)]
    public async Task<IActionResult> RestoreAsync([FromRoute] string contentItemId, [FromForm] string versionId, [FromForm] int expectedVersion, CancellationToken cancellationToken)
    {
        // Of a version that is not there, or not for this person, nothing is told: the refusal comes first.
        var number = await reader.FindNumberAsync(versionId, cancellationToken) ?? 0;
        var outcome = await OnceAsync(
            "restore",
            contentItemId,
            expectedVersion,
            [versionId],
            () => manager.RestoreAsync(contentItemId, versionId, expectedVersion, localizer["Version {0} restored", number], cancellationToken),
            cancellationToken);
        return await AnswerAsync(contentItemId, outcome, localizer["Version {0} is the newest again, as a draft.", number], page => page, cancellationToken);
    }

    // A button may be pressed twice, and the second press is told what the first has done.
    private async Task<Outcome<ContentItemRow>> OnceAsync(
        string verb, string contentItemId, int expectedVersion, string?[] typed, Func<Task<Outcome<ContentItemRow>>> change, CancellationToken cancellationToken)
    {
        var actor = await actors.GetAsync();
        return await receipts.OnceAsync(FormReceipts.KeyOf(verb, contentItemId, expectedVersion, actor, typed), contentItemId, token: null, actor, change, cancellationToken);
    }

    private async Task<IActionResult> AnswerAsync(string contentItemId, Outcome<ContentItemRow> outcome, string done, Func<EditItemPage, EditItemPage> again, CancellationToken cancellationToken)
    {
        if (outcome.IsRefused)
        {
            return outcome.Problems[0].Kind is not ProblemKind.NotFound && await query.OpenAsync(contentItemId, newType: null, takesUp: false, cancellationToken) is { } page
                ? this.Again("EditItem", again(page), outcome.Problems, localizer)
                : NotFound();
        }
        TempData.AddAlert(AlertKind.Good, done, await query.PublicLinkAsync(contentItemId, localizer, cancellationToken));
        return RedirectToRoute(ContentRouteNames.Edit, new { contentItemId });
    }
}
