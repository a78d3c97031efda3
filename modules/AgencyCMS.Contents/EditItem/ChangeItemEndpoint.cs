using AgencyCMS.Content.Publishing;
using AgencyCMS.Content.Storage;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Presentation;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Modularity.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Contents.EditItem;

/// <summary>What is done to an item without its text: publish, schedule, withdraw, discard the draft, restore a version.</summary>
[OpensItem]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ChangeItemEndpoint(ContentManager manager, ContentReader reader, EditItemQuery query, TenantContext tenants, IStringLocalizer localizer) : Controller
{
    [HttpPost("/admin/contents/{contentItemId}/publish", Name = ContentRouteNames.Publish)]
    [RequirePermission(ContentPermissions.Publish)]
    public async Task<IActionResult> PublishAsync([FromRoute] string contentItemId, [FromForm] int expectedVersion, CancellationToken cancellationToken)
    {
        var outcome = await manager.PublishAsync(contentItemId, expectedVersion, cancellationToken);
        return await AnswerAsync(contentItemId, outcome, row => row.PublishedVersionId == row.LatestVersionId, localizer["Published."], page => page, cancellationToken);
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
        var (publish, withdraw) = (tenants.Tenant.FromInput(publishAt), tenants.Tenant.FromInput(withdrawAt));
        Problem?[] unreadable =
        [
            publish is null && !string.IsNullOrWhiteSpace(publishAt) ? EditorProblems.NotAMoment("PublishAt") : null,
            withdraw is null && !string.IsNullOrWhiteSpace(withdrawAt) ? EditorProblems.NotAMoment("WithdrawAt") : null,
        ];
        var problems = unreadable.OfType<Problem>().ToList();
        var outcome = problems.Count > 0
            ? Outcome.Refused<ContentItemRow>(problems)
            : await manager.ScheduleAsync(contentItemId, expectedVersion, versionId, publish, withdraw, cancellationToken);
        return await AnswerAsync(
            contentItemId,
            outcome,
            row => row.PublishAt == publish && row.WithdrawAt == withdraw && (versionId is null || publish is null || row.ScheduledVersionId == versionId),
            publish is null && withdraw is null ? localizer["Nothing is scheduled any more."] : localizer["The moments are saved."],
            page => page with { PublishAt = publishAt ?? "", WithdrawAt = withdrawAt ?? "" },
            cancellationToken);
    }

    [HttpPost("/admin/contents/{contentItemId}/withdraw", Name = ContentRouteNames.Withdraw)]
    [RequirePermission(ContentPermissions.Withdraw)]
    public async Task<IActionResult> WithdrawAsync([FromRoute] string contentItemId, [FromForm] int expectedVersion, [FromForm] string? reason, CancellationToken cancellationToken)
    {
        var outcome = await manager.WithdrawAsync(contentItemId, expectedVersion, reason ?? "", cancellationToken);
        return await AnswerAsync(
            contentItemId,
            outcome,
            row => row.PublishedVersionId is null && row.WithdrawalReason == (reason is null ? null : StorableText.Tidy(reason).Trim()),
            localizer["Withdrawn. Readers see the reason at its address."],
            page => page with { Reason = reason ?? "" },
            cancellationToken);
    }

    [HttpPost("/admin/contents/{contentItemId}/discard", Name = ContentRouteNames.Discard)]
    [RequirePermission(ContentPermissions.Edit)]
    public async Task<IActionResult> DiscardAsync([FromRoute] string contentItemId, [FromForm] int expectedVersion, CancellationToken cancellationToken)
    {
        var outcome = await manager.DiscardDraftAsync(contentItemId, expectedVersion, cancellationToken);
        return await AnswerAsync(
            contentItemId, outcome, row => row.PublishedVersionId == row.LatestVersionId, localizer["The draft is discarded; it stays among the versions."], page => page, cancellationToken);
    }

    [HttpPost("/admin/contents/{contentItemId}/restore", Name = ContentRouteNames.Restore)]
    [RequirePermission(ContentPermissions.Edit)]
    public async Task<IActionResult> RestoreAsync([FromRoute] string contentItemId, [FromForm] string versionId, [FromForm] int expectedVersion, CancellationToken cancellationToken)
    {
        // Of a version that is not there, or not for this person, nothing is told: the refusal comes first.
        var number = await reader.FindNumberAsync(versionId, cancellationToken) ?? 0;
        var outcome = await manager.RestoreAsync(contentItemId, versionId, expectedVersion, localizer["Version {0} restored", number], cancellationToken);
        return await AnswerAsync(contentItemId, outcome, _ => false, localizer["Version {0} is the newest again, as a draft.", number], page => page, cancellationToken);
    }

    /// <param name="contentItemId">The item.</param>
    /// <param name="outcome">What became of it.</param>
    /// <param name="isDone">Tells from the item's state that the same was done just before: the button was pressed twice.</param>
    /// <param name="done">What to tell.</param>
    /// <param name="again">Puts what was typed back into the page.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    private async Task<IActionResult> AnswerAsync(
        string contentItemId, Outcome<ContentItemRow> outcome, Func<ContentItemRow, bool> isDone, string done, Func<EditItemPage, EditItemPage> again, CancellationToken cancellationToken)
    {
        if (outcome.IsRefused)
        {
            var row = await reader.FindRowAsync(contentItemId, cancellationToken);
            if (row is null || outcome.Problems[0].Kind is ProblemKind.NotFound)
            {
                return NotFound();
            }
            if (!outcome.Problems.Any(problem => problem.Kind is ProblemKind.Conflict) || !isDone(row))
            {
                var page = await query.OpenAsync(contentItemId, newType: null, takesUp: false, cancellationToken);
                return this.Again("EditItem", again(page!), outcome.Problems, localizer); // the row is there
            }
        }
        TempData.AddAlert(AlertKind.Good, done, await query.PublicLinkAsync(contentItemId, localizer, cancellationToken));
        return RedirectToRoute(ContentRouteNames.Edit, new { contentItemId });
    }
}
